#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "ct/core/int128.hpp"
#include "ct/core/result.hpp"

namespace ct {

/// Most decimals a Price or a Quantity may have, each and together.
inline constexpr int kMaxDecimals = 18;

namespace detail {
inline constexpr std::array<std::int64_t, kMaxDecimals + 1> kPow10 = [] {
    std::array<std::int64_t, kMaxDecimals + 1> table{1};
    for (std::size_t i = 1; i < table.size(); ++i) table[i] = table[i - 1] * 10;
    return table;
}();
inline constexpr std::array<double, 23> kPow10Double = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                        1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                                        1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
}  // namespace detail

/// Powers of ten that fit an int64. Requires: 0 <= exponent <= 18.
constexpr std::int64_t pow10_int(int exponent) { return detail::kPow10[static_cast<std::size_t>(exponent)]; }

/// 10^exponent as a double, exact. Requires: 0 <= exponent <= 22.
constexpr double pow10_double(int exponent) { return detail::kPow10Double[static_cast<std::size_t>(exponent)]; }

/// An exact decimal number as written: count * 10^-decimals.
struct Decimal {
    int128 count = 0;
    int decimals = 0;
};

/// Reads plain or scientific decimal text ("-1.50", "1.08e-06"). Trailing zeros after the point are kept as decimals
/// when `keep_zeros`, else dropped. Errors: kInvalidArgument for text that is no number, kOverflow when the digits do
/// not fit 128 bits.
Result<Decimal> parse_decimal(std::string_view text, bool keep_zeros = false);

/// Reads text as counts of 10^-decimals. Errors: kInvalidArgument (no number, or more decimals than allowed),
/// kOverflow.
Result<std::int64_t> parse_count(std::string_view text, int decimals);

/// The shortest text of count * 10^-decimals: no exponent, no trailing zeros ("0.0015", "-12").
std::string format_decimal(int128 count, int decimals);

/// How a division that does not come out even is rounded.
enum class Rounding : std::uint8_t { kDown, kUp, kFloor, kCeil, kHalfEven };

/// numerator / denominator under a named rounding; kDown is toward zero, kUp away from it. Requires: denominator > 0.
int128 divide(int128 numerator, int128 denominator, Rounding rounding);

}  // namespace ct
