#include "ct/core/time.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "ct/core/result.hpp"

namespace ct {

namespace {

constexpr int kMinYear = 1678;
constexpr int kMaxYear = 2261;

/// Takes exactly `width` digits off the front.
std::optional<int> take_digits(std::string_view& text, std::size_t width) {
    if (text.size() < width) return std::nullopt;
    int value = 0;
    for (std::size_t i = 0; i < width; ++i) {
        if (text[i] < '0' || text[i] > '9') return std::nullopt;
        value = value * 10 + (text[i] - '0');
    }
    text.remove_prefix(width);
    return value;
}

bool take(std::string_view& text, char c) {
    if (text.empty() || text.front() != c) return false;
    text.remove_prefix(1);
    return true;
}

bool take_pair(std::string_view& text, char separator, int limit, int& value) {
    if (!take(text, separator)) return false;
    const auto digits = take_digits(text, 2);
    if (!digits || *digits >= limit) return false;
    value = *digits;
    return true;
}

std::optional<Date> take_date(std::string_view& text) {
    const auto year = take_digits(text, 4);
    int month = 0;
    int day = 0;
    if (!year || !take_pair(text, '-', 13, month) || !take_pair(text, '-', 32, day)) return std::nullopt;
    const Date date{*year, month, day};
    const Date normal = date_from_days(days_from_date(date));
    if (*year < kMinYear || *year > kMaxYear || month == 0 || day == 0 || normal.month != month) return std::nullopt;
    return date;
}

/// Up to nine digits after the point, as nanoseconds.
std::optional<std::int64_t> take_fraction(std::string_view& text) {
    std::int64_t ns = 0;
    std::int64_t unit = kNsPerSecond;
    std::size_t digits = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') {
        unit /= 10;
        ns += unit * (text[digits] - '0');
        ++digits;
    }
    if (digits == 0 || digits > 9) return std::nullopt;
    text.remove_prefix(digits);
    return ns;
}

std::optional<std::int64_t> take_clock(std::string_view& text) {
    const auto hour = take_digits(text, 2);
    int minute = 0;
    int second = 0;
    std::int64_t fraction = 0;
    if (!hour || *hour > 23 || !take_pair(text, ':', 60, minute)) return std::nullopt;
    if (!text.empty() && text.front() == ':') {
        if (!take_pair(text, ':', 60, second)) return std::nullopt;
        if (take(text, '.')) {
            const auto ns = take_fraction(text);
            if (!ns) return std::nullopt;
            fraction = *ns;
        }
    }
    return ((*hour * 60 + minute) * 60 + second) * kNsPerSecond + fraction;
}

/// The zone's offset from UTC, zero when there is none.
std::optional<std::int64_t> take_zone(std::string_view& text) {
    if (text.empty() || take(text, 'Z')) return 0;
    const bool west = text.front() == '-';
    if (text.front() != '+' && !west) return std::nullopt;
    text.remove_prefix(1);
    const auto hour = take_digits(text, 2);
    take(text, ':');
    const auto minute = take_digits(text, 2);
    if (!hour || *hour > 23 || !minute || *minute > 59) return std::nullopt;
    const std::int64_t offset = (*hour * 60 + *minute) * 60 * kNsPerSecond;
    return west ? -offset : offset;
}

}  // namespace

std::int64_t days_from_date(const Date& date) {
    // Counts from March so that the leap day is the last of its year.
    const std::int64_t year = date.month <= 2 ? date.year - 1 : date.year;
    const std::int64_t era = floor_div(year, 400);
    const std::int64_t year_of_era = year - era * 400;
    const std::int64_t day_of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
    const std::int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146'097 + day_of_era - 719'468;
}

Date date_from_days(std::int64_t days) {
    const std::int64_t shifted = days + 719'468;
    const std::int64_t era = floor_div(shifted, 146'097);
    const std::int64_t day_of_era = shifted - era * 146'097;
    const std::int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
    const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const std::int64_t month_from_march = (5 * day_of_year + 2) / 153;
    const int day = static_cast<int>(day_of_year - (153 * month_from_march + 2) / 5 + 1);
    const int month = static_cast<int>(month_from_march < 10 ? month_from_march + 3 : month_from_march - 9);
    return {static_cast<int>(year_of_era + era * 400 + (month <= 2 ? 1 : 0)), month, day};
}

Result<TimeNs> parse_iso_time(std::string_view text) {
    const auto bad = [&] {
        return fail(ErrorCode::kInvalidArgument,
                    fmt::format("'{}' is not a time such as 2024-01-31 or 2024-01-31T12:00:00Z", text));
    };
    std::string_view rest = text;
    const auto date = take_date(rest);
    if (!date) return bad();
    TimeNs time_ns = days_from_date(*date) * kNsPerDay;
    if (rest.empty()) return time_ns;
    if (!take(rest, 'T') && !take(rest, ' ')) return bad();
    const auto clock = take_clock(rest);
    if (!clock) return bad();
    const auto zone = take_zone(rest);
    if (!zone || !rest.empty()) return bad();
    return time_ns + *clock - *zone;
}

bool is_iso_date(std::string_view text) { return take_date(text).has_value() && text.empty(); }

std::string format_iso_date(TimeNs time_ns) {
    const Date date = date_from_days(floor_div(time_ns, kNsPerDay));
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::string format_iso_time(TimeNs time_ns) {
    const std::int64_t ns = time_ns - floor_div(time_ns, kNsPerDay) * kNsPerDay;
    const std::int64_t seconds = ns / kNsPerSecond;
    std::string text =
        fmt::format("{} {:02}:{:02}:{:02}", format_iso_date(time_ns), seconds / 3600, seconds / 60 % 60, seconds % 60);
    if (std::int64_t fraction = ns % kNsPerSecond; fraction != 0) {
        int width = 9;
        for (; fraction % 10 == 0; fraction /= 10) --width;
        text += fmt::format(".{:0{}}", fraction, width);
    }
    return text;
}

}  // namespace ct
