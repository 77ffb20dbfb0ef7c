#include "ct/data/csv_join.hpp"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/data/bar_series.hpp"

namespace ct::data {

namespace {

/// Calls `change` with each column of the series.
template <class Change>
void for_each_column(BarSeries& series, const Change& change) {
    change(series.time_ns);
    change(series.open);
    change(series.high);
    change(series.low);
    change(series.close);
    change(series.volume);
    change(series.extras.quote_volume);
    change(series.extras.trade_count);
    change(series.extras.taker_buy_volume);
    change(series.extras.taker_buy_quote_volume);
}

/// Puts the rows of the files one after the other in the files' order, which becomes ascending.
void reorder_rows(BarSeries& series, const std::vector<CsvFileRows>& files) {
    for_each_column(series, [&](auto& column) {
        if (column.empty()) return;
        std::remove_reference_t<decltype(column)> ordered;
        ordered.reserve(column.size());
        for (const auto& file : files) {
            ordered.insert(ordered.end(), column.begin() + static_cast<std::ptrdiff_t>(file.begin),
                           column.begin() + static_cast<std::ptrdiff_t>(file.end));
        }
        column = std::move(ordered);
    });
}

}  // namespace

void reverse_csv_rows(BarSeries& series, std::size_t begin) {
    for_each_column(series, [&](auto& column) {
        if (!column.empty()) std::reverse(column.begin() + static_cast<std::ptrdiff_t>(begin), column.end());
    });
}

Result<void> order_csv_files(BarSeries& series, std::vector<CsvFileRows>& files) {
    const auto earlier = [&](const CsvFileRows& a, const CsvFileRows& b) {
        return std::pair(series.time_ns[a.begin], a.begin) < std::pair(series.time_ns[b.begin], b.begin);
    };
    if (!std::is_sorted(files.begin(), files.end(), earlier)) {
        std::sort(files.begin(), files.end(), earlier);
        reorder_rows(series, files);
        std::size_t begin = 0;
        for (auto& file : files) {
            file.end = begin + (file.end - file.begin);
            file.begin = std::exchange(begin, file.end);
        }
    }
    for (std::size_t i = 1; i < files.size(); ++i) {
        const TimeNs last = series.time_ns[files[i - 1].end - 1];
        const TimeNs first = series.time_ns[files[i].begin];
        if (first > last) continue;
        return fail(
            ErrorCode::kInvalidData,
            fmt::format("{} begins at {}, but {} ends at {}: expected files that do not overlap; `cracktrader "
                        "data import` merges such files",
                        files[i].format.name, format_iso_time(first), files[i - 1].format.name, format_iso_time(last)));
    }
    return {};
}

std::string csv_row_place(std::span<const CsvFileRows> files, std::size_t row) {
    auto file = files.begin();
    while (row >= file->end) ++file;
    const std::size_t row_in_file = file->format.descending ? file->end - 1 - row : row - file->begin;
    return fmt::format("{}:{}", file->format.name, file->format.first_row_line + row_in_file);
}

}  // namespace ct::data
