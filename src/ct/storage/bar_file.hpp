#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "ct/core/result.hpp"
#include "ct/data/bar_series.hpp"
#include "ct/data/csv.hpp"
#include "ct/storage/text_source.hpp"

namespace ct::storage {

/// Candles of a file of any known format, and what was detected.
struct BarFile {
    data::BarSeries series;            ///< rows as they were read: in any order, and times may repeat
    std::vector<std::string> formats;  ///< one line for people for each file that was read
    std::vector<std::string> ignored;  ///< what a folder or archive held beside candles
    std::size_t gaps = 0;              ///< places with at least one bar missing
    std::size_t missing_bars = 0;
    std::size_t duplicates = 0;  ///< rows whose time another row has too, less one for each time
};

/// Reads candles from a file in the format that its content has, whatever its name is: CSV (plain, gzip, zip, a
/// folder), JSON (plain or gzip, as JsonBarReader tells), Parquet, Arrow IPC file (Feather) or stream.
/// `options.any_order` is taken as true. Errors: kInvalidArgument and kInvalidData naming file, place and what was
/// expected, kUnsupported for formats that are known but not read, kNotFound, kReadFailed.
Result<BarFile> read_bars(const std::filesystem::path& path, const data::CsvOptions& options = {},
                          const ReadProgress& progress = {});

}  // namespace ct::storage
