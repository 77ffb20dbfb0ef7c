#pragma once

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <ios>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "ct/core/result.hpp"
#include "ct/data/csv.hpp"
#include "support/project.hpp"

namespace ct::test {

/// The bytes of a file; empty when there is none.
inline std::string file_bytes(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// The hand-made candle files of tests/fixtures/csv.
inline std::filesystem::path csv_fixture(const std::string& name) {
    return project_folder() / "tests" / "fixtures" / "csv" / name;
}

/// A plain file with a bar at each of these minutes of 2024-01-01.
inline std::string minutes(const std::vector<int>& at) {
    std::string text = "open_time,open,high,low,close,volume\n";
    for (const int minute : at) text += std::to_string(1'704'067'200 + minute * 60) + ",100,110,90,105,7\n";
    return text;
}

/// Feeds one file to a reader in chunks of a size.
inline Result<void> feed_csv(data::CsvReader& reader, const std::string& name, std::string_view text,
                             std::size_t chunk_bytes = 1U << 18U) {
    if (auto begun = reader.begin_file(name); !begun) return begun;
    for (std::size_t at = 0; at < text.size(); at += chunk_bytes) {
        const std::string_view part = text.substr(at, chunk_bytes);
        const std::vector<char> exact(part.begin(), part.end());  // so that a sanitizer sees a step over its end
        if (auto fed = reader.feed({exact.data(), exact.size()}); !fed) return fed;
    }
    return reader.end_file();
}

/// Reads one text as the file "x.csv".
inline Result<data::CsvSeries> read_csv_text(std::string_view text, const data::CsvOptions& options = {},
                                             std::size_t chunk_bytes = 1U << 18U) {
    data::CsvReader reader(options);
    if (auto fed = feed_csv(reader, "x.csv", text, chunk_bytes); !fed) return fail(fed);
    return reader.finish();
}

/// The error message of a text that must not read; empty when it does read.
inline std::string csv_error(std::string_view text, const data::CsvOptions& options = {}) {
    const auto read = read_csv_text(text, options);
    return read ? "" : read.error().message;
}

}  // namespace ct::test
