#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/data/bar_series.hpp"

namespace ct::bench {

/// A seeded random walk of 1m bars in cents, the same on every machine: integers only, one division a number.
inline data::BarSeries random_walk(std::size_t rows, std::uint64_t seed) {
    constexpr std::int64_t kStartCents = 5'000'000;
    constexpr std::int64_t kLeastCents = 100'000;
    constexpr TimeNs kMinuteNs = 60 * kNsPerSecond;
    constexpr TimeNs kStartNs = 1'262'304'000 * kNsPerSecond;  // 2010-01-01
    std::uint64_t state = seed;
    const auto draw = [&](std::uint64_t limit) {
        state = state * 6'364'136'223'846'793'005U + 1'442'695'040'888'963'407U;
        return static_cast<std::int64_t>((state >> 33U) % limit);
    };
    data::BarSeries series;
    series.timeframe = Timeframe::fixed(kMinuteNs);
    series.price_decimals = 2;
    std::int64_t price = kStartCents;
    for (std::size_t i = 0; i < rows; ++i) {
        const std::int64_t open = price;
        const std::int64_t close = std::max(kLeastCents, open + draw(8001) - 4000);
        const std::int64_t high = std::max(open, close) + draw(2001);
        const std::int64_t low = std::min(open, close) - draw(2001);
        series.time_ns.push_back(kStartNs + static_cast<TimeNs>(i) * kMinuteNs);
        series.open.push_back(static_cast<double>(open) / 100);
        series.high.push_back(static_cast<double>(high) / 100);
        series.low.push_back(static_cast<double>(low) / 100);
        series.close.push_back(static_cast<double>(close) / 100);
        series.volume.push_back(static_cast<double>(draw(1'000'000)) / 1000);
        price = close;
    }
    return series;
}

}  // namespace ct::bench
