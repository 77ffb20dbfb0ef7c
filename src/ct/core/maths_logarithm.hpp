#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <numbers>

#include "ct/core/bits.hpp"
#include "ct/core/maths_parts.hpp"

namespace ct::maths {

namespace detail {

/// (2 atanh s - 2 s) / s^3 in s^2, for s^2 <= 0.0295.
inline constexpr std::array kAtanh = {0x1.5555555555555p-1, 0x1.9999999999a38p-2, 0x1.2492492476ccbp-2,
                                      0x1.c71c7201592a1p-3, 0x1.745cf9048617ap-3, 0x1.3b1c355c3560fp-3,
                                      0x1.0fbe95aaf31a8p-3, 0x1.0c039e172b8dfp-3};

/// The natural logarithm of a positive finite number: of x = 2^turns m, with m between the roots of 1/2 and 2,
/// turns * ln 2 + 2 atanh((m - 1) / (m + 1)).
CT_IN_LOOPS Pair log_of_positive(double x) {
    constexpr std::uint64_t kRootOfHalf = 0x3fe6a09e667f3bcdU;
    constexpr std::uint64_t kOne = 0x3ff0000000000000U;
    constexpr std::uint64_t kDigits = (std::uint64_t{1} << 52U) - 1U;
    constexpr double kTwo52 = 0x1p52;

    const bool denormal = x < std::numeric_limits<double>::min();
    const auto shifted = bit_cast<std::uint64_t>(denormal ? x * 0x1p54 : x) + (kOne - kRootOfHalf);
    const auto biased = bit_cast<double>((shifted >> 52U) | bit_cast<std::uint64_t>(kTwo52));
    const double turns = biased - (denormal ? kTwo52 + 1023.0 + 54.0 : kTwo52 + 1023.0);
    const double f = bit_cast<double>((shifted & kDigits) + kRootOfHalf) - 1.0;

    // 2 s = f - s f, and s f = f^2 / 2 - s f^2 / 2: what is rounded is small beside f.
    const double s = f / (2.0 + f);
    const double z = s * s;
    const double half_square = 0.5 * f * f;
    const double series = s * (half_square + z * polynomial<kAtanh>(z));
    const Pair whole = two_sum(turns * kLn2.high, f);
    return fast_two_sum(whole.high, whole.low - (half_square - (series + turns * kLn2.low)));
}

/// The logarithm of what it is defined for, -inf at 0, NaN below.
CT_IN_LOOPS double log_or_limit(double x, double logarithm) {
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    const double at_most_zero = x == 0 ? -kInfinity : std::numeric_limits<double>::quiet_NaN();
    return x > 0 ? (x < kInfinity ? logarithm : x) : at_most_zero;
}

}  // namespace detail

/// Natural logarithm. Within 0.8 ulp.
CT_IN_LOOPS double log(double x) { return detail::log_or_limit(x, detail::log_of_positive(x).high); }

/// Decimal logarithm. Within 0.8 ulp; exact for powers of ten.
CT_IN_LOOPS double log10(double x) {
    constexpr Pair kLog10E = {std::numbers::log10e, 0x1.95355baaafad3p-57};
    const Pair natural = detail::log_of_positive(x);
    const Pair product = two_product(natural.high, kLog10E.high);
    const double rest = product.low + (natural.high * kLog10E.low + natural.low * kLog10E.high);
    return detail::log_or_limit(x, product.high + rest);
}

}  // namespace ct::maths
