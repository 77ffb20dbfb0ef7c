#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/data/csv_header.hpp"

namespace ct::data {

/// How a file writes its times: Unix time in a unit, or ISO text.
enum class TimeUnit : std::uint8_t { kSeconds, kMilliseconds, kMicroseconds, kNanoseconds, kIso };

/// "seconds", "milliseconds", "microseconds", "nanoseconds", "ISO text".
const char* time_unit_name(TimeUnit unit);

/// Nanoseconds of one unit; 0 for ISO text.
std::int64_t time_unit_ns(TimeUnit unit);

/// Unix times are taken from 1990 to 2261, so that no number reads as a time in two units and a date written as
/// 20240131 as none.
inline constexpr std::int64_t kMinUnixSeconds = 631'152'000;
inline constexpr std::int64_t kMaxUnixSeconds = 9'214'646'400;

/// The unit in which a field is a time; nothing when it is none.
std::optional<TimeUnit> detect_time_unit(std::string_view field);

/// Reads a time in the unit of its file: an integer (".000" may follow), or ISO text ("UTC" may follow). Nothing when
/// the field is no time in that unit.
std::optional<TimeNs> parse_csv_time(std::string_view field, TimeUnit unit);

/// What was detected of one candle file.
struct CsvFormat {
    std::string name;
    std::size_t rows = 0;
    char delimiter = ',';
    std::vector<CsvColumn> columns;   ///< one per column of the file
    std::vector<std::string> header;  ///< the names as written; empty in a file without header
    std::string skipped_line;         ///< what stood before the header; usually empty
    std::size_t first_row_line = 1;   ///< line of the first row, counted from 1
    TimeUnit time_unit = TimeUnit::kMilliseconds;
    bool descending = false;  ///< newest first in the file; the series is ascending
    bool unordered = false;   ///< neither ascending nor descending, or a time repeats

    [[nodiscard]] bool has(CsvColumn column) const { return position(column) != columns.size(); }
    /// Where a column stands; columns.size() when the file has none.
    [[nodiscard]] std::size_t position(CsvColumn column) const;
    /// Binance's twelve columns in Binance's order.
    [[nodiscard]] bool is_kline() const;
    /// One line for people: "x.csv: 44640 rows, 12 Binance kline columns without header, time in microseconds,
    /// ascending".
    [[nodiscard]] std::string text() const;
    /// Its end: "time in microseconds, ascending".
    [[nodiscard]] std::string time_text() const;
};

/// detect_csv_format needs this many lines, fewer only if the file has no more.
inline constexpr std::size_t kCsvSampleLines = 16;

/// Detects the shape of a file from its first lines (no byte order mark in front): everything but `rows` and
/// `descending`. Errors: kInvalidData for an empty or binary file, a header without rows, unknown or ambiguous columns.
Result<CsvFormat> detect_csv_format(std::string_view name, std::string_view sample);

}  // namespace ct::data
