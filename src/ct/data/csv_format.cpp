#include "ct/data/csv_format.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/data/csv_fields.hpp"
#include "ct/data/csv_header.hpp"

namespace ct::data {

namespace {

constexpr std::string_view kExpected =
    "expected a header such as open_time,open,high,low,close,volume, or rows of these 6 columns or of Binance's 12";

constexpr std::array kPlainColumns = {CsvColumn::kTime, CsvColumn::kOpen,  CsvColumn::kHigh,
                                      CsvColumn::kLow,  CsvColumn::kClose, CsvColumn::kVolume};

/// open_time, open, high, low, close, volume, close_time, quote_volume, count, taker_buy_volume,
/// taker_buy_quote_volume, ignore
constexpr std::array kKlineColumns = {CsvColumn::kTime,
                                      CsvColumn::kOpen,
                                      CsvColumn::kHigh,
                                      CsvColumn::kLow,
                                      CsvColumn::kClose,
                                      CsvColumn::kVolume,
                                      CsvColumn::kIgnored,
                                      CsvColumn::kQuoteVolume,
                                      CsvColumn::kTradeCount,
                                      CsvColumn::kTakerBuyVolume,
                                      CsvColumn::kTakerBuyQuoteVolume,
                                      CsvColumn::kIgnored};
constexpr std::size_t kKlineCloseTime = 6;

struct NumberedLine {
    std::string_view text;
    std::size_t number = 0;
};

/// The lines of the sample that are not blank.
std::vector<NumberedLine> lines_of(std::string_view sample) {
    std::vector<NumberedLine> lines;
    for (std::size_t number = 1; !sample.empty() && number <= kCsvSampleLines; ++number) {
        const std::size_t end = std::min(sample.find('\n'), sample.size());
        const std::string_view line = sample.substr(0, end);
        if (!trimmed(line).empty()) lines.push_back({line, number});
        sample.remove_prefix(std::min(end + 1, sample.size()));
    }
    return lines;
}

/// The first of tab, semicolon and comma that makes at least six columns; else a comma.
char delimiter_of(std::string_view line) {
    for (const char delimiter : {'\t', ';', ','}) {
        if (std::count(line.begin(), line.end(), delimiter) + 1 >= std::ssize(kPlainColumns)) return delimiter;
    }
    return ',';
}

/// A line split by its own delimiter.
struct SplitLine {
    NumberedLine line;
    char delimiter = ',';
    bool quotes_match = true;
    CsvFields fields;

    explicit SplitLine(const NumberedLine& from) : line(from), delimiter(delimiter_of(from.text)) {
        quotes_match = split_csv_line(line.text, delimiter, fields);
        fields.count = std::min(fields.count, kMaxCsvColumns + 1);
    }
    [[nodiscard]] bool is_data() const { return quotes_match && detect_time_unit(fields[0]).has_value(); }
    [[nodiscard]] CsvHeaderMatch header() const { return quotes_match ? match_csv_header(fields) : CsvHeaderMatch{}; }
};

/// A file without header: its columns by their number.
Result<void> take_headerless(const SplitLine& first, CsvFormat& format) {
    const std::size_t count = first.fields.count;
    if (count == kPlainColumns.size()) {
        format.columns.assign(kPlainColumns.begin(), kPlainColumns.end());
    } else if (count == kKlineColumns.size()) {
        format.columns.assign(kKlineColumns.begin(), kKlineColumns.end());
        const auto unit = detect_time_unit(first.fields[0]);
        const auto open = parse_csv_time(first.fields[0], *unit);
        const auto close = parse_csv_time(first.fields[kKlineCloseTime], *unit);
        if (!close || *close <= *open) {
            return fail(ErrorCode::kInvalidData,
                        fmt::format("{}:{}: 12 columns without header, but column 7 '{}' is no close time after the "
                                    "open time as in Binance's klines; add a header line",
                                    format.name, first.line.number, printable(first.fields[kKlineCloseTime])));
        }
    } else {
        return fail(ErrorCode::kInvalidData, fmt::format("{}:{}: {} columns without header, {}", format.name,
                                                         first.line.number, count, kExpected));
    }
    format.delimiter = first.delimiter;
    format.first_row_line = first.line.number;
    return {};
}

/// Why a first line is neither a header nor a row.
tl::unexpected<Error> not_a_header(const std::string& name, const SplitLine& line, const CsvHeaderMatch& match) {
    const std::string where = fmt::format("{}:{}", name, line.line.number);
    constexpr std::size_t kPrices = 4;  // with so many names it is a header
    const bool is_header = line.fields.count >= kPlainColumns.size() || match.recognised >= kPrices;
    if (match.recognised == 0 || !is_header) {
        return fail(ErrorCode::kInvalidData, fmt::format("{}: '{}' is neither a header nor a row of candles, {}", where,
                                                         printable(trimmed(line.line.text)), kExpected));
    }
    const std::string_view volume = csv_column_name(CsvColumn::kVolume);
    if (match.missing.size() == 1 && match.missing.front() == volume) {
        return fail(
            ErrorCode::kInvalidData,
            fmt::format("{}: the header '{}' has no column for {}; where volumes are not known, add one with 0 in "
                        "each row",
                        where, printable(trimmed(line.line.text)), volume));
    }
    if (!match.missing.empty()) {
        return fail(ErrorCode::kInvalidData,
                    fmt::format("{}: the header '{}' has no column for {}, {}", where,
                                printable(trimmed(line.line.text)), fmt::join(match.missing, ", "), kExpected));
    }
    return fail(ErrorCode::kInvalidData, fmt::format("{}: the columns {}, expected one", where, match.ambiguous));
}

/// Finds the header or the first row. Gives the position in `lines` of the first row.
Result<std::size_t> take_header(const std::vector<NumberedLine>& lines, CsvFormat& format) {
    const SplitLine first(lines[0]);
    if (first.is_data()) {
        if (auto taken = take_headerless(first, format); !taken) return fail(taken);
        return 0;
    }
    const auto use = [&](const SplitLine& line, const CsvHeaderMatch& match) {
        format.delimiter = line.delimiter;
        format.columns = match.columns;
        for (std::size_t i = 0; i < match.columns.size(); ++i) format.header.push_back(printable(line.fields[i]));
    };
    const CsvHeaderMatch match = first.header();
    if (match.complete()) {
        use(first, match);
        return 1;
    }
    if (lines.size() > 1) {
        const SplitLine second(lines[1]);
        const CsvHeaderMatch second_match = second.header();
        if (second_match.complete()) {
            format.skipped_line = printable(trimmed(first.line.text));
            use(second, second_match);
            return 2;
        }
    }
    return not_a_header(format.name, first, match);
}

/// The unit of the time column of the first row.
Result<void> take_first_row(const SplitLine& row, CsvFormat& format) {
    format.first_row_line = row.line.number;
    CsvFields fields;
    const bool quotes_match = split_csv_line(row.line.text, format.delimiter, fields);
    const std::size_t column = format.position(CsvColumn::kTime);
    if (!quotes_match || column >= fields.count) return {};  // the row parser says what is wrong
    const auto unit = detect_time_unit(fields[column]);
    if (!unit) {
        return fail(ErrorCode::kInvalidData,
                    fmt::format("{}:{}: time is '{}', expected a Unix time (1990 to 2261) in s, ms, us or ns, or ISO "
                                "text such as 2024-01-31T12:00:00Z",
                                format.name, row.line.number, printable(fields[column])));
    }
    format.time_unit = *unit;
    return {};
}

const char* delimiter_name(char delimiter) { return delimiter == ';' ? "semicolons" : "tabs"; }

}  // namespace

const char* time_unit_name(TimeUnit unit) {
    switch (unit) {
        case TimeUnit::kSeconds:
            return "seconds";
        case TimeUnit::kMilliseconds:
            return "milliseconds";
        case TimeUnit::kMicroseconds:
            return "microseconds";
        case TimeUnit::kNanoseconds:
            return "nanoseconds";
        case TimeUnit::kIso:
            break;
    }
    return "ISO text";
}

std::int64_t time_unit_ns(TimeUnit unit) {
    switch (unit) {
        case TimeUnit::kSeconds:
            return kNsPerSecond;
        case TimeUnit::kMilliseconds:
            return kNsPerMs;
        case TimeUnit::kMicroseconds:
            return 1'000;
        case TimeUnit::kNanoseconds:
            return 1;
        case TimeUnit::kIso:
            break;
    }
    return 0;
}

std::optional<TimeUnit> detect_time_unit(std::string_view field) {
    for (const TimeUnit unit : {TimeUnit::kSeconds, TimeUnit::kMilliseconds, TimeUnit::kMicroseconds,
                                TimeUnit::kNanoseconds, TimeUnit::kIso}) {
        if (parse_csv_time(field, unit)) return unit;
    }
    return std::nullopt;
}

std::optional<TimeNs> parse_csv_time(std::string_view field, TimeUnit unit) {
    if (unit == TimeUnit::kIso) {
        if (field.ends_with("UTC")) field = trimmed(field.substr(0, field.size() - 3));
        const auto time_ns = parse_iso_time(field);
        return time_ns ? std::optional(*time_ns) : std::nullopt;
    }
    std::int64_t value = 0;
    const char* begin = field.data();
    const char* end = begin + field.size();
    const auto [stop, error] = std::from_chars(begin, end, value);
    if (error != std::errc{}) return std::nullopt;
    std::string_view rest(stop, static_cast<std::size_t>(end - stop));
    if (rest.starts_with('.')) rest.remove_prefix(1);
    if (rest.find_first_not_of('0') != std::string_view::npos) return std::nullopt;
    const std::int64_t unit_ns = time_unit_ns(unit);
    const std::int64_t per_second = kNsPerSecond / unit_ns;
    if (value < kMinUnixSeconds * per_second || value / per_second > kMaxUnixSeconds) return std::nullopt;
    return value * unit_ns;
}

std::size_t CsvFormat::position(CsvColumn column) const {
    std::size_t at = 0;
    while (at < columns.size() && columns[at] != column) ++at;
    return at;
}

bool CsvFormat::is_kline() const {
    return columns.size() == kKlineColumns.size() &&
           std::equal(kKlineColumns.begin(), kKlineColumns.end(), columns.begin());
}

std::string CsvFormat::text() const {
    std::string line = fmt::format("{}: {} {}", name, rows, rows == 1 ? "row" : "rows");
    if (!skipped_line.empty()) line += fmt::format(", '{}' before the header skipped", skipped_line);
    line += fmt::format(", {} {}columns {}", columns.size(), is_kline() ? "Binance kline " : "",
                        header.empty() ? "without header" : "with header");
    if (header.empty() && !is_kline()) line += " taken as time, open, high, low, close, volume";
    if (!header.empty()) {
        line += fmt::format(" (time '{}', volume '{}')", header[position(CsvColumn::kTime)],
                            header[position(CsvColumn::kVolume)]);
    }
    if (delimiter != ',') line += fmt::format(", separated by {}", delimiter_name(delimiter));
    return line + ", " + time_text();
}

std::string CsvFormat::time_text() const {
    const char* order = unordered ? ", unordered" : descending ? ", newest first" : ", ascending";
    return fmt::format("time {} {}{}", time_unit == TimeUnit::kIso ? "as" : "in", time_unit_name(time_unit),
                       rows > 1 ? order : "");
}

Result<CsvFormat> detect_csv_format(std::string_view name, std::string_view sample) {
    CsvFormat format;
    format.name = name;
    if (const std::size_t nul = sample.find('\0'); nul != std::string_view::npos) {
        return fail(
            ErrorCode::kInvalidData,
            fmt::format("{}:{}: a binary file (zero byte), expected candles as CSV text", name,
                        std::count(sample.begin(), sample.begin() + static_cast<std::ptrdiff_t>(nul), '\n') + 1));
    }
    const auto lines = lines_of(sample);
    if (lines.empty()) {
        return fail(ErrorCode::kInvalidData, fmt::format("{}: an empty file, {}", name, kExpected));
    }
    const auto first_row = take_header(lines, format);
    if (!first_row) return fail(first_row);
    if (*first_row == lines.size()) {
        return fail(ErrorCode::kInvalidData, fmt::format("{}: a header but no rows, expected candles", name));
    }
    if (auto taken = take_first_row(SplitLine(lines[*first_row]), format); !taken) return fail(taken);
    return format;
}

}  // namespace ct::data
