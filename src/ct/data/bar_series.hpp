#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "ct/core/bar.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"

namespace ct::data {

/// The further columns of a kline, as long as the series, or empty when they were not asked for or not there.
struct KlineExtras {
    std::vector<double> quote_volume;
    std::vector<std::int64_t> trade_count;
    std::vector<double> taker_buy_volume;
    std::vector<double> taker_buy_quote_volume;
};

/// Bars in memory, owned: columns of equal length, open times strictly ascending.
struct BarSeries {
    Timeframe timeframe;
    int price_decimals = 0;  ///< the most decimals that an open, high, low or close needs
    std::vector<TimeNs> time_ns;
    std::vector<double> open;
    std::vector<double> high;
    std::vector<double> low;
    std::vector<double> close;
    std::vector<double> volume;
    KlineExtras extras;

    [[nodiscard]] std::size_t size() const { return time_ns.size(); }
    [[nodiscard]] BarColumns columns() const { return {time_ns, open, high, low, close, volume}; }
};

}  // namespace ct::data
