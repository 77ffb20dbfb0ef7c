#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "ct/core/result.hpp"
#include "ct/data/bar_series.hpp"
#include "ct/data/csv_format.hpp"

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

/// "x.csv:17" of a row of the series.
std::string csv_row_place(std::span<const CsvFileRows> files, std::size_t row);

}  // namespace ct::data
