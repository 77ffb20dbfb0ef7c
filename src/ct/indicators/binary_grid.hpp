#pragma once

#include <cstddef>
#include <cstdint>

#include "ct/core/bits.hpp"

namespace ct::indicators {

/// Positive doubles within a few binary orders of magnitude as integers: value = count x 2^k, exactly. A count is below
/// 2^(53 + spread), so that the sum of a window of them fits 64 bits.
class BinaryGrid {
  public:
    /// Most values that can be summed at all.
    static constexpr std::size_t kMaxValues = 2048;

    /// For sums of `values` counts; covers nothing until it is placed. Requires: 1 <= values <= kMaxValues.
    explicit BinaryGrid(std::size_t values);

    /// The exponent field of a positive double; more than any of them for a negative one.
    static std::uint64_t exponent_of(double value) { return bit_cast<std::uint64_t>(value) >> kMantissaBits; }

    /// Moves to where it covers these exponents and as much below them as above; false when it cannot.
    bool place(std::uint64_t lowest, std::uint64_t highest);

    [[nodiscard]] bool covers(double value) const { return exponent_of(value) - base_ <= spread_; }
    /// Not zero in its highest bit when the value is not covered: collects over a loop.
    [[nodiscard]] std::uint64_t outside(double value) const {
        const std::uint64_t above = exponent_of(value) - base_;
        return above | (spread_ - above);
    }
    /// Requires: covers(value).
    [[nodiscard]] std::uint64_t count(double value) const {
        const std::uint64_t mantissa = bit_cast<std::uint64_t>(value) & (kHiddenBit - 1);
        return (mantissa | kHiddenBit) << ((exponent_of(value) - base_) & 63U);
    }
    /// The double nearest to a sum of counts.
    [[nodiscard]] double value(std::uint64_t counts) const {
        // Both halves become doubles by way of a constant of the right exponent, exactly; their sum rounds once.
        const auto high = bit_cast<double>((counts >> 32U) | bit_cast<std::uint64_t>(high_offset_));
        const auto low = bit_cast<double>((counts & 0xffff'ffff) | bit_cast<std::uint64_t>(low_offset_));
        return (high - (high_offset_ + low_offset_)) + low;
    }

    template <class Archive>
    void state(Archive& archive) {
        archive(base_, high_offset_, low_offset_);
    }

  private:
    static constexpr unsigned kMantissaBits = 52;
    static constexpr std::uint64_t kHiddenBit = std::uint64_t{1} << kMantissaBits;

    std::uint64_t spread_;
    std::uint64_t base_ = 0;
    double high_offset_ = 0;  ///< 2^84 units: one unit in its last place is 2^32
    double low_offset_ = 0;   ///< 2^52 units: one unit in its last place is one
};

}  // namespace ct::indicators
