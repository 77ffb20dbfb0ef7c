#pragma once

#include <array>
#include <cmath>

#include "ct/core/maths_parts.hpp"

namespace ct::maths {

namespace detail {

/// (atan t - t) / t^3 in t^2, for t up to the tangent of pi / 8.
inline constexpr std::array kAtan = {-0x1.5555555555555p-2, 0x1.9999999999953p-3,  -0x1.249249248d7eep-3,
                                     0x1.c71c71c304b46p-4,  -0x1.745d165df3918p-4, 0x1.3b1392d9dbcc6p-4,
                                     -0x1.110e8809a7beep-4, 0x1.e19a13a7120bap-5,  -0x1.ac7a9300192a8p-5,
                                     0x1.74ddd18d3dae6p-5,  -0x1.1b33b2c14f38ep-5, 0x1.0ad35c1edefbcp-6};

/// (asin u - u) / u^3 in u^2, for u up to 1/2.
inline constexpr std::array kAsin = {
    0x1.5555555555556p-3, 0x1.3333333332ecap-4,  0x1.6db6db6e31f13p-5, 0x1.f1c71c1db0623p-6, 0x1.6e8bb1c8209a2p-6,
    0x1.1c4d35cf95421p-6, 0x1.c9cf07674736ap-7,  0x1.782651caa6547p-7, 0x1.52420b04b37bep-7, 0x1.65a9c4dfcf8b2p-8,
    0x1.1d189408314eep-6, -0x1.e6aaa8a0a04ccp-7, 0x1.d72b2bc8155f8p-6};

/// The arc sine of |x| up to 1/2, beyond it that of the root of (1 - |x|) / 2, which is half of pi / 2 - asin |x|.
struct Arc {
    bool beyond;
    Pair value;
};
CT_IN_LOOPS Arc arc(double x) {
    const double size = size_of(x);
    const bool beyond = size > 0.5;
    const double z = beyond ? (1.0 - size) * 0.5 : size * size;
    const double root = std::sqrt(z);
    const double u = beyond ? root : size;
    const Pair square = two_product(root, root);
    const double missing = ((z - square.high) - square.low) / (root > 0 ? root + root : 1.0);
    const double low = beyond ? missing : 0.0;
    const double series = z * polynomial<kAsin>(z);
    return {beyond, fast_two_sum(u, u * series + low * (1.0 + series))};
}

/// base + factor * value.
CT_IN_LOOPS double add_scaled(Pair base, double factor, Pair value) {
    const Pair sum = fast_two_sum(base.high, factor * value.high);
    return sum.high + (sum.low + base.low + factor * value.low);
}

}  // namespace detail

/// Arc sine in radians; NaN beyond 1. Within 0.7 ulp.
CT_IN_LOOPS double asin(double x) {
    const detail::Arc arc = detail::arc(x);
    const Pair base = {arc.beyond ? kHalfPi.high : 0.0, arc.beyond ? kHalfPi.low : 0.0};
    return with_sign_of(detail::add_scaled(base, arc.beyond ? -2.0 : 1.0, arc.value), x);
}

/// Arc cosine in radians; NaN beyond 1. Within 0.7 ulp.
CT_IN_LOOPS double acos(double x) {
    const detail::Arc arc = detail::arc(x);
    const double quarters = arc.beyond ? (x > 0 ? 0.0 : 2.0) : 1.0;
    const double factor = with_sign_of(arc.beyond ? 2.0 : 1.0, arc.beyond ? x : -x);
    return detail::add_scaled({quarters * kHalfPi.high, quarters * kHalfPi.low}, factor, arc.value);
}

/// The arc tangent of y / x in radians, without the rounding of y / x. NaN where both are 0 or infinite. Within 0.7
/// ulp.
CT_IN_LOOPS double atan_of_ratio(double y, double x) {
    constexpr double kEighth = 0x1.a827999fcef32p-2;        // tangents of pi / 8
    constexpr double kThreeEighths = 0x1.3504f333f9de6p+1;  // and of 3 pi / 8
    constexpr double kMost = 0x1p66;                        // beyond it is pi / 2
    const double wide = size_of(x);
    const double high = size_of(y);
    const double tall = high > kMost * wide ? kMost * wide : high;
    const bool middle = tall > kEighth * wide;
    const bool beyond = tall > kThreeEighths * wide;

    // atan t, pi / 4 + atan((t - 1) / (t + 1)), or pi / 2 + atan(-1 / t).
    const Pair above = two_sum(beyond ? 0.0 : tall, middle ? -wide : 0.0);
    const Pair below = two_sum(middle ? tall : 0.0, beyond ? 0.0 : wide);
    const Pair t = divide(above, below);
    const double z = t.high * t.high;
    const double series = t.low * (1.0 - z) + t.high * z * polynomial<detail::kAtan>(z);
    const double quarters = beyond ? 1.0 : middle ? 0.5 : 0.0;
    const Pair sum = fast_two_sum(quarters * kHalfPi.high, t.high);
    const double angle = with_sign_of(sum.high + (sum.low + quarters * kHalfPi.low + series), y);
    return x < 0 ? -angle : angle;
}

/// Arc tangent in radians. Within 0.7 ulp.
CT_IN_LOOPS double atan(double x) { return atan_of_ratio(x, 1.0); }

}  // namespace ct::maths
