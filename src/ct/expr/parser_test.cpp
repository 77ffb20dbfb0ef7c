#include "ct/expr/parser.hpp"

#include <cstddef>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/expr/limits.hpp"
#include "ct/expr/syntax.hpp"
#include "support/expressions.hpp"

namespace ct::expr {
namespace {

/// Everything in parentheses: "(+ 1 (* 2 3))".
std::string dump(const Expression& part) {
    std::string parts;
    for (const Part& inner : part.parts) {
        parts += ' ';
        if (!inner.keyword.empty()) parts += std::string(inner.keyword) + "=";
        parts += dump(*inner.value);
    }
    switch (part.syntax) {
        case Syntax::kNumber:
            return fmt::format("{}", part.number);
        case Syntax::kTruth:
        case Syntax::kName:
            return std::string(part.name);
        case Syntax::kText:
            return fmt::format("\"{}\"", part.name);
        case Syntax::kCall:
            return fmt::format("({}{})", part.name, parts);
        case Syntax::kHistory:
            return fmt::format("([]{})", parts);
        case Syntax::kLine:
            return fmt::format("(.{}{})", part.name, parts);
        case Syntax::kOfSeries:
            return fmt::format("(@{}{})", part.name, parts);
    }
    return "";
}

std::string parsed(std::string_view text) {
    const auto tree = parse({text, "entry"});
    return tree ? dump(**tree) : test::first_line(tree.error().message);
}

struct Case {
    std::string_view text;
    std::string_view expected;
};

TEST(Parser, ReadsValues) {
    for (const auto& [text, expected] : {
             Case{"1", "1"},
             Case{"1.5", "1.5"},
             Case{".5", "0.5"},
             Case{"1e3", "1000"},
             Case{"2.5E-1", "0.25"},
             Case{"true", "true"},
             Case{"false", "false"},
             Case{"close", "close"},
             Case{"_fast2", "_fast2"},
             Case{"\"ema\"", "\"ema\""},
             Case{"'ema'", "\"ema\""},
             Case{" \t\r\n close ", "close"},
             Case{"((close))", "close"},
         }) {
        EXPECT_EQ(parsed(text), expected) << text;
    }
}

TEST(Parser, LetsStrongerOperatorsGoFirst) {
    for (const auto& [text, expected] : {
             Case{"a or b and c", "(or a (and b c))"},
             Case{"a and b or c", "(or (and a b) c)"},
             Case{"not a and b", "(and (not a) b)"},
             Case{"not a < b", "(not (< a b))"},
             Case{"not not a", "(not (not a))"},
             Case{"a < b + c", "(< a (+ b c))"},
             Case{"a + b * c", "(+ a (* b c))"},
             Case{"(a + b) * c", "(* (+ a b) c)"},
             Case{"-a * b", "(* (negate a) b)"},
             Case{"+a", "a"},
             Case{"a - -b", "(- a (negate b))"},
             Case{"-a ^ b", "(negate (^ a b))"},
             Case{"a ^ -b", "(^ a (negate b))"},
             Case{"a * b ^ c", "(* a (^ b c))"},
             Case{"-a[1]", "(negate ([] a 1))"},
             Case{"a[1] ^ 2", "(^ ([] a 1) 2)"},
         }) {
        EXPECT_EQ(parsed(text), expected) << text;
    }
}

TEST(Parser, ReadsEqualsFromTheLeftAndPowersFromTheRight) {
    for (const auto& [text, expected] : {
             Case{"a or b or c", "(or (or a b) c)"},
             Case{"a and b and c", "(and (and a b) c)"},
             Case{"a - b + c", "(+ (- a b) c)"},
             Case{"a / b * c % d", "(% (* (/ a b) c) d)"},
             Case{"a ^ b ^ c", "(^ a (^ b c))"},
         }) {
        EXPECT_EQ(parsed(text), expected) << text;
    }
}

TEST(Parser, ReadsEveryComparison) {
    for (const std::string_view symbol : {"<", "<=", ">", ">=", "==", "!="}) {
        EXPECT_EQ(parsed(fmt::format("a{}b", symbol)), fmt::format("({} a b)", symbol));
    }
}

TEST(Parser, ReadsCallsHistoryLinesAndSeries) {
    for (const auto& [text, expected] : {
             Case{"f()", "(f)"},
             Case{"f(a, 2 + b)", "(f a (+ 2 b))"},
             Case{"f(a, period=20, average=\"ema\")", "(f a period=20 average=\"ema\")"},
             Case{"f(a)[3]", "([] (f a) 3)"},
             Case{"f(a).upper", "(.upper (f a))"},
             Case{"f(a).upper[fast * 2]", "([] (.upper (f a)) (* fast 2))"},
             Case{"close@1h", "(@1h close)"},
             Case{"close@\"ETH/USDT\"[1]", "([] (@ETH/USDT close) 1)"},
             Case{"f(close@'ETH/USDT:1h', 20)", "(f (@ETH/USDT:1h close) 20)"},
             Case{"(a - b)@4h", "(@4h (- a b))"},
         }) {
        EXPECT_EQ(parsed(text), expected) << text;
    }
}

TEST(Parser, SaysWhereATextIsWrongAndWhatWasExpected) {
    for (const auto& [text, expected] : {
             Case{"", "entry, column 1: the text is empty; expected an expression"},
             Case{"  \n", "entry, line 1, column 1: the text is empty; expected an expression"},
             Case{"a +", "entry, column 4: expected a value, but the text ends"},
             Case{"a + * b", "entry, column 5: expected a value, but there is '*'"},
             Case{"a b", "entry, column 3: expected an operator such as + < and, or the end, but there is 'b'"},
             Case{"a 5", "entry, column 3: expected an operator such as + < and, or the end, but there is '5'"},
             Case{"a < b < c", "entry, column 7: comparisons do not chain; write a < b and b < c"},
             Case{"a == b >= c", "entry, column 8: comparisons do not chain; write a < b and b < c"},
             Case{"a = b", "entry, column 3: '=' names an argument of a call; to compare write '=='"},
             Case{"a AND b", "entry, column 3: write 'and' in small letters"},
             Case{"a not b", "entry, column 3: expected an operator, but there is 'not'; write 'and not' or 'or not'"},
             Case{"a and or b", "entry, column 7: expected a value, but there is 'or'"},
             Case{"profit > 5%", "entry, column 10: '%' is the rest of a division here; 5 % is written 0.05"},
             Case{"close > 10% and a", "entry, column 9: '%' is the rest of a division here; 10 % is written 0.1"},
             Case{"a % ", "entry, column 5: expected a value, but the text ends"},
             Case{"a ≥ b", "entry, column 3: '≥' is not part of the language; write '>='"},
             Case{"a ≤ b", "entry, column 3: '≤' is not part of the language; write '<='"},
             Case{"a ≠ b", "entry, column 3: '≠' is not part of the language; write '!='"},
             Case{"2 × a", "entry, column 3: '×' is not part of the language; write '*'"},
             Case{"a – b", "entry, column 3: '–' is not part of the language; write '-'"},
             Case{"f(“x”)", "entry, column 3: '“' is not part of the language; write '\"'"},
             Case{"!a", "entry, column 1: '!' is not part of the language; write 'not'"},
             Case{"a € b", "entry, column 3: the language has no character '€'"},
             Case{"a \xFF", "entry, column 3: the language has no character '?'"},
             Case{"a && b", "entry, column 3: '&&' is not part of the language; write 'and'"},
             Case{"a || b", "entry, column 3: '||' is not part of the language; write 'or'"},
             Case{"!a", "entry, column 1: '!' is not part of the language; write 'not'"},
             Case{"a; b", "entry, column 2: the language has no character ';'"},
             Case{"(a", "entry, column 3: expected ')', but the text ends"},
             Case{"a)", "entry, column 2: ')' without a '(' before it"},
             Case{"f(a", "entry, column 4: expected ',' or ')', but the text ends"},
             Case{"f(a,", "entry, column 5: expected a value, but the text ends"},
             Case{"f(,)", "entry, column 3: expected a value, but there is ','"},
             Case{"f(a b)", "entry, column 5: expected ',' or ')', but there is 'b'"},
             Case{"a[1", "entry, column 4: expected ']', but the text ends"},
             Case{"a[]", "entry, column 3: expected a value, but there is ']'"},
             Case{"a.", "entry, column 3: expected the name of a line behind the point, but the text ends"},
             Case{"\"ema", "entry, column 1: the closing \" is missing"},
             Case{"\"e\x1Bma\"", "entry, column 1: the closing \" is missing"},
             Case{"close@",
                  "entry, column 6: expected a timeframe or a symbol behind @, such as close@1h or "
                  "close@\"ETH/USDT\""},
             Case{"@1h", "entry, column 1: expected a value, but there is an @"},
             Case{"1h",
                  "entry, column 1: no number; expected one such as 14, 0.5 or 1e6 (a timeframe comes behind @: "
                  "close@1h)"},
             Case{"1.2.3",
                  "entry, column 1: no number; expected one such as 14, 0.5 or 1e6 (a timeframe comes behind "
                  "@: close@1h)"},
             Case{"1e999", "entry, column 1: a number that is too large or too small"},
         }) {
        EXPECT_EQ(parsed(text), expected) << text;
    }
}

std::string repeated(std::string_view part, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i) text += part;
    return text;
}

TEST(Parser, TakesNoEndlessTexts) {
    EXPECT_EQ(parsed("1" + std::string(kMaxTextBytes, ' ')),
              "entry, column 1: a text of 16385 bytes; at most 16384 are read");
    EXPECT_EQ(parsed("1" + std::string(kMaxTextBytes - 1, ' ')), "1");
}

TEST(Parser, TakesNoEndlessDepth) {
    const auto too_deep = testing::HasSubstr("more than 200 parts inside each other");
    EXPECT_THAT(parsed(repeated("(", kMaxDepth) + "a" + repeated(")", kMaxDepth)), too_deep);
    EXPECT_EQ(parsed(repeated("(", kMaxDepth - 1) + "a" + repeated(")", kMaxDepth - 1)), "a");
    EXPECT_THAT(parsed("a" + repeated("+a", kMaxDepth)), too_deep);
    EXPECT_THAT(parsed(repeated("not ", 4000) + "a"), too_deep);
    EXPECT_THAT(parsed(repeated("-", 5000) + "a"), too_deep);
    EXPECT_THAT(parsed("a" + repeated("[1]", 5000)), too_deep);
    EXPECT_THAT(parsed(repeated("f(", 5000)), too_deep);
    EXPECT_THAT(parsed("2" + repeated("^2", 5000)), too_deep);
}

TEST(Parser, TakesNoEndlessArguments) {
    EXPECT_EQ(parsed("f(1" + repeated(",1", kMaxArguments) + ")"), "entry, column 35: more than 16 arguments");
}

}  // namespace
}  // namespace ct::expr
