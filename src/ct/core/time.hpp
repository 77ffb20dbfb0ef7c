#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "ct/core/result.hpp"

namespace ct {

/// Nanoseconds since 1970-01-01 00:00 UTC: 1677 to 2262.
using TimeNs = std::int64_t;

inline constexpr TimeNs kNsPerMs = 1'000'000;
inline constexpr TimeNs kNsPerSecond = 1'000'000'000;
inline constexpr TimeNs kNsPerDay = 86'400 * kNsPerSecond;

/// A day of the Gregorian calendar.
struct Date {
    int year = 1970;
    int month = 1;
    int day = 1;
};

/// Days since 1970-01-01 and back.
std::int64_t days_from_date(const Date& date);
Date date_from_days(std::int64_t days);

/// Floor division of a time by a positive duration.
constexpr std::int64_t floor_div(std::int64_t value, std::int64_t step) {
    return value / step - (value % step < 0 ? 1 : 0);
}

/// Reads "2024-01-31", "2024-01-31 12:00", "2024-01-31T12:00:00.5Z", "...+02:00". No zone means UTC.
/// Errors: kInvalidArgument.
Result<TimeNs> parse_iso_time(std::string_view text);
/// True when the text is a bare date.
bool is_iso_date(std::string_view text);

/// "2024-01-31 12:00:00", fractions only where there are any.
std::string format_iso_time(TimeNs time_ns);
/// "2024-01-31"
std::string format_iso_date(TimeNs time_ns);

}  // namespace ct
