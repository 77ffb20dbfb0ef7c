#pragma once

#include <cstdint>
#include <string_view>

#include "ct/expr/source.hpp"

namespace ct::expr {

enum class TokenKind : std::uint8_t {
    kNumber,
    kName,
    kText,    ///< "in quotes"
    kSeries,  ///< @1h or @"ETH/USDT"
    kOperator,
    kEnd,
};

/// A word of the language. `text` of a text and of a series is what stands in the quotes and behind the @.
struct Token {
    TokenKind kind = TokenKind::kEnd;
    Span span;
    std::string_view text;
    double number = 0;

    [[nodiscard]] bool is(std::string_view symbol) const {
        return (kind == TokenKind::kOperator || kind == TokenKind::kName) && text == symbol;
    }
};

}  // namespace ct::expr
