#include "ct/indicators/exact_sum.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>

#include "ct/core/bits.hpp"
#include "ct/core/int128.hpp"

namespace ct::indicators {

namespace {

constexpr unsigned kMantissaBits = 52;
constexpr std::uint64_t kHiddenBit = std::uint64_t{1} << kMantissaBits;
constexpr std::uint64_t kNotFinite = 0x7ff;  ///< exponent field of infinity and NaN
constexpr unsigned kLimbBits = 32;
constexpr std::uint64_t kLimbRange = std::uint64_t{1} << kLimbBits;
constexpr int kLowestExponent = -1074;
constexpr std::size_t kLimbsOfDouble = 3;

/// value x 2^exponent; a product where that power is a normal double.
double scale(double value, int exponent) {
    if (exponent < -1000 || exponent > 1000) return std::ldexp(value, exponent);
    return value * bit_cast<double>(static_cast<std::uint64_t>(exponent + 1023) << kMantissaBits);
}

}  // namespace

void ExactSum::apply(double value, std::int64_t sign) {
    const auto bits = bit_cast<std::uint64_t>(value);
    const std::uint64_t exponent = (bits >> kMantissaBits) & kNotFinite;
    const std::uint64_t mantissa = bits & (kHiddenBit - 1);
    const bool negative = std::signbit(value);
    if (exponent == kNotFinite) {
        (mantissa != 0 ? nans_ : negative ? falls_ : rises_) += sign;
        return;
    }
    if (exponent == 0 && mantissa == 0) return;
    const std::uint64_t digits = exponent == 0 ? mantissa : mantissa | kHiddenBit;
    const std::uint64_t position = exponent == 0 ? 0 : exponent - 1;
    const auto limb = static_cast<std::size_t>(position / kLimbBits);
    const uint128 shifted = uint128{digits} << (position % kLimbBits);
    const auto low = static_cast<std::uint64_t>(shifted);
    const auto high = static_cast<std::uint64_t>(shifted >> 64U);
    if (negative) sign = -sign;
    limbs_[limb] += sign * static_cast<std::int64_t>(low % kLimbRange);
    limbs_[limb + 1] += sign * static_cast<std::int64_t>(low / kLimbRange);
    limbs_[limb + 2] += sign * static_cast<std::int64_t>(high);
    low_ = std::min(low_, limb);
    high_ = std::max(high_, limb + kLimbsOfDouble);
}

double ExactSum::value() const {
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    if (nans_ > 0 || (rises_ > 0 && falls_ > 0)) return std::numeric_limits<double>::quiet_NaN();
    if (rises_ > 0) return kInfinity;
    if (falls_ > 0) return -kInfinity;

    std::array<std::uint64_t, kLimbs> digits;
    const bool negative = !settle(1, digits);
    if (negative) settle(-1, digits);
    std::size_t top = high_ + 1;
    while (top > low_ && digits[top - 1] == 0) --top;
    if (top <= low_) return 0.0;

    // The upper 64 bits, the lowest of which also stands for everything below, round once on their way to a double.
    const auto digit = [&](std::size_t below_top) { return top - low_ > below_top ? digits[top - 1 - below_top] : 0; };
    const auto zeros = static_cast<unsigned>(std::countl_zero(digit(0))) - kLimbBits;
    const uint128 upper = (uint128{digit(0)} << 64U | uint128{digit(1)} << 32U | digit(2)) << zeros;
    bool rest = upper % kLimbRange != 0;
    for (std::size_t i = low_; i + kLimbsOfDouble < top && !rest; ++i) rest = digits[i] != 0;
    const auto significant = static_cast<std::uint64_t>(upper / kLimbRange) | static_cast<std::uint64_t>(rest);
    const int exponent = kLowestExponent + static_cast<int>(kLimbBits * top) - static_cast<int>(2 * kLimbBits + zeros);
    const double magnitude = scale(static_cast<double>(significant), exponent);
    return negative ? -magnitude : magnitude;
}

bool ExactSum::settle(std::int64_t sign, std::array<std::uint64_t, kLimbs>& digits) const {
    std::int64_t carry = 0;
    for (std::size_t i = low_; i < high_; ++i) {
        carry += sign * limbs_[i];
        digits[i] = static_cast<std::uint64_t>(carry) % kLimbRange;
        carry = (carry - static_cast<std::int64_t>(digits[i])) / static_cast<std::int64_t>(kLimbRange);
    }
    digits[high_] = static_cast<std::uint64_t>(carry);
    return carry >= 0;
}

}  // namespace ct::indicators
