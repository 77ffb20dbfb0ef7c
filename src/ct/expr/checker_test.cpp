#include "ct/expr/checker.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/expr/functions.hpp"
#include "ct/expr/plan.hpp"
#include "ct/indicators/registry.hpp"
#include "support/expressions.hpp"

namespace ct::expr {
namespace {

using test::compile;
using test::error_of;
using test::first_line;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr auto kNumber = Type::kNumber;
constexpr auto kCondition = Type::kCondition;

struct Case {
    std::string_view text;
    std::string_view expected;
};

TEST(Checker, SaysWhatIsWrong) {
    for (const auto& [text, expected] : {
             Case{"clse > 1", "column 1: nothing is called 'clse'; the nearest name is the value 'close'"},
             Case{"fst > 1", "column 1: nothing is called 'fst'; the nearest name is the parameter 'fast'"},
             Case{"smaa(close, 20) > 1", "column 1: no function is called 'smaa'; the nearest name is 'sma'"},
             Case{"sma > 1", "column 1: 'sma' is a function; write sma(...)"},
             Case{"abs > 1", "column 1: 'abs' is a function; write abs(...)"},
             Case{"close(1) > 1", "column 1: 'close' is no function; write close alone"},
             Case{"fast(1) > 1", "column 1: 'fast' is no function; write fast alone"},
             Case{"position > 1",
                  "column 1: 'position' is of the position: only the conditions of entries and exits may use it"},
             Case{"\"ema\"",
                  "column 1: a text in quotes has no value here; quotes are for choices (average=\"ema\") "
                  "and symbols (close@\"ETH/USDT\")"},
             // Types.
             Case{"close", "column 1: expected a condition, such as close > open; this is a number"},
             Case{"close and close > 1", "column 1: 'and' expects conditions; left is a number"},
             Case{"close > 1 or 5", "column 14: 'or' expects conditions; right is a number"},
             Case{"not close", "column 5: 'not' expects conditions; x is a number"},
             Case{"(close > 1) > 1", "column 1: '>' expects numbers; left is a condition"},
             Case{"-(close > 1) > 1", "column 2: '-' expects numbers; x is a condition"},
             Case{"abs(close > 1) > 1", "column 5: abs expects a number as x; this is a condition"},
             Case{"if(close, 1, 2) > 1", "column 4: if expects a condition as condition; this is a number"},
             Case{"if(close > 1, 1, true)", "column 18: if expects a number as otherwise; this is a condition"},
             Case{"sma(close > 1, 20) > 1", "column 5: sma expects numbers; this is a condition"},
             // Arguments.
             Case{"abs() > 1", "column 1: abs needs x"},
             Case{"abs(1, 2) > 1", "column 8: too many arguments; abs takes 1: x"},
             Case{"min(a=1, a=2) > 1", "column 10: a of min is given twice"},
             Case{"min(1, a=2) > 1", "column 8: a of min is given twice"},
             Case{"min(a=1, 2) > 1", "column 10: an argument without a name behind one with"},
             Case{"min(1, c=2) > 1", "column 8: min has no argument 'c'; it has a, b"},
             Case{"sma(close, perod=20) > 1",
                  "column 12: sma has no argument 'perod'; the nearest name is 'period'; it has close, period"},
             Case{"sma(close, 20, 30) > 1", "column 16: too many arguments; sma takes 2: close, period"},
             Case{"sma(20, 30) > 1", "column 9: too many arguments; sma takes 1: period"},
             Case{"atr(high, 14) > 1", "column 1: atr needs close; it reads high, low, close"},
             Case{"correl(14) > 1", "column 1: correl needs benchmark; it reads close, benchmark"},
             // Windows and other parameters.
             Case{"sma(close, 0) > 1", "column 12: period of sma must be a whole number from 1 to 1048576, not 0"},
             Case{"sma(close, -5) > 1", "column 12: period of sma must be a whole number from 1 to 1048576, not -5"},
             Case{"sma(close, 2.5) > 1", "column 12: period of sma must be a whole number from 1 to 1048576, not 2.5"},
             Case{"sma(close, 1e7) > 1",
                  "column 12: period of sma must be a whole number from 1 to 1048576, not 10000000"},
             Case{
                 "sma(close, close) > 1",
                 "column 12: period of sma must be a whole number from 1 to 1048576, not what changes from bar to bar"},
             Case{"close[-1] > 1",
                  "column 7: how many bars to look back must be a whole number from 0 to 100000, not -1"},
             Case{"close[0.5] > 1",
                  "column 7: how many bars to look back must be a whole number from 0 to 100000, not 0.5"},
             Case{"close[1e6] > 1",
                  "column 7: how many bars to look back must be a whole number from 0 to 100000, not 1000000"},
             Case{"close[volume] > 1",
                  "column 7: how many bars to look back must be a whole number from 0 to 100000, "
                  "not what changes from bar to bar"},
             Case{"close[true] > 1",
                  "column 7: how many bars to look back must be a whole number from 0 to 100000, not a condition"},
             Case{"rising(close, 0)", "column 15: bars of rising must be a whole number from 1 to 100000, not 0"},
             // Constants.
             Case{"close / 0 > 1", "column 9: a division by zero"},
             Case{"close % (fast - 10) > 1", "column 9: a division by zero"},
             Case{"sqrt(-1) > 1", "column 1: this has no value"},
             Case{"log(0) > 1", "column 1: this has no value"},
             Case{"1e300 * 1e300 > 1", "column 1: this has no value"},
             Case{"5[1] > 1", "column 1: a constant has no past: it is the same in each bar"},
             Case{"sma(5 + 0 * fast, 20) > 1", "column 19: too many arguments; sma takes 1: period"},
             Case{"cross_up(1, 2) > 1", "column 1: cross_up of constants says nothing: it is the same in each bar"},
             Case{"crossover(1, 2)", "column 1: crossover of constants says nothing: it is the same in each bar"},
             // Lines and choices.
             Case{"macd(close) > 1",
                  "column 1: macd has several lines; write which: macd(...).macd, macd(...).signal, "
                  "macd(...).histo"},
             Case{"macd(close).signl > 1",
                  "column 13: macd has no line 'signl'; the nearest name is 'signal'; it has macd, signal, histo"},
             Case{"close.upper > 1",
                  "column 7: '.upper' names a line of an indicator, such as macd(close).signal; "
                  "there is none before it"},
             Case{"abs(close).upper > 1",
                  "column 12: '.upper' names a line of an indicator, such as "
                  "macd(close).signal; there is none before it"},
             Case{"mcd(close).signal > 1", "column 1: no function is called 'mcd'; the nearest name is 'macd'"},
             Case{"bbands(close, 20, average=\"emma\").top > 1",
                  "column 27: average of bbands must be one of sma, ema, wma, dema, tema, trima, kama, mama, t3, hma, "
                  "none, default, zlema, rma, not \"emma\""},
             // Series.
             Case{"close@2x > 1", "column 6: no timeframe is called '2x'; there is "},
             Case{"close@\"\" > 1", "column 6: the quotes are empty; expected a symbol such as @\"ETH/USDT\""},
         }) {
        const std::string message = first_line(error_of(text, kCondition, {{"fast", 10}}));
        EXPECT_THAT(message, HasSubstr(expected)) << text;
        EXPECT_THAT(message, testing::StartsWith("entry, ")) << text;
    }
}

TEST(Checker, PointsAtThePart) {
    EXPECT_EQ(error_of("sma(close, 20) > 1 and clse < 2"),
              "entry, column 24: nothing is called 'clse'; the nearest name is the value 'close'\n"
              "  sma(close, 20) > 1 and clse < 2\n"
              "                         ^^^^");
}

TEST(Checker, AConditionIsNoNumber) {
    EXPECT_EQ(first_line(error_of("close > open", kNumber)),
              "entry, column 1: expected a number, such as 2 * atr(14); this is a condition");
}

TEST(Checker, APositionIsKnownInAnExitOutsideOfOtherSeries) {
    Workspace space;
    EXPECT_TRUE(check(space, {"profit > 0.05 and bars_held > 3", "exit"}, kCondition, true));
    EXPECT_EQ(first_line(check(space, {"(profit > 0)@1h", "exit"}, kCondition, true).error().message),
              "exit, column 2: 'profit' belongs to no series: write it outside of the @");
    EXPECT_EQ(first_line(check(space, {"profi > 0", "exit"}, kCondition, true).error().message),
              "exit, column 1: nothing is called 'profi'; the nearest name is the value 'profit'");
}

TEST(Checker, EveryIndicatorIsUsableByItsNameAndAliases) {
    for (const indicators::IndicatorInfo* info : indicators::all()) {
        std::string inputs;
        for (std::size_t i = 0; i < info->inputs.size(); ++i) inputs += i == 0 ? "close" : ", open";
        const std::string line = info->lines.size() == 1 ? "" : fmt::format(".{}", info->lines.back());
        const std::string call = fmt::format("({}){}", inputs, line);
        const bool shadowed = find_function(info->name) != nullptr;
        if (!shadowed) {
            EXPECT_EQ(error_of(std::string(info->name) + call, kNumber), "");
        }
        for (const std::string_view alias : info->aliases) {
            if (find_function(alias) != nullptr) continue;
            EXPECT_EQ(error_of(std::string(alias) + call, kNumber), "") << alias;
        }
        for (const std::string_view each : shadowed ? std::vector<std::string_view>() : info->lines) {
            EXPECT_EQ(error_of(fmt::format("{}({}).{}", info->name, inputs, each), kNumber), "") << each;
        }
    }
}

/// What two texts are made of when they are checked together.
std::size_t nodes_of(std::string_view first, std::string_view second) {
    Workspace space;
    EXPECT_TRUE(check(space, {first, "entry"}, kNumber, false)) << first;
    const std::size_t nodes = space.graph.size();
    EXPECT_TRUE(check(space, {second, "exit"}, kNumber, false)) << second;
    return space.graph.size() - nodes;
}

TEST(Checker, EqualPartsAreOne) {
    EXPECT_EQ(nodes_of("sma(close, 20) / atr(14)", "sma(close, 20) / atr(14)"), 0U);
    EXPECT_EQ(nodes_of("sma(close, 20)", "SimpleMovingAverage(20)"), 0U);
    EXPECT_EQ(nodes_of("sma(close, 20)", "SMA(close, period=10 + 10)"), 1U);  // the constant 10
    EXPECT_EQ(nodes_of("macd(close).signal", "macd(close).macd"), 1U);
    EXPECT_EQ(nodes_of("close[1]", "close[1]"), 0U);
    EXPECT_EQ(nodes_of("close@1h", "(close)@1h"), 0U);
    EXPECT_GT(nodes_of("close", "close@1h"), 0U);
}

TEST(Checker, ConstantsAreComputedOnce) {
    const auto value = [](std::string_view text, Type type, const ParameterValues& parameters = {}) {
        const auto compiled = compile(text, type, parameters);
        EXPECT_TRUE(compiled && compiled->plan.parts.empty()) << text;
        return compiled ? compiled->plan.roots[0].value : 0.0;
    };
    EXPECT_EQ(value("2 + 3 * 4 ^ 2 - 10 / 4 % 2", kNumber), 49.5);
    EXPECT_EQ(value("max(fast, slow) * 2", kNumber, {{"fast", 10}, {"slow", 50}}), 100);
    EXPECT_EQ(value("not (fast > 5) or 1 < 2 and true", kCondition, {{"fast", 10}}), 1);
    EXPECT_EQ(value("if(1 > 2, 3, 4)", kNumber), 4);
}

TEST(Checker, WarnsOfTheLargerOfAValueAndAWindow) {
    const auto compiled = compile("max(high, 20) - min(low, 20)", kNumber);
    ASSERT_TRUE(compiled);
    EXPECT_THAT(compiled->space.warnings,
                ElementsAre(HasSubstr("column 1: max takes the larger of two values; over the last 20 bars write "
                                      "highest(x, 20)"),
                            HasSubstr("column 17: min takes the smaller of two values; over the last 20 bars write "
                                      "lowest(x, 20)")));
    EXPECT_THAT(compile("max(close - open, 0)", kNumber)->space.warnings, IsEmpty());
}

std::vector<std::string> warnings_of(std::string_view text) {
    const auto compiled = compile(text, kCondition);
    EXPECT_TRUE(compiled) << text;
    std::vector<std::string> lines;
    for (const std::string& warning : compiled->space.warnings) lines.push_back(first_line(warning));
    return lines;
}

TEST(Checker, WarnsOfWhatCanNeverBeTrue) {
    for (const std::string_view text : {"1 > 2",
                                        "false",
                                        "close > 1 and 1 > 2",
                                        "1 > 2 or false",
                                        "hour > 23",
                                        "hour < 0",
                                        "hour == 24",
                                        "rsi(14) > 100",
                                        "rsi(14) >= 101",
                                        "willr(14) > 0",
                                        "abs(close) < 0",
                                        "weekday <= 0",
                                        "month > 12",
                                        "close < 0",
                                        "volume < 0",
                                        "low * 2 < 0",
                                        "close + volume < 0",
                                        "-high > 0",
                                        "sma(close, 20) < 0",
                                        "2 * rsi(14) > 200",
                                        "rsi(14) - 100 > 0",
                                        "100 / rsi(14) < 1",
                                        "max(rsi(14), hour) < 0",
                                        "rsi(14)[1] > 100",
                                        "rsi(14) < 30 and rsi(14) > 70",
                                        "rsi(14) <= 30 and 30 < rsi(14)",
                                        "hour == 3 and volume > 5 and hour == 4",
                                        "close > open and close < open",
                                        "close > open and open > close",
                                        "close == open and close != open",
                                        "close > open and not (close > open)",
                                        "not (close > open) and not (close <= open)",
                                        "crossover(close, open) and close < open",
                                        "close < open and (hour > 23 or 1 > 2)",
                                        "rsi(14) < 30 and rsi(14) > 70 or close > open and close < open",
                                        "rsi(14) > 70 and not (rsi(14) > 60)"}) {
        EXPECT_THAT(warnings_of(text), ElementsAre("entry, column 1: this can never be true")) << text;
    }
    for (const std::string_view text : {"close > 1",
                                        "1 < 2",
                                        "close > 1 or 1 > 2",
                                        "hour >= 23",
                                        "hour == 0",
                                        "rsi(14) >= 100",
                                        "abs(close) <= 0",
                                        "not (hour > 23)",
                                        "hour != 24",
                                        "rsi(14) > 30 and rsi(14) < 70",
                                        "rsi(14) <= 30 and rsi(14) >= 30",
                                        "rsi(14) < 30 and rsi(7) > 70",
                                        "rsi(14) < 30 or rsi(14) > 70",
                                        "close >= open and close <= open",
                                        "close - open < 0",
                                        "close * -1 < 0",
                                        "rsi(14) > 70 and not crossover(rsi(14), 70)",
                                        "1 / close > 1",
                                        "close > open and close[1] < open[1]",
                                        "nz(rsi(14), -1) < 0"}) {
        EXPECT_THAT(warnings_of(text), IsEmpty()) << text;
    }
}

TEST(Checker, TakesNoEndlessParts) {
    Workspace space;
    std::string message;
    for (int i = 0; i < 600 && message.empty(); ++i) {
        const std::string text = fmt::format("close + {}", i);
        const auto node = check(space, {text, "entry"}, kNumber, false);
        if (!node) message = first_line(node.error().message);
    }
    EXPECT_THAT(message, HasSubstr("the expressions have more than 1024 different parts"));
}

TEST(Checker, TakesNoEndlessHistory) {
    Workspace space;
    std::string message;
    for (int i = 0; i < 10 && message.empty(); ++i) {
        const std::string text = fmt::format("sma(close, {})", 1'000'000 + i);
        const auto node = check(space, {text, "entry"}, kNumber, false);
        if (!node) message = first_line(node.error().message);
    }
    EXPECT_EQ(message, "entry, column 1: all windows and looks back together keep more than 4194304 bars");
}

}  // namespace
}  // namespace ct::expr
