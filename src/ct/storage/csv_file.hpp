#pragma once

#include <filesystem>

#include "ct/core/result.hpp"
#include "ct/data/csv.hpp"
#include "ct/storage/text_source.hpp"

namespace ct::storage {

/// Reads candles from a CSV file (plain, gzip, zip) or a folder of them. Errors: those of read_text and
/// data::CsvReader.
Result<data::CsvSeries> read_csv(const std::filesystem::path& path, const data::CsvOptions& options = {},
                                 const ReadProgress& progress = {});

}  // namespace ct::storage
