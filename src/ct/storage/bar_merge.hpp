#pragma once

#include <cstddef>
#include <cstdint>

#include "ct/core/result.hpp"
#include "ct/data/bar_series.hpp"

namespace ct::storage {

/// Bars in ascending order, each time once.
struct SortedBars {
    data::BarSeries bars;
    std::uint64_t duplicates = 0;  ///< rows dropped because a later one has their time
    bool was_sorted = true;        ///< the rows were ascending, repeated times apart
};

/// Of rows with one time the last stays.
SortedBars sort_bars(const data::BarSeries& bars);

/// What a merge of two sorted series gives.
struct MergedBars {
    data::BarSeries bars;
    std::uint64_t added = 0;    ///< times that only `fresh` has
    std::uint64_t changed = 0;  ///< times of both with other values
};

/// Both series' rows; where both have a time, those of `fresh` count. A further column that only one of them has is
/// kept, NaN or -1 where it is not known.
MergedBars merge_bars(const data::BarSeries& stored, const data::BarSeries& fresh);

/// The rows [begin, end).
data::BarSeries slice_bars(const data::BarSeries& bars, std::size_t begin, std::size_t end);

/// Finite positive prices, low <= open, close <= high, volume >= 0, times on the timeframe's grid and in whole months.
/// Requires: ascending.
/// Errors: kInvalidData naming the first bar that is not so.
Result<void> check_bars(const data::BarSeries& bars);

}  // namespace ct::storage
