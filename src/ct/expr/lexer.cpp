#include "ct/expr/lexer.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <fast_float/fast_float.h>
#include <fmt/format.h>

#include "ct/core/printable.hpp"
#include "ct/core/result.hpp"
#include "ct/expr/limits.hpp"
#include "ct/expr/source.hpp"
#include "ct/expr/token.hpp"

namespace ct::expr {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// Longer ones first.
constexpr std::array<std::string_view, 19> kOperators = {"<=", ">=", "==", "!=", "<", ">", "+", "-", "*", "/",
                                                         "%",  "^",  "(",  ")",  "[", "]", ",", ".", "="};

/// What other languages write, and what it is called here.
struct Foreign {
    std::string_view symbol;
    std::string_view here;
};
constexpr std::array kForeign = {
    Foreign{"&&", "and"}, Foreign{"||", "or"}, Foreign{"!", "not"},    Foreign{"&", "and"}, Foreign{"|", "or"},
    Foreign{"≥", ">="},   Foreign{"≤", "<="},  Foreign{"≠", "!="},     Foreign{"×", "*"},   Foreign{"·", "*"},
    Foreign{"÷", "/"},    Foreign{"–", "-"},   Foreign{"—", "-"},      Foreign{"−", "-"},   Foreign{"“", "\""},
    Foreign{"”", "\""},   Foreign{"„", "\""},  Foreign{"‘", "'"},      Foreign{"’", "'"},   Foreign{"`", "'"},
    Foreign{"{", "("},    Foreign{"}", ")"},   Foreign{"\u00A0", " "},
};

class Lexer {
  public:
    explicit Lexer(const Source& source) : source_(source), text_(source.text) {}

    Result<std::vector<Token>> run() {
        if (text_.size() > kMaxTextBytes) {
            return fail_at(source_, {},
                           fmt::format("a text of {} bytes; at most {} are read", text_.size(), kMaxTextBytes));
        }
        for (;;) {
            while (is_blank(peek())) ++at_;
            if (at_ == text_.size()) break;
            if (auto added = add_token(); !added) return fail(added);
        }
        tokens_.push_back({.kind = TokenKind::kEnd, .span = {at_, at_}});
        return std::move(tokens_);
    }

  private:
    /// The character so many places on; 0 behind the end.
    [[nodiscard]] char peek(std::size_t ahead = 0) const {
        return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
    }
    template <class Belongs>
    std::string_view take_while(const Belongs& belongs) {
        const std::size_t begin = at_;
        while (at_ < text_.size() && belongs(text_[at_])) ++at_;
        return text_.substr(begin, at_ - begin);
    }

    Result<void> add_token() {
        const std::size_t begin = at_;
        const char c = peek();
        if (is_digit(c) || (c == '.' && is_digit(peek(1)))) return add_number();
        if (c == '"' || c == '\'') return add_quoted(TokenKind::kText, begin);
        if (c == '@') return add_series();
        if (is_letter(c)) {
            const auto name = take_while([](char x) { return is_letter(x) || is_digit(x); });
            tokens_.push_back({TokenKind::kName, {begin, at_}, name});
            return {};
        }
        for (const std::string_view symbol : kOperators) {
            if (!text_.substr(at_).starts_with(symbol)) continue;
            at_ += symbol.size();
            tokens_.push_back({TokenKind::kOperator, {begin, at_}, symbol});
            return {};
        }
        for (const auto& [symbol, here] : kForeign) {
            if (!text_.substr(at_).starts_with(symbol)) continue;
            return fail_at(source_, {begin, begin + symbol.size()},
                           fmt::format("'{}' is not part of the language; write '{}'", symbol, here));
        }
        const std::string_view character = first_character(text_.substr(begin));
        return fail_at(source_, {begin, begin + character.size()},
                       fmt::format("the language has no character '{}'", character));
    }

    Result<void> add_number() {
        const std::size_t begin = at_;
        take_while([](char c) { return is_digit(c) || c == '.'; });
        if (peek() == 'e' || peek() == 'E') {
            const std::size_t sign = peek(1) == '+' || peek(1) == '-' ? 1 : 0;
            if (is_digit(peek(1 + sign))) {
                at_ += 1 + sign;
                take_while(is_digit);
            }
        }
        const bool runs_on = is_letter(peek());
        if (runs_on) take_while([](char c) { return is_letter(c) || is_digit(c); });
        const std::string_view digits = text_.substr(begin, at_ - begin);
        double number = 0;
        const auto read = fast_float::from_chars(digits.data(), digits.data() + digits.size(), number);
        if (runs_on || read.ptr != digits.data() + digits.size()) {
            return fail_at(source_, {begin, at_},
                           "no number; expected one such as 14, 0.5 or 1e6 (a timeframe comes behind @: close@1h)");
        }
        if (read.ec != std::errc() || !std::isfinite(number)) {
            return fail_at(source_, {begin, at_}, "a number that is too large or too small");
        }
        tokens_.push_back({TokenKind::kNumber, {begin, at_}, digits, number});
        return {};
    }

    Result<void> add_quoted(TokenKind kind, std::size_t begin) {
        const char quote = peek();
        ++at_;
        const std::string_view inside =
            take_while([quote](char c) { return c != quote && static_cast<unsigned char>(c) >= ' '; });
        if (peek() != quote) return fail_at(source_, {begin, at_}, fmt::format("the closing {} is missing", quote));
        ++at_;
        tokens_.push_back({kind, {begin, at_}, inside});
        return {};
    }

    Result<void> add_series() {
        const std::size_t begin = at_;
        ++at_;
        if (peek() == '"' || peek() == '\'') return add_quoted(TokenKind::kSeries, begin);
        const auto word = take_while([](char c) { return is_letter(c) || is_digit(c); });
        if (word.empty()) {
            return fail_at(source_, {begin, at_},
                           "expected a timeframe or a symbol behind @, such as close@1h or close@\"ETH/USDT\"");
        }
        tokens_.push_back({TokenKind::kSeries, {begin, at_}, word});
        return {};
    }

    const Source& source_;
    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<Token> tokens_;
};

}  // namespace

Result<std::vector<Token>> tokens_of(const Source& source) { return Lexer(source).run(); }

}  // namespace ct::expr
