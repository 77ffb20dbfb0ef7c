#include "ct/analyzers/axis.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "ct/analyzers/report_text.hpp"
#include "ct/core/time.hpp"

namespace ct::analyzers {

namespace {

constexpr double kRoom = 0.04;  ///< of the range, above and below
constexpr int kMaxLabelDecimals = 8;

constexpr TimeNs kMinute = 60 * kNsPerSecond;
constexpr TimeNs kHour = 60 * kMinute;
constexpr TimeNs kWeek = 7 * kNsPerDay;
constexpr TimeNs kFirstMonday = 4 * kNsPerDay;  ///< 1970-01-05
constexpr std::array<TimeNs, 18> kSteps = {kNsPerSecond, 5 * kNsPerSecond, 15 * kNsPerSecond, kMinute,
                                           2 * kMinute,  5 * kMinute,      15 * kMinute,      30 * kMinute,
                                           kHour,        2 * kHour,        3 * kHour,         6 * kHour,
                                           12 * kHour,   kNsPerDay,        2 * kNsPerDay,     4 * kNsPerDay,
                                           kWeek,        2 * kWeek};
constexpr std::array<std::int64_t, 10> kMonthSteps = {1, 2, 3, 6, 12, 24, 60, 120, 240, 600};
constexpr std::array<const char*, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

const char* month_name(int month) { return kMonths[static_cast<std::size_t>(month - 1)]; }

/// Of a step: how far a rounded sum may miss a round value.
constexpr double kTolerance = 1e-9;

/// The smallest of 1, 2, 5, 10 times a power of ten that is not below `least`.
double round_step(double least) {
    const double magnitude = std::pow(10, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * magnitude >= least * (1 - kTolerance)) return factor * magnitude;
    }
    return 10 * magnitude;
}

/// Large numbers as 12.5M.
struct Shortening {
    double divisor = 1;
    const char* suffix = "";
};

Shortening shortening_for(double largest) {
    if (largest >= 1e10) return {1e9, "B"};
    if (largest >= 1e7) return {1e6, "M"};
    return {};
}

std::string value_label(double value, double step, const Shortening& shortening) {
    const double scaled_step = step / shortening.divisor;
    const int decimals = std::max(0, static_cast<int>(std::ceil(-std::log10(scaled_step) - kTolerance)));
    const double scaled = value / shortening.divisor;
    if (decimals > kMaxLabelDecimals || std::fabs(scaled) >= 1e7)
        return fmt::format("{:.3g}{}", scaled, shortening.suffix);
    return grouped(scaled, decimals) + shortening.suffix;
}

std::string time_label(TimeNs time_ns, TimeNs step) {
    const std::int64_t day = floor_div(time_ns, kNsPerDay);
    const TimeNs clock = time_ns - day * kNsPerDay;
    if (step >= kNsPerDay || clock == 0) {
        const Date date = date_from_days(day);
        return fmt::format("{} {}", date.day, month_name(date.month));
    }
    const std::string minutes = fmt::format("{:02}:{:02}", clock / kHour, clock / kMinute % 60);
    return step >= kMinute ? minutes : fmt::format("{}:{:02}", minutes, clock / kNsPerSecond % 60);
}

std::vector<Tick> clock_ticks(const TimeAxis& axis, TimeNs step) {
    const TimeNs anchor = step % kWeek == 0 ? kFirstMonday : 0;
    std::vector<Tick> ticks;
    TimeNs time_ns = anchor + (floor_div(axis.from_ns - anchor - 1, step) + 1) * step;
    for (; time_ns <= axis.to_ns; time_ns += step) ticks.push_back({axis.at(time_ns), time_label(time_ns, step)});
    return ticks;
}

std::vector<Tick> month_ticks(const TimeAxis& axis, std::int64_t step) {
    std::vector<Tick> ticks;
    const Date first = date_from_days(floor_div(axis.from_ns, kNsPerDay));
    for (std::int64_t month = first.year * 12 / step * step;; month += step) {
        const Date date{static_cast<int>(month / 12), static_cast<int>(month % 12) + 1, 1};
        const std::int64_t day = days_from_date(date);
        if (day > floor_div(axis.to_ns, kNsPerDay)) return ticks;
        const TimeNs time_ns = day * kNsPerDay;
        if (time_ns < axis.from_ns) continue;
        ticks.push_back({axis.at(time_ns), step >= 12 ? fmt::format("{}", date.year)
                                                      : fmt::format("{} {}", month_name(date.month), date.year)});
    }
}

}  // namespace

ValueAxis ValueAxis::around(double min, double max) {
    double room = (max - min) * kRoom;
    if (!(room > 0)) room = min == 0 ? 1 : std::fabs(min) * kRoom;
    return {min - room, max + room};
}

std::vector<Tick> ValueAxis::ticks(int count, std::string_view unit) const {
    const double step = round_step((max - min) / count);
    const Shortening shortening = shortening_for(std::max(std::fabs(min), std::fabs(max)));
    std::vector<Tick> result;
    const double first = std::ceil(min / step - kTolerance);
    for (int i = 0; i <= 2 * count; ++i) {
        const double value = (first + i) * step + 0.0;
        if (value > max + step * kTolerance) break;
        result.push_back({at(value), value_label(value, step, shortening).append(unit)});
    }
    return result;
}

TimeAxis TimeAxis::between(TimeNs from_ns, TimeNs to_ns) { return {from_ns, std::max(to_ns, from_ns + kNsPerSecond)}; }

std::vector<Tick> TimeAxis::ticks(int count) const {
    const TimeNs least = (to_ns - from_ns) / count;
    for (const TimeNs step : kSteps) {
        if (step >= least) return clock_ticks(*this, step);
    }
    constexpr TimeNs kMonth = 30 * kNsPerDay;
    for (const std::int64_t step : kMonthSteps) {
        if (step * kMonth >= least) return month_ticks(*this, step);
    }
    return month_ticks(*this, kMonthSteps.back());
}

}  // namespace ct::analyzers
