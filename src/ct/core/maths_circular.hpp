#pragma once

#include <cstdint>

#include "ct/core/bits.hpp"
#include "ct/core/maths_parts.hpp"

namespace ct::maths {

/// An angle as quarter turns (their number modulo 4 counts) and a rest of at most half a quarter, and a bit.
struct Angle {
    std::uint64_t quarters;
    Pair rest;
};

/// Angles up to this size are reduced by subtraction, without a branch: see sin_near() and the like.
inline constexpr double kNearAngle = 1e6;

namespace detail {

inline constexpr auto kSine = inverse_factorials<8>(3, true);    // 1/3! - x^2/5! + ...
inline constexpr auto kCosine = inverse_factorials<8>(4, true);  // 1/4! - x^2/6! + ...

/// Requires: |x| <= kNearAngle. A quarter turn in four pieces (W. J. Cody and W. Waite, 1980): the products with the
/// first three are exact, so that even the double that is nearest to a multiple of it keeps its digits.
CT_IN_LOOPS Angle near_angle(double x) {
    constexpr double kQuarter[] = {0x1.921fb544p+0, 0x1.0b4611a6p-34, 0x1.3198a2ep-69, 0x1.b839a252049c1p-104};
    constexpr double kQuartersInOne = 0x1.45f306dc9c883p-1;
    const double rounded = x * kQuartersInOne + kRounder;
    const double count = rounded - kRounder;
    const Pair a = two_sum(x - count * kQuarter[0], -count * kQuarter[1]);
    const Pair b = two_sum(a.low, -count * kQuarter[2]);
    const Pair c = two_sum(a.high, b.high);
    return {bit_cast<std::uint64_t>(rounded), fast_two_sum(c.high, c.low + (b.low - count * kQuarter[3]))};
}

/// The same for an angle of any size; NaN for an infinite one.
Angle far_angle(double x);

struct SineCosine {
    Pair sine;
    Pair cosine;
};

/// Of the rest of an angle.
CT_IN_LOOPS SineCosine sine_cosine(Pair x) {
    const double z = x.high * x.high;
    const double half = 0.5 * z;
    const Pair whole = fast_two_sum(1.0, -half);
    const double sine = x.low * (1.0 - half) - x.high * z * polynomial<kSine>(z);
    const double cosine = whole.low + (z * z * polynomial<kCosine>(z) - x.high * x.low);
    return {fast_two_sum(x.high, sine), fast_two_sum(whole.high, cosine)};
}

/// All bits set where an angle has an odd number of quarters.
CT_IN_LOOPS std::uint64_t odd(const Angle& angle) { return 0U - (angle.quarters & 1U); }

CT_IN_LOOPS double choose(std::uint64_t mask, double a, double b) {
    return bit_cast<double>((bit_cast<std::uint64_t>(a) & mask) | (bit_cast<std::uint64_t>(b) & ~mask));
}
CT_IN_LOOPS double negate_if(std::uint64_t one, double x) {
    return bit_cast<double>(bit_cast<std::uint64_t>(x) ^ (one << 63U));
}

CT_IN_LOOPS double sine(const Angle& angle) {
    const SineCosine of = sine_cosine(angle.rest);
    return negate_if(angle.quarters >> 1U & 1U, choose(odd(angle), of.cosine.high, of.sine.high));
}
CT_IN_LOOPS double cosine(const Angle& angle) { return sine({angle.quarters + 1U, angle.rest}); }

CT_IN_LOOPS double tangent(const Angle& angle) {
    const SineCosine of = sine_cosine(angle.rest);
    const std::uint64_t swap = odd(angle);
    const Pair above = {choose(swap, of.cosine.high, of.sine.high), choose(swap, of.cosine.low, of.sine.low)};
    const Pair below = {choose(swap, of.sine.high, of.cosine.high), choose(swap, of.sine.low, of.cosine.low)};
    const Pair quotient = divide(above, below);
    return negate_if(angle.quarters & 1U, quotient.high + quotient.low);
}

}  // namespace detail

// For loops. Require: |x| <= kNearAngle, or the result means nothing; NaN gives NaN.
CT_IN_LOOPS double sin_near(double x) { return with_sign_of(1.0, x) * detail::sine(detail::near_angle(size_of(x))); }
CT_IN_LOOPS double cos_near(double x) { return detail::cosine(detail::near_angle(x)); }
CT_IN_LOOPS double tan_near(double x) { return with_sign_of(1.0, x) * detail::tangent(detail::near_angle(size_of(x))); }

// Of any x, in radians: the same values within kNearAngle. NaN for infinities. Sine and cosine within 0.9 ulp, tangent
// within 1.1 ulp.
double sin(double x);
double cos(double x);
double tan(double x);

}  // namespace ct::maths
