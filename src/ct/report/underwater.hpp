#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "ct/analyzers/buckets.hpp"
#include "ct/core/time.hpp"

namespace ct::report {

/// A time that equity spent below its peak. Times are as fine as the buckets.
struct Underwater {
    TimeNs peak_ns = 0;
    TimeNs trough_ns = 0;
    std::optional<TimeNs> recovered_ns;  ///< none: not by the end
    double depth = 0;                    ///< a positive fraction of the peak

    friend bool operator==(const Underwater&, const Underwater&) = default;
};

/// The `limit` deepest falls, the deepest first. Inside of a bucket the lowest value counts against the peak before it.
std::vector<Underwater> deepest_falls(std::span<const analyzers::Bucket> equity, double start, std::size_t limit);

}  // namespace ct::report
