#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"

namespace ct::data {

/// The two neighbours of a time column that are closest together.
struct ClosestRows {
    std::int64_t step_ns = 0;
    std::size_t row = 0;  ///< the later of the first such pair
};

/// Requires: times strictly ascending, at least two.
ClosestRows closest_rows(std::span<const TimeNs> times);

/// The known timeframe whose length is the smallest step; a month when that is 28 to 31 days and every bar opens a
/// month. Nothing when it is none. Requires: times strictly ascending, at least two.
std::optional<Timeframe> detect_timeframe(std::span<const TimeNs> times);

/// What a time column lacks.
struct Gaps {
    std::size_t gaps = 0;          ///< places with at least one bar missing
    std::size_t missing_bars = 0;  ///< sum of what is missing in them
    /// The first row that is no whole number of bars after the row before (for a month: no month's start). Counting
    /// stops there.
    std::optional<std::size_t> off_grid_row;
};

/// How many bars the grid has between two open times and `rows` bars, these two among them, do not cover.
std::uint64_t missing_bars(TimeNs first_ns, TimeNs last_ns, std::uint64_t rows, Timeframe timeframe);

/// Requires: times strictly ascending.
Gaps find_gaps(std::span<const TimeNs> times, Timeframe timeframe);

}  // namespace ct::data
