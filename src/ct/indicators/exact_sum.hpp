#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace ct::indicators {

/// A sum of doubles without rounding: a fixed-point number as wide as all doubles together, in which values can be
/// added and taken out again. Follows R. Neal, "Fast exact summation using small and large superaccumulators" (2015).
class ExactSum {
  public:
    void add(double value) { apply(value, 1); }
    /// Takes a value out that was added before.
    void subtract(double value) { apply(value, -1); }

    /// The double nearest to the exact sum, ties to even: what Python's math.fsum gives. NaN when a NaN or infinities
    /// of both signs were added, else an infinity that was added; an infinity when the sum lies beyond the largest
    /// double.
    [[nodiscard]] double value() const;

    template <class Archive>
    void state(Archive& archive) {
        archive(limbs_, low_, high_, nans_, rises_, falls_);
    }

  private:
    // Limb i counts 2^(32 i - 1074). A double touches three limbs and changes each by less than 2^32, so carries can
    // wait until value() as long as fewer than 2^31 values are in the sum.
    static constexpr std::size_t kLimbs = 68;

    void apply(double value, std::int64_t sign);
    /// Writes the digits of the sum, or of its negative, with all carries done. False when that is below zero.
    bool settle(std::int64_t sign, std::array<std::uint64_t, kLimbs>& digits) const;

    std::array<std::int64_t, kLimbs> limbs_{};
    std::size_t low_ = kLimbs;  ///< no limb below was touched
    std::size_t high_ = 0;      ///< nor this one and above
    std::int64_t nans_ = 0;
    std::int64_t rises_ = 0;  ///< +infinities
    std::int64_t falls_ = 0;  ///< -infinities
};

}  // namespace ct::indicators
