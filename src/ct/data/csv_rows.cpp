#include "ct/data/csv_rows.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

#include <fmt/format.h>

#include "ct/core/decimal.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/data/bar_series.hpp"
#include "ct/data/csv_fields.hpp"
#include "ct/data/csv_format.hpp"
#include "ct/data/csv_header.hpp"

namespace ct::data {

namespace {

/// An integer below 2^53 and a power of ten up to 10^22 are exact doubles: their quotient is the correctly rounded
/// number.
constexpr std::uint64_t kMaxExactMantissa = std::uint64_t{1} << 53U;
constexpr std::int64_t kMaxExactDigits = 18;
/// So many digits never overflow an unsigned 64-bit number.
constexpr std::int64_t kMaxTimeDigits = 19;

std::uint64_t digit(const char* at) { return static_cast<std::uint64_t>(static_cast<unsigned char>(*at)) - '0'; }

/// Adds digits to a number while there are any; overflow is the caller's to prevent or to notice.
void scan_digits(const char*& at, std::uint64_t& value) {
    for (std::uint64_t next = digit(at); next <= 9; next = digit(++at)) value = value * 10 + next;
}

bool is_price(CsvColumn column) { return column >= CsvColumn::kOpen && column <= CsvColumn::kClose; }
bool is_extra(CsvColumn column) { return column > CsvColumn::kVolume; }

bool prices_in_order(double open, double high, double low, double close) {
    return low <= open && low <= close && open <= high && close <= high;
}

constexpr const char* kImportHint = "`cracktrader data import` sorts and merges such files";

}  // namespace

double& CsvRowParser::Row::number(CsvColumn column) {
    switch (column) {
        case CsvColumn::kOpen:
            return open;
        case CsvColumn::kHigh:
            return high;
        case CsvColumn::kLow:
            return low;
        case CsvColumn::kClose:
            return close;
        case CsvColumn::kQuoteVolume:
            return quote_volume;
        case CsvColumn::kTakerBuyVolume:
            return taker_buy_volume;
        case CsvColumn::kTakerBuyQuoteVolume:
            return taker_buy_quote_volume;
        default:
            return volume;
    }
}

CsvRowParser::CsvRowParser(const CsvFormat& format, PriceDecimals& decimals, BarSeries& series,
                           const CsvRowOptions& options)
    : format_(format),
      decimals_(decimals),
      series_(series),
      keep_extras_(options.keep_extras),
      any_order_(options.any_order),
      delimiter_(format.delimiter),
      unit_ns_(static_cast<std::uint64_t>(time_unit_ns(format.time_unit))),
      line_(format.first_row_line) {
    if (unit_ns_ == 0) return;
    min_time_ = static_cast<std::uint64_t>(kMinUnixSeconds * kNsPerSecond) / unit_ns_;
    max_time_ = static_cast<std::uint64_t>(kMaxUnixSeconds * kNsPerSecond) / unit_ns_;
}

Result<void> CsvRowParser::parse(std::string_view text) {
    const char* at = text.data();
    const char* const end = at + text.size();
    for (; at != end; ++line_) {
        Row row;
        const char* next = scan_row(at, row);
        if (next == nullptr) [[unlikely]] {
            const auto* line_end = static_cast<const char*>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)));
            const std::string_view line(at, static_cast<std::size_t>(line_end - at));
            at = line_end + 1;
            if (trimmed(line).empty()) {
                if (blank_line_ == 0) blank_line_ = line_;
                continue;
            }
            if (auto read = read_row(line, row); !read) return read;
        } else {
            at = next;
        }
        if (auto taken = take_row(row); !taken) return taken;
    }
    return {};
}

Result<void> CsvRowParser::parse_row(std::string_view row, std::size_t line, std::size_t column) {
    line_ = line;
    column_ = column;
    return parse(row);
}

/// A plain row; null when the line is none, right or wrong.
const char* CsvRowParser::scan_row(const char* at, Row& row) {
    const std::size_t last = format_.columns.size() - 1;
    for (std::size_t i = 0; i <= last; ++i) {
        if (!scan_field(format_.columns[i], at, row)) return nullptr;
        if (i == last && *at == '\r') ++at;
        if (*at != (i == last ? '\n' : delimiter_)) return nullptr;
        ++at;
    }
    const bool good = row.low > 0.0 && prices_in_order(row.open, row.high, row.low, row.close);
    return good ? at : nullptr;
}

bool CsvRowParser::scan_field(CsvColumn column, const char*& at, Row& row) {
    if (column == CsvColumn::kTime) return scan_time(at, row.time_ns);
    if (column == CsvColumn::kIgnored || (is_extra(column) && !keep_extras_)) {
        while (*at != delimiter_ && *at != '\n' && *at != '\r' && *at != '"') ++at;
        return true;
    }
    if (column == CsvColumn::kTradeCount) {
        std::uint64_t count = 0;
        const char* begin = at;
        scan_digits(at, count);
        row.trade_count = static_cast<std::int64_t>(count);
        return at != begin && at - begin <= kMaxExactDigits;
    }
    return scan_number(at, row.number(column), is_price(column));
}

/// A Unix time in plain digits, or ISO text.
bool CsvRowParser::scan_time(const char*& at, TimeNs& time_ns) const {
    const char* begin = at;
    if (unit_ns_ != 0) {
        std::uint64_t value = 0;
        scan_digits(at, value);
        time_ns = static_cast<TimeNs>(value * unit_ns_);
        return at - begin <= kMaxTimeDigits && value >= min_time_ && value <= max_time_;
    }
    while (*at != delimiter_ && *at != '\n' && *at != '\r') ++at;
    const auto time = parse_csv_time({begin, static_cast<std::size_t>(at - begin)}, format_.time_unit);
    time_ns = time.value_or(0);
    return time.has_value();
}

/// digits[.digits] in one pass: the number and its decimals.
bool CsvRowParser::scan_number(const char*& at, double& value, bool is_price) {
    const char* begin = at;
    std::uint64_t mantissa = 0;
    scan_digits(at, mantissa);
    std::int64_t digits = at - begin;
    std::int64_t decimals = 0;
    if (digits != 0 && *at == '.') {
        const char* fraction = ++at;
        scan_digits(at, mantissa);
        decimals = at - fraction;
        digits += decimals;
    }
    const bool plain = *at == delimiter_ || *at == '\n' || *at == '\r';
    if (!plain || digits == 0 || digits > kMaxExactDigits || mantissa > kMaxExactMantissa) {
        return scan_other_number(begin, at, value, is_price);
    }
    value = static_cast<double>(mantissa) / pow10_double(static_cast<int>(decimals));
    if (!is_price || decimals <= decimals_.seen) return true;
    return take_decimals({begin, static_cast<std::size_t>(at - begin)}, static_cast<int>(decimals));
}

/// An exponent or very many digits. Signs are left to the path that explains.
bool CsvRowParser::scan_other_number(const char* begin, const char*& at, double& value, bool is_price) {
    at = begin;
    while (*at != delimiter_ && *at != '\n' && *at != '\r') ++at;
    const std::string_view text(begin, static_cast<std::size_t>(at - begin));
    const auto number = parse_finite(text);
    if (!number || *number < 0.0) return false;
    value = *number;
    return !is_price || take_decimals(text, written_decimals(text));
}

/// Zeros at the end do not count: a price has the same decimals in every way of writing it. False when the number needs
/// more decimals than allowed.
bool CsvRowParser::take_decimals(std::string_view number, int written) {
    if (written <= decimals_.seen) return true;
    if (number.find_first_of("eE") == std::string_view::npos) {
        for (; written > 0 && number.ends_with('0'); --written) number.remove_suffix(1);
    } else {
        const auto exact = parse_decimal(number);
        if (!exact) return false;
        written = exact->decimals;
    }
    if (written > decimals_.most) return false;
    decimals_.seen = std::max(decimals_.seen, written);
    return true;
}

Result<void> CsvRowParser::read_row(std::string_view line, Row& row) {
    if (line.find('\0') != std::string_view::npos)
        return wrong("a binary file (zero byte), expected candles as CSV text");
    if (!split_csv_line(line, delimiter_, fields_)) return wrong("quotes do not match");
    if (fields_.count != format_.columns.size()) {
        return wrong(fmt::format("{} columns, expected {}", fields_.count, format_.columns.size()));
    }
    for (std::size_t i = 0; i < fields_.count; ++i) {
        const CsvColumn column = format_.columns[i];
        if (column == CsvColumn::kIgnored || (is_extra(column) && !keep_extras_)) continue;
        if (auto read = read_field(column, fields_[i], row); !read) return read;
    }
    return check_order_of_prices(row);
}

Result<void> CsvRowParser::read_field(CsvColumn column, std::string_view field, Row& row) {
    const char* name = csv_column_name(column);
    if (column == CsvColumn::kTime) {
        const auto time = parse_csv_time(field, format_.time_unit);
        if (!time) {
            const auto other = detect_time_unit(field);
            const bool leap = format_.time_unit == TimeUnit::kIso && field.find(":60") != std::string_view::npos;
            return wrong(fmt::format("time is '{}'{}{}, expected a time {} {} as in the file's first row{}",
                                     printable(field), other ? " in " : "", other ? time_unit_name(*other) : "",
                                     format_.time_unit == TimeUnit::kIso ? "as" : "in",
                                     time_unit_name(format_.time_unit),
                                     leap ? " (Unix time has no leap seconds: 59 is the last)" : ""));
        }
        row.time_ns = *time;
        return {};
    }
    if (is_price(column)) return read_price(column, field, row);
    const auto number = parse_finite(field);
    if (!number || *number < 0.0) {
        return wrong(fmt::format("{} is '{}', expected a number, 0 or more", name, printable(field)));
    }
    if (column != CsvColumn::kTradeCount) {
        row.number(column) = *number;
        return {};
    }
    const auto [stop, error] = std::from_chars(field.data(), field.data() + field.size(), row.trade_count);
    if (error != std::errc{} || stop != field.data() + field.size()) {
        return wrong(fmt::format("{} is '{}', expected a whole number", name, printable(field)));
    }
    return {};
}

Result<void> CsvRowParser::read_price(CsvColumn column, std::string_view field, Row& row) {
    const char* name = csv_column_name(column);
    const auto number = parse_finite(field);
    if (!number) return wrong(fmt::format("{} is '{}', expected a number", name, printable(field)));
    if (*number <= 0.0) return wrong(fmt::format("{} is {}, expected a price above 0", name, printable(field)));
    if (const int written = written_decimals(field); !take_decimals(field, written)) {
        const std::string has = fmt::format("{} {} has {} decimals", name, printable(field), written);
        if (decimals_.given) return wrong(fmt::format("{}, more than the {} of --price-decimals", has, decimals_.most));
        return wrong(fmt::format("{}, more than the {} that are detected; give their number with --price-decimals", has,
                                 decimals_.most));
    }
    row.number(column) = *number;
    return {};
}

Result<void> CsvRowParser::check_order_of_prices(const Row& row) const {
    if (prices_in_order(row.open, row.high, row.low, row.close)) return {};
    const auto text = [&](CsvColumn column) {
        return fmt::format("{} {}", csv_column_name(column), printable(fields_[format_.position(column)]));
    };
    const std::string hint =
        format_.header.empty() ? " (without header the columns are taken as time, open, high, low, close, volume)" : "";
    const auto between = [&](CsvColumn column, double value) {
        return value > row.high ? fmt::format("{} is above {}", text(column), text(CsvColumn::kHigh))
                                : fmt::format("{} is below {}", text(column), text(CsvColumn::kLow));
    };
    if (row.high < row.low) {
        return wrong(fmt::format("{} is below {}{}", text(CsvColumn::kHigh), text(CsvColumn::kLow), hint));
    }
    const bool open_is_wrong = row.open > row.high || row.open < row.low;
    return wrong((open_is_wrong ? between(CsvColumn::kOpen, row.open) : between(CsvColumn::kClose, row.close)) + hint);
}

Result<void> CsvRowParser::take_row(const Row& row) {
    if (blank_line_ != 0) {
        return fail(ErrorCode::kInvalidData,
                    fmt::format("{}:{}: a blank line between rows", format_.name, blank_line_));
    }
    if (rows_ == 1 && row.time_ns < previous_ns_) descending_ = true;
    const bool follows = descending_ ? row.time_ns < previous_ns_ : row.time_ns > previous_ns_;
    if (!follows) {
        if (!any_order_) return wrong_order(row.time_ns);
        unordered_ = true;
    }
    previous_ns_ = row.time_ns;
    order_seen_ = order_seen_ || row.open > row.low;
    ++rows_;
    append(row);
    return {};
}

void CsvRowParser::append(const Row& row) {
    series_.time_ns.push_back(row.time_ns);
    series_.open.push_back(row.open);
    series_.high.push_back(row.high);
    series_.low.push_back(row.low);
    series_.close.push_back(row.close);
    series_.volume.push_back(row.volume);
    if (!keep_extras_) return;
    KlineExtras& extras = series_.extras;
    if (format_.has(CsvColumn::kQuoteVolume)) extras.quote_volume.push_back(row.quote_volume);
    if (format_.has(CsvColumn::kTradeCount)) extras.trade_count.push_back(row.trade_count);
    if (format_.has(CsvColumn::kTakerBuyVolume)) extras.taker_buy_volume.push_back(row.taker_buy_volume);
    if (format_.has(CsvColumn::kTakerBuyQuoteVolume)) {
        extras.taker_buy_quote_volume.push_back(row.taker_buy_quote_volume);
    }
}

Result<void> CsvRowParser::end() const {
    if (rows_ == 0) return fail(ErrorCode::kInvalidData, fmt::format("{}: no rows, expected candles", format_.name));
    if (format_.header.empty() && !format_.is_kline() && !order_seen_) {
        return fail(ErrorCode::kInvalidData,
                    fmt::format("{}: 6 columns without header, and no row has its open above its low: the order time, "
                                "open, high, low, close, volume cannot be verified; add a header line",
                                format_.name));
    }
    return {};
}

tl::unexpected<Error> CsvRowParser::wrong(const std::string& what) const {
    if (column_ == 0) return fail(ErrorCode::kInvalidData, fmt::format("{}:{}: {}", format_.name, line_, what));
    return fail(ErrorCode::kInvalidData, fmt::format("{}:{}:{}: {}", format_.name, line_, column_, what));
}

tl::unexpected<Error> CsvRowParser::wrong_order(TimeNs time_ns) const {
    if (time_ns == previous_ns_) {
        return wrong(fmt::format("time {} repeats the row before, expected each time once; {}",
                                 format_iso_time(time_ns), kImportHint));
    }
    return wrong(fmt::format("time {} follows {}, expected {} times as in the rows before; {}",
                             format_iso_time(time_ns), format_iso_time(previous_ns_),
                             descending_ ? "descending" : "ascending", kImportHint));
}

}  // namespace ct::data
