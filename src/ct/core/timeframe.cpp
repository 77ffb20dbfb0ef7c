#include "ct/core/timeframe.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "ct/core/result.hpp"
#include "ct/core/time.hpp"

namespace ct {

namespace {

struct NamedTimeframe {
    std::string_view name;
    Timeframe timeframe;
};

constexpr Timeframe seconds(std::int64_t count) { return Timeframe::fixed(count * kNsPerSecond); }
constexpr Timeframe minutes(std::int64_t count) { return seconds(count * 60); }
constexpr Timeframe hours(std::int64_t count) { return minutes(count * 60); }
constexpr Timeframe days(std::int64_t count) { return hours(count * 24); }

constexpr std::array kKnown = {
    NamedTimeframe{"1s", seconds(1)},   NamedTimeframe{"10s", seconds(10)}, NamedTimeframe{"30s", seconds(30)},
    NamedTimeframe{"1m", minutes(1)},   NamedTimeframe{"3m", minutes(3)},   NamedTimeframe{"5m", minutes(5)},
    NamedTimeframe{"15m", minutes(15)}, NamedTimeframe{"30m", minutes(30)}, NamedTimeframe{"1h", hours(1)},
    NamedTimeframe{"2h", hours(2)},     NamedTimeframe{"4h", hours(4)},     NamedTimeframe{"6h", hours(6)},
    NamedTimeframe{"8h", hours(8)},     NamedTimeframe{"12h", hours(12)},   NamedTimeframe{"1d", days(1)},
    NamedTimeframe{"3d", days(3)},      NamedTimeframe{"1w", days(7)},      NamedTimeframe{"1M", Timeframe::month()},
};

/// 1970-01-01 was a Thursday: the first Monday is four days later.
constexpr TimeNs kFirstMonday = 4 * kNsPerDay;

}  // namespace

Result<Timeframe> Timeframe::parse(std::string_view text) {
    for (const auto& known : kKnown) {
        if (known.name == text) return known.timeframe;
    }
    return fail(ErrorCode::kInvalidArgument, fmt::format("unknown timeframe '{}', expected one of {}", text, names()));
}

Result<Timeframe> Timeframe::from_duration(std::int64_t duration_ns) {
    for (const auto& known : kKnown) {
        if (!known.timeframe.is_month() && known.timeframe.duration_ns_ == duration_ns) return known.timeframe;
    }
    return fail(ErrorCode::kInvalidArgument,
                fmt::format("{} s between bars is not a known timeframe, expected one of {}",
                            static_cast<double>(duration_ns) / 1e9, names()));
}

std::string Timeframe::names() {
    std::string all;
    for (const auto& known : kKnown) {
        if (!all.empty()) all += ' ';
        all += known.name;
    }
    return all;
}

std::string Timeframe::text() const {
    for (const auto& known : kKnown) {
        if (known.timeframe == *this) return std::string(known.name);
    }
    return fmt::format("{}ns", duration_ns_);
}

TimeNs Timeframe::open_of(TimeNs time_ns) const {
    if (is_month()) {
        const Date date = date_from_days(floor_div(time_ns, kNsPerDay));
        return days_from_date({date.year, date.month, 1}) * kNsPerDay;
    }
    const TimeNs origin = duration_ns_ == 7 * kNsPerDay ? kFirstMonday : 0;
    return floor_div(time_ns - origin, duration_ns_) * duration_ns_ + origin;
}

TimeNs Timeframe::month_close(TimeNs open_ns) {
    const Date date = date_from_days(floor_div(open_ns, kNsPerDay));
    const bool december = date.month == 12;
    return days_from_date({date.year + (december ? 1 : 0), december ? 1 : date.month + 1, 1}) * kNsPerDay;
}

bool is_multiple(Timeframe coarse, Timeframe fine) {
    if (fine.is_month() || coarse == fine) return false;
    if (coarse.is_month()) return kNsPerDay % fine.duration_ns() == 0;
    return coarse > fine && coarse.duration_ns() % fine.duration_ns() == 0;
}

}  // namespace ct
