#include "ct/expr/parser.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "ct/core/result.hpp"
#include "ct/expr/lexer.hpp"
#include "ct/expr/limits.hpp"
#include "ct/expr/names.hpp"
#include "ct/expr/source.hpp"
#include "ct/expr/syntax.hpp"
#include "ct/expr/token.hpp"

namespace ct::expr {

namespace {

using Tree = std::unique_ptr<Expression>;

/// How strongly operators hold what stands beside them.
enum Strength : int { kNone, kOr, kAnd, kNot, kComparison, kSum, kProduct, kSign, kPower };

struct Operator {
    std::string_view symbol;
    Strength strength;
};
constexpr std::array<Operator, 14> kOperators = {{
    {"or", kOr},
    {"and", kAnd},
    {"<", kComparison},
    {"<=", kComparison},
    {">", kComparison},
    {">=", kComparison},
    {"==", kComparison},
    {"!=", kComparison},
    {"+", kSum},
    {"-", kSum},
    {"*", kProduct},
    {"/", kProduct},
    {"%", kProduct},
    {"^", kPower},
}};

const Operator* operator_of(const Token& token) {
    const auto* const found = std::find_if(kOperators.begin(), kOperators.end(),
                                           [&](const Operator& known) { return token.is(known.symbol); });
    return found == kOperators.end() ? nullptr : found;
}

std::string lower_case(std::string_view text) {
    std::string lower(text);
    for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return lower;
}

std::string found(const Token& token) {
    if (token.kind == TokenKind::kEnd) return "the text ends";
    if (token.kind == TokenKind::kText) return "there is a text in quotes";
    if (token.kind == TokenKind::kSeries) return "there is an @";
    return fmt::format("there is '{}'", token.text);
}

/// A Pratt parser: parse(strength) reads an operand and all operators behind it that hold more strongly.
class Parser {
  public:
    Parser(const Source& source, std::vector<Token> tokens) : source_(source), tokens_(std::move(tokens)) {}

    Result<Tree> run() {
        if (next().kind == TokenKind::kEnd) return fail_at(source_, {}, "the text is empty; expected an expression");
        auto tree = parse(kNone);
        if (!tree) return tree;
        if (next().kind != TokenKind::kEnd) return fail_at(source_, next().span, surplus());
        return tree;
    }

  private:
    [[nodiscard]] const Token& next() const { return tokens_[at_]; }
    Token take() { return tokens_[at_++]; }
    bool take_if(std::string_view symbol) {
        if (!next().is(symbol)) return false;
        ++at_;
        return true;
    }
    [[nodiscard]] tl::unexpected<Error> expected(std::string_view what) const {
        return fail_at(source_, next().span, fmt::format("expected {}, but {}", what, found(next())));
    }

    /// What stands where a value should. Behind a number and '%' it may have been meant as a percentage.
    [[nodiscard]] tl::unexpected<Error> no_value() const {
        constexpr double kPercent = 100;
        const bool is_percentage = at_ > 1 && tokens_[at_ - 1].is("%") && tokens_[at_ - 2].kind == TokenKind::kNumber;
        if (!is_percentage) return expected("a value");
        const Token& number = tokens_[at_ - 2];
        return fail_at(source_, join(number.span, tokens_[at_ - 1].span),
                       fmt::format("'%' is the rest of a division here; {} % is written {}", number.text,
                                   number.number / kPercent));
    }

    /// What is wrong with a token where an operator should stand.
    [[nodiscard]] std::string surplus() const {
        if (next().is("not")) return "expected an operator, but there is 'not'; write 'and not' or 'or not'";
        const std::string lower = lower_case(next().text);
        if (next().kind == TokenKind::kName && is_word(lower)) return fmt::format("write '{}' in small letters", lower);
        if (next().is("=")) return "'=' names an argument of a call; to compare write '=='";
        if (next().is(")")) return "')' without a '(' before it";
        return fmt::format("expected an operator such as + < and, or the end, but {}", found(next()));
    }

    /// Puts a part over its parts; refuses one that is too deep.
    Result<Tree> make(Expression expression) {
        for (const Part& part : expression.parts) {
            expression.depth = std::max(expression.depth, part.value->depth + 1);
        }
        if (expression.depth > kMaxDepth) return too_deep(expression.span);
        return std::make_unique<Expression>(std::move(expression));
    }
    [[nodiscard]] tl::unexpected<Error> too_deep(Span span) const {
        return fail_at(source_, span, fmt::format("more than {} parts inside each other", kMaxDepth));
    }

    Result<Tree> parse(Strength least) {
        if (nesting_ == kMaxDepth) return too_deep(next().span);
        ++nesting_;
        auto left = operand();
        while (left) {
            const Operator* const known = operator_of(next());
            if (known == nullptr || known->strength <= least) break;
            left = operation(std::move(*left), *known);
        }
        --nesting_;
        return left;
    }

    /// left operator right, from the operator on.
    Result<Tree> operation(Tree left, const Operator& known) {
        const Token symbol = take();
        // A power is read from the right, and its exponent may have a sign: 2 ^ -1.
        auto right = parse(known.strength == kPower ? kSign : known.strength);
        if (!right) return right;
        const Span span = join(left->span, (*right)->span);
        auto made = call_of(symbol, span, std::move(left), std::move(*right));
        if (!made || known.strength != kComparison) return made;
        const Operator* const after = operator_of(next());
        if (after != nullptr && after->strength == kComparison) {
            return fail_at(source_, next().span, "comparisons do not chain; write a < b and b < c");
        }
        return made;
    }

    Result<Tree> call_of(const Token& symbol, Span span, Tree first, Tree second = nullptr) {
        Expression call{.syntax = Syntax::kCall, .span = span, .name = symbol.text, .name_span = symbol.span};
        call.is_operator = true;
        call.parts.push_back({std::move(first)});
        if (second) call.parts.push_back({std::move(second)});
        return make(std::move(call));
    }

    /// A sign or "not" with what it stands before, or a primary with what stands behind it.
    Result<Tree> operand() {
        const bool negates = next().is("not");
        if (!negates && !next().is("-") && !next().is("+")) return postfix();
        Token symbol = take();
        auto part = parse(negates ? kNot : kSign);
        if (!part || symbol.is("+")) return part;
        if (symbol.is("-")) symbol.text = "negate";
        const Span span = join(symbol.span, (*part)->span);
        return call_of(symbol, span, std::move(*part));
    }

    Result<Tree> postfix() {
        auto tree = primary();
        while (tree) {
            if (next().is("[")) {
                tree = history(std::move(*tree));
            } else if (next().is(".")) {
                tree = line(std::move(*tree));
            } else if (next().kind == TokenKind::kSeries) {
                tree = over(Syntax::kOfSeries, std::move(*tree), take());
            } else {
                break;
            }
        }
        return tree;
    }

    Result<Tree> over(Syntax syntax, Tree part, const Token& name) {
        Expression whole{.syntax = syntax, .span = join(part->span, name.span), .name = name.text};
        whole.name_span = name.span;
        whole.parts.push_back({std::move(part)});
        return make(std::move(whole));
    }

    Result<Tree> line(Tree part) {
        ++at_;
        if (next().kind != TokenKind::kName) return expected("the name of a line behind the point");
        return over(Syntax::kLine, std::move(part), take());
    }

    Result<Tree> history(Tree part) {
        ++at_;
        auto distance = parse(kNone);
        if (!distance) return distance;
        const Token close = next();
        if (!take_if("]")) return expected("']'");
        Expression whole{.syntax = Syntax::kHistory, .span = join(part->span, close.span)};
        whole.parts.push_back({std::move(part)});
        whole.parts.push_back({std::move(*distance)});
        return make(std::move(whole));
    }

    Result<Tree> primary() {
        const Token token = next();
        if (token.kind == TokenKind::kNumber) return leaf(Syntax::kNumber, take());
        if (token.kind == TokenKind::kText) return leaf(Syntax::kText, take());
        if (token.is("true") || token.is("false")) return leaf(Syntax::kTruth, take());
        if (token.is("(")) return parenthesis();
        if (token.kind != TokenKind::kName || is_word(token.text)) return no_value();
        ++at_;
        return next().is("(") ? call(token) : leaf(Syntax::kName, token);
    }

    Result<Tree> leaf(Syntax syntax, const Token& token) {
        const bool truth = syntax == Syntax::kTruth;
        return make({.syntax = syntax,
                     .span = token.span,
                     .name = token.text,
                     .name_span = token.span,
                     .number = truth ? (token.is("true") ? 1.0 : 0.0) : token.number});
    }

    Result<Tree> parenthesis() {
        const Token open = take();
        auto inside = parse(kNone);
        if (!inside) return inside;
        const Span close = next().span;
        if (!take_if(")")) return expected("')'");
        (*inside)->span = join(open.span, close);
        return inside;
    }

    Result<Tree> call(const Token& name) {
        ++at_;
        Expression call{.syntax = Syntax::kCall, .span = name.span, .name = name.text, .name_span = name.span};
        if (!next().is(")")) {
            do {
                auto part = argument();
                if (!part) return fail(part);
                if (call.parts.size() == kMaxArguments) {
                    return fail_at(source_, part->value->span, fmt::format("more than {} arguments", kMaxArguments));
                }
                call.parts.push_back(std::move(*part));
            } while (take_if(","));
        }
        call.span.end = next().span.end;
        if (!take_if(")")) return expected("',' or ')'");
        return make(std::move(call));
    }

    /// value, or name=value
    Result<Part> argument() {
        Part part;
        if (next().kind == TokenKind::kName && tokens_[at_ + 1].is("=")) {
            const Token keyword = take();
            part.keyword = keyword.text;
            part.keyword_span = keyword.span;
            ++at_;
        }
        auto value = parse(kNone);
        if (!value) return fail(value);
        part.value = std::move(*value);
        return part;
    }

    const Source& source_;
    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    std::size_t nesting_ = 0;
};

}  // namespace

Result<std::unique_ptr<Expression>> parse(const Source& source) {
    auto tokens = tokens_of(source);
    if (!tokens) return fail(tokens);
    return Parser(source, std::move(*tokens)).run();
}

}  // namespace ct::expr
