#include "ct/data/steps.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <functional>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/data/quality.hpp"

namespace ct::data {

namespace {

/// The data must be neither coarser nor finer than the given timeframe.
Result<void> check_given(Timeframe given, std::span<const TimeNs> times, const RowPlace& place) {
    if (times.size() < 2) return {};
    const auto detected = detect_timeframe(times);
    const auto [step_ns, row] = closest_rows(times);
    if (detected == given) return {};
    if (detected) {
        return fail(
            ErrorCode::kInvalidArgument,
            fmt::format("{}: the data are {} bars, {} than --timeframe {}; expected --timeframe {}", place(row),
                        detected->text(), *detected < given ? "finer" : "coarser", given.text(), detected->text()));
    }
    if (!given.is_month() && step_ns < given.duration_ns()) {
        return fail(ErrorCode::kInvalidArgument,
                    fmt::format("{}: bars {} s apart are finer than --timeframe {}", place(row),
                                static_cast<double>(step_ns) / 1e9, given.text()));
    }
    return {};
}

Result<Timeframe> timeframe_of(std::span<const TimeNs> times, std::optional<Timeframe> given, const RowPlace& place) {
    if (given) {
        if (auto checked = check_given(*given, times, place); !checked) return fail(checked);
        return *given;
    }
    if (times.size() < 2) {
        return fail(ErrorCode::kInvalidArgument,
                    fmt::format("{}: one row does not tell the timeframe, give it with --timeframe", place(0)));
    }
    if (const auto detected = detect_timeframe(times)) return *detected;
    const auto [step_ns, row] = closest_rows(times);
    return fail(ErrorCode::kInvalidData,
                fmt::format("{}: the smallest step between bars is {} s, which is no timeframe; expected one of {}",
                            place(row), static_cast<double>(step_ns) / 1e9, Timeframe::names()));
}

/// find_gaps with a sentence for a row off the grid.
Result<Gaps> gaps_of(std::span<const TimeNs> times, Timeframe timeframe, const RowPlace& place) {
    const Gaps found = find_gaps(times, timeframe);
    if (const auto row = found.off_grid_row) {
        const std::string time = format_iso_time(times[*row]);
        if (*row == 0) {
            return fail(ErrorCode::kInvalidData,
                        fmt::format("{}: time {} opens no month, expected {} bars", place(0), time, timeframe.text()));
        }
        return fail(ErrorCode::kInvalidData,
                    fmt::format("{}: time {} is no whole number of {} bars after {}", place(*row), time,
                                timeframe.text(), format_iso_time(times[*row - 1])));
    }
    return found;
}

/// Requires: times strictly ascending.
Result<Steps> ascending_steps(std::span<const TimeNs> times, std::optional<Timeframe> given, const RowPlace& place) {
    const auto timeframe = timeframe_of(times, given, place);
    if (!timeframe) return fail(timeframe);
    const auto gaps = gaps_of(times, *timeframe, place);
    if (!gaps) return fail(gaps);
    return Steps{.timeframe = *timeframe, .gaps = gaps->gaps, .missing_bars = gaps->missing_bars};
}

}  // namespace

Result<Steps> find_steps(std::span<const TimeNs> times, std::optional<Timeframe> given, const RowPlace& place) {
    assert(!times.empty());
    if (std::adjacent_find(times.begin(), times.end(), std::greater_equal()) == times.end()) {
        return ascending_steps(times, given, place);
    }
    std::vector<TimeNs> ordered(times.begin(), times.end());
    std::sort(ordered.begin(), ordered.end());
    ordered.erase(std::unique(ordered.begin(), ordered.end()), ordered.end());
    const std::size_t duplicates = times.size() - ordered.size();
    auto steps = ascending_steps(ordered, given, [&](std::size_t row) {
        return place(static_cast<std::size_t>(
            std::distance(times.begin(), std::find(times.begin(), times.end(), ordered[row]))));
    });
    if (steps) steps->duplicates = duplicates;
    return steps;
}

}  // namespace ct::data
