#pragma once

#include <cstdint>
#include <span>

namespace ct::analyzers {

/// The least and the greatest of some values.
struct ValueRange {
    double min = 0;
    double max = 0;
};

/// Requires: at least one value, all finite. Zeros come out as +0, so the bits do not depend on the order of
/// comparison.
ValueRange range_of(std::span<const double> values);

/// How many values are above zero.
std::uint64_t count_positive(std::span<const double> values);

/// The slow twins: one value after the other.
ValueRange range_of_each(std::span<const double> values);
std::uint64_t count_positive_each(std::span<const double> values);

}  // namespace ct::analyzers
