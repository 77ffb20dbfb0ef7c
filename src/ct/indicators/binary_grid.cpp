#include "ct/indicators/binary_grid.hpp"

#include <bit>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace ct::indicators {

namespace {

/// Exponents keep this far from the ends of the double range, where a mean scaled by unit() would not be exact.
constexpr std::uint64_t kLowestBase = 128;
constexpr std::uint64_t kHighestExponent = 1900;
/// Of the mantissa taken as an integer.
constexpr int kBias = 1075;
constexpr int kSpreadOfOneValue = 11;

}  // namespace

BinaryGrid::BinaryGrid(std::size_t values)
    : spread_(static_cast<std::uint64_t>(kSpreadOfOneValue - std::bit_width(values - 1))),
      base_(kHighestExponent + spread_ + 1) {
    assert(values >= 1 && values <= kMaxValues);
}

bool BinaryGrid::place(std::uint64_t lowest, std::uint64_t highest) {
    assert(lowest <= highest);
    if (highest - lowest > spread_ || lowest < kLowestBase + spread_ || highest + spread_ > kHighestExponent)
        return false;
    base_ = lowest - (spread_ - (highest - lowest)) / 2;
    const int unit = static_cast<int>(base_) - kBias;
    high_offset_ = std::ldexp(1.0, unit + 84);
    low_offset_ = std::ldexp(1.0, unit + 52);
    return true;
}

}  // namespace ct::indicators
