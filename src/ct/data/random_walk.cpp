#include "ct/data/random_walk.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "ct/data/bar_series.hpp"

namespace ct::data {

BarSeries RandomWalk::next(std::size_t rows) {
    constexpr std::int64_t kLeastCents = 100'000;
    constexpr double kCents = 100;
    constexpr double kVolumeUnits = 1000;
    BarSeries bars;
    bars.timeframe = timeframe_;
    bars.price_decimals = 2;
    for (std::size_t i = 0; i < rows; ++i) {
        const std::int64_t open = price_;
        const std::int64_t close = std::max(kLeastCents, open + random_.between(-4000, 4000));
        const std::int64_t high = std::max(open, close) + random_.between(0, 2000);
        const std::int64_t low = std::min(open, close) - random_.between(0, 2000);
        bars.time_ns.push_back(open_ns_);
        bars.open.push_back(static_cast<double>(open) / kCents);
        bars.high.push_back(static_cast<double>(high) / kCents);
        bars.low.push_back(static_cast<double>(low) / kCents);
        bars.close.push_back(static_cast<double>(close) / kCents);
        bars.volume.push_back(static_cast<double>(random_.between(0, 999'999)) / kVolumeUnits);
        price_ = close;
        open_ns_ = timeframe_.close_of(open_ns_);
    }
    return bars;
}

}  // namespace ct::data
