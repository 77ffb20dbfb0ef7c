#pragma once

#include <cstddef>
#include <cstdint>

#include "ct/core/bits.hpp"

namespace ct::indicators {

/// Division by one small integer n, many times, without the divider: the bits of a true division from products, which
/// vectorize to several times its speed.
///
/// Why the bits are the same: 1/n is `coarse_` (26 bits) plus `fine_`, the value is `high` (26 bits) plus `low`. The
/// product of the first parts is exact; the other two products are 2^-25 of it and together miss the truth by less than
/// 2^-75 of the quotient q. So the last addition is the only one that rounds to the last place u of q, and it can
/// differ from a division only if a midpoint of two doubles lies that near to value / n. But value and midpoint x n are
/// multiples of u / 2. They are not equal, as the midpoint has 54 significant bits and so has its multiple; hence
/// they differ by at least u / 2 > 2^-54 q, and value / n is 2^-54 q / n >= 2^-74 q away.
class Division {
  public:
    static constexpr std::size_t kMaxDivisor = std::size_t{1} << 20U;

    /// Requires: 1 <= divisor <= kMaxDivisor.
    explicit Division(std::size_t divisor)
        : divisor_(static_cast<double>(divisor)),
          reciprocal_(1.0 / divisor_),
          coarse_(keep_high(reciprocal_)),
          fine_((1.0 - coarse_ * divisor_) / divisor_) {}

    /// Bit kInsideBit is set when quotient() may be asked for: magnitudes from 2^-511 to below 2^513, not zero,
    /// infinity or NaN. The other bits mean nothing. In this form it can be collected over a loop by `&`.
    static constexpr std::uint64_t inside(double value) {
        const auto bits = bit_cast<std::uint64_t>(value);
        return bits ^ (bits << 1U);
    }
    static constexpr std::uint64_t kInsideBit = std::uint64_t{1} << 62U;  // the exponent's upper two bits differ

    /// value / divisor. Requires: inside(value) & kInsideBit.
    [[nodiscard]] double quotient(double value) const {
        const double high = keep_high(value);
        const double low = value - high;
        return high * coarse_ + (high * fine_ + low * reciprocal_);
    }

    /// value / divisor for any value.
    [[nodiscard]] double operator()(double value) const { return value / divisor_; }

  private:
    static constexpr double keep_high(double value) {
        constexpr std::uint64_t kHighBits = ~std::uint64_t{0} << 27U;
        return bit_cast<double>(bit_cast<std::uint64_t>(value) & kHighBits);
    }

    double divisor_;
    double reciprocal_;
    double coarse_;
    double fine_;
};

}  // namespace ct::indicators
