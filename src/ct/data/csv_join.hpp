#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/data/bar_series.hpp"
#include "ct/data/csv_format.hpp"
#include "ct/data/quality.hpp"

namespace ct::data {

/// One file's part of a series: rows [begin, end).
struct CsvFileRows {
    CsvFormat format;
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// Turns the rows from `begin` on around.
void reverse_csv_rows(BarSeries& series, std::size_t begin);

/// Puts files, each of them ascending, and their rows into the order of their times.
/// Errors: kInvalidData when two overlap.
Result<void> order_csv_files(BarSeries& series, std::vector<CsvFileRows>& files);

/// The timeframe of ordered files: the given one if the data have it, else the smallest step.
/// Errors: kInvalidArgument when it must be given or the data are coarser or finer, kInvalidData when the smallest step
/// is no timeframe.
Result<Timeframe> csv_timeframe(std::span<const TimeNs> times, std::span<const CsvFileRows> files,
                                std::optional<Timeframe> given);

/// find_gaps with a sentence for a row off the grid. Errors: kInvalidData.
Result<Gaps> csv_gaps(std::span<const TimeNs> times, std::span<const CsvFileRows> files, Timeframe timeframe);

}  // namespace ct::data
