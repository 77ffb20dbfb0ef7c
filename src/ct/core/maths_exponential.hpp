#pragma once

#include <numbers>

#include "ct/core/maths_parts.hpp"

namespace ct::maths {

namespace detail {

/// x = turns * ln 2 + rest, and of the rest, at most ln 2 / 2: cosh - 1, and sinh less itself, both by Taylor's series.
struct Exponent {
    double turns;
    Pair rest;
    double cosh;
    double sinh;
};

inline constexpr auto kCosh = inverse_factorials<7>(2, false);
inline constexpr auto kSinh = inverse_factorials<6>(3, false);

/// Requires: |x| < 2^20.
CT_IN_LOOPS Exponent split_exponent(double x) {
    const double turns = (x * std::numbers::log2e + kRounder) - kRounder;
    const double high = x - turns * kLn2.high;
    const double low = turns * kLn2.low;
    const double rest = high - low;
    const double z = rest * rest;
    return {turns, {rest, (high - rest) - low}, z * polynomial<kCosh>(z), rest * z * polynomial<kSinh>(z)};
}

/// value * 2^n in two steps, which alone overflow or lose digits only where the result does. Requires: |n| <= 2044.
CT_IN_LOOPS double scale(double value, double n) {
    const double half = (n * 0.5 + kRounder) - kRounder;
    return value * power_of_two(half) * power_of_two(n - half);
}

/// (e^x + mirror e^-x) / 2^turns. Requires: 0 <= x, mirror is 1 or -1.
CT_IN_LOOPS Pair hyperbolic(const Exponent& x, double mirror) {
    const double most = x.turns < 100 ? x.turns : 100.0;
    const double back = mirror * power_of_two(-2.0 * most);
    const Pair whole = fast_two_sum(1.0, back);
    const Pair more = two_sum(whole.high, x.rest.high);
    const Pair less = two_sum(more.high, -back * x.rest.high);
    const double tail = (1.0 + back) * x.cosh + (1.0 - back) * (x.sinh + x.rest.low);
    return fast_two_sum(less.high, whole.low + more.low + less.low + tail);
}

}  // namespace detail

/// e^x. Within 0.8 ulp; 1 ulp where the result is denormal.
CT_IN_LOOPS double exp(double x) {
    const double below = x > 710.0 ? 710.0 : x;
    const detail::Exponent split = detail::split_exponent(below < -746.0 ? -746.0 : below);
    const Pair sum = fast_two_sum(1.0, split.rest.high);
    return detail::scale(sum.high + (sum.low + (split.cosh + (split.sinh + split.rest.low))), split.turns);
}

/// Hyperbolic sine. Within 0.9 ulp.
CT_IN_LOOPS double sinh(double x) {
    const double size = size_of(x);
    const detail::Exponent split = detail::split_exponent(size > 712.0 ? 712.0 : size);
    return with_sign_of(detail::scale(detail::hyperbolic(split, -1.0).high, split.turns - 1.0), x);
}

/// Hyperbolic cosine. Within 0.9 ulp.
CT_IN_LOOPS double cosh(double x) {
    const double size = size_of(x);
    const detail::Exponent split = detail::split_exponent(size > 712.0 ? 712.0 : size);
    return detail::scale(detail::hyperbolic(split, 1.0).high, split.turns - 1.0);
}

/// Hyperbolic tangent. Within 0.8 ulp.
CT_IN_LOOPS double tanh(double x) {
    const double size = size_of(x);
    const detail::Exponent split = detail::split_exponent(size > 22.0 ? 22.0 : size);  // beyond it rounds to 1
    const Pair quotient = divide(detail::hyperbolic(split, -1.0), detail::hyperbolic(split, 1.0));
    return with_sign_of(quotient.high + quotient.low, x);
}

}  // namespace ct::maths
