#include "ct/strategies/size.hpp"

#include <cstdint>
#include <limits>
#include <string_view>
#include <variant>

#include <fmt/format.h>

#include "ct/core/decimal.hpp"
#include "ct/core/int128.hpp"
#include "ct/core/money.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/rate.hpp"
#include "ct/core/result.hpp"

namespace ct::strategies {

namespace {

bool take_suffix(std::string_view& text, std::string_view suffix) {
    if (!text.ends_with(suffix)) return false;
    text.remove_suffix(suffix.size());
    return true;
}

/// A base quantity on the instrument's grid, floored.
Result<Quantity> floored(const Decimal& size, const Scale& scale) {
    const int excess = size.decimals - scale.quantity_decimals;
    int128 count = size.count;
    for (int i = 0; i < excess; ++i) count /= 10;
    for (int i = excess; i < 0; ++i) {
        if (__builtin_mul_overflow(count, int128{10}, &count)) count = std::numeric_limits<int128>::max();
    }
    if (count > std::numeric_limits<std::int64_t>::max()) {
        return fail(ErrorCode::kOverflow,
                    fmt::format("size {} does not fit 64 bits with {} decimals",
                                format_decimal(size.count, size.decimals), scale.quantity_decimals));
    }
    return Quantity{static_cast<std::int64_t>(count)};
}

}  // namespace

Result<OrderSize> OrderSize::parse(std::string_view text) {
    constexpr int kPercentDecimals = 2;
    std::string_view number = text;
    const bool percent = take_suffix(number, "%");
    const bool quote = !percent && take_suffix(number, "quote");
    const auto bad = [&] {
        return fail(ErrorCode::kInvalidArgument,
                    fmt::format("size '{}' is not a positive amount such as 0.5, 95% or 5000quote", text));
    };
    if (quote) {
        const auto amount = Money::parse(number);
        if (!amount || amount->count <= 0) return bad();
        return OrderSize(*amount);
    }
    if (percent) {
        const auto count = parse_count(number, Rate::kDecimals - kPercentDecimals);
        if (!count || *count <= 0) return bad();
        return OrderSize(Rate{*count});
    }
    const auto size = parse_decimal(number);
    if (!size || size->count <= 0) return bad();
    return OrderSize(*size);
}

Result<Quantity> OrderSize::at(Price price, const Money& equity, const Scale& scale) const {
    if (const auto* size = std::get_if<Decimal>(&size_)) return floored(*size, scale);
    if (const auto* amount = std::get_if<Money>(&size_)) return affordable(*amount, price, scale);
    const auto amount = multiply(equity, std::get<Rate>(size_), Rounding::kFloor);
    if (!amount) return fail(amount);
    return affordable(*amount, price, scale);
}

}  // namespace ct::strategies
