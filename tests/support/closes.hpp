#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "support/bars.hpp"

namespace ct::test {

/// Bars with these closes that stay at them; the open of bar i is the close before, so that a fill tells the bar of its
/// signal.
inline BarTable bars_of(const std::vector<std::int64_t>& closes, Timeframe timeframe = k1h) {
    BarTable bars(timeframe);
    std::int64_t before = closes.empty() ? 0 : closes.front();
    for (const std::int64_t close : closes) {
        bars.add(timeframe.duration_ns() * static_cast<TimeNs>(bars.size()),
                 {before, std::max(before, close), std::min(before, close), close});
        before = close;
    }
    return bars;
}

}  // namespace ct::test
