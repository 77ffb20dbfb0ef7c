#include "ct/data/quality.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"

namespace ct::data {

namespace {

constexpr std::int64_t kShortestMonthDays = 28;
constexpr std::int64_t kLongestMonthDays = 31;

bool opens_month(TimeNs time_ns) { return Timeframe::month().open_of(time_ns) == time_ns; }

/// Months since year 0.
std::int64_t month_number(TimeNs time_ns) {
    const Date date = date_from_days(floor_div(time_ns, kNsPerDay));
    return std::int64_t{date.year} * 12 + date.month;
}

/// Bars from one open time to a later one; nothing when it is no whole number.
std::optional<std::int64_t> bars_between(TimeNs from, TimeNs to, Timeframe timeframe) {
    if (timeframe.is_month()) {
        if (!opens_month(from) || !opens_month(to)) return std::nullopt;
        return month_number(to) - month_number(from);
    }
    if ((to - from) % timeframe.duration_ns() != 0) return std::nullopt;
    return (to - from) / timeframe.duration_ns();
}

}  // namespace

ClosestRows closest_rows(std::span<const TimeNs> times) {
    ClosestRows closest{times[1] - times[0], 1};
    for (std::size_t row = 2; row < times.size(); ++row) {
        if (const std::int64_t step = times[row] - times[row - 1]; step < closest.step_ns) closest = {step, row};
    }
    return closest;
}

std::optional<Timeframe> detect_timeframe(std::span<const TimeNs> times) {
    const std::int64_t step = closest_rows(times).step_ns;
    if (const auto known = Timeframe::from_duration(step)) return *known;
    const bool month_long = step >= kShortestMonthDays * kNsPerDay && step <= kLongestMonthDays * kNsPerDay;
    if (!month_long) return std::nullopt;
    for (const TimeNs time_ns : times) {
        if (!opens_month(time_ns)) return std::nullopt;
    }
    return Timeframe::month();
}

std::uint64_t missing_bars(TimeNs first_ns, TimeNs last_ns, std::uint64_t rows, Timeframe timeframe) {
    const std::int64_t steps = timeframe.is_month() ? month_number(last_ns) - month_number(first_ns)
                                                    : (last_ns - first_ns) / timeframe.duration_ns();
    const auto grid = static_cast<std::uint64_t>(steps) + 1;
    return grid - std::min(grid, rows);
}

Gaps find_gaps(std::span<const TimeNs> times, Timeframe timeframe) {
    Gaps found;
    if (timeframe.is_month() && !times.empty() && !opens_month(times[0])) {
        found.off_grid_row = 0;
        return found;
    }
    for (std::size_t row = 1; row < times.size(); ++row) {
        if (timeframe.close_of(times[row - 1]) == times[row]) continue;
        const auto bars = bars_between(times[row - 1], times[row], timeframe);
        if (!bars) {
            found.off_grid_row = row;
            return found;
        }
        ++found.gaps;
        found.missing_bars += static_cast<std::size_t>(*bars - 1);
    }
    return found;
}

}  // namespace ct::data
