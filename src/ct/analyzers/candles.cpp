#include "ct/analyzers/candles.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "ct/analyzers/column_scan.hpp"
#include "ct/core/bar.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"

namespace ct::analyzers {

std::vector<std::size_t> candle_limits(std::span<const std::uint64_t> bars) {
    const auto charts = bars.first(std::min(bars.size(), kMaxCharts));
    std::vector<std::size_t> order(charts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return charts[a] < charts[b]; });
    std::vector<std::size_t> limits(bars.size());
    std::size_t left = kMaxCandles;
    for (std::size_t i = 0; i < order.size(); ++i) {
        std::size_t& limit = limits[order[i]];
        limit = left / (order.size() - i);
        left -= static_cast<std::size_t>(std::min<std::uint64_t>(charts[order[i]], limit));
    }
    return limits;
}

std::vector<Timeframe> longer_timeframes(Timeframe bars) {
    std::vector<Timeframe> longer = {bars};
    std::istringstream names(Timeframe::names());
    for (std::string name; names >> name;) {
        const Timeframe known = *Timeframe::parse(name);
        if (is_multiple(known, bars)) longer.push_back(known);
    }
    return longer;
}

Timeframe chart_timeframe(Timeframe bars, TimeNs first_ns, TimeNs last_ns, std::size_t limit) {
    for (const Timeframe timeframe : longer_timeframes(bars)) {
        const TimeNs span_ns = timeframe.open_of(last_ns) - timeframe.open_of(first_ns);
        if (std::cmp_less(span_ns / timeframe.duration_ns(), limit)) return timeframe;
    }
    return Timeframe::month();
}

void Candles::add(const BarColumns& bars) {
    for_each_candle(timeframe_, bars.time_ns, [&](TimeNs open_ns, std::size_t begin, std::size_t end) {
        const double high = range_of(bars.high.subspan(begin, end - begin)).max;
        const double low = range_of(bars.low.subspan(begin, end - begin)).min;
        if (candles_.empty() || candles_.back().time_ns != open_ns) {
            candles_.push_back({open_ns, bars.open[begin], high, low, bars.close[end - 1]});
            return;
        }
        Candle& candle = candles_.back();
        candle.high = std::max(candle.high, high);
        candle.low = std::min(candle.low, low);
        candle.close = bars.close[end - 1];
    });
}

Candles Candles::coarser(Timeframe timeframe) const {
    Candles result(timeframe);
    for (const Candle& candle : candles_) {
        const BarColumns one{{&candle.time_ns, 1}, {&candle.open, 1},  {&candle.high, 1},
                             {&candle.low, 1},     {&candle.close, 1}, {}};
        result.add(one);
    }
    return result;
}

}  // namespace ct::analyzers
