#include "ct/analyzers/candles.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>

#include "ct/analyzers/column_scan.hpp"
#include "ct/core/bar.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"

namespace ct::analyzers {

Timeframe chart_timeframe(Timeframe bars, TimeNs first_ns, TimeNs last_ns, std::size_t limit) {
    const auto fits = [&](Timeframe timeframe) {
        const TimeNs span_ns = timeframe.open_of(last_ns) - timeframe.open_of(first_ns);
        return static_cast<std::uint64_t>(span_ns / timeframe.duration_ns()) < limit;
    };
    if (fits(bars)) return bars;
    std::istringstream names(Timeframe::names());
    for (std::string name; names >> name;) {
        const Timeframe known = *Timeframe::parse(name);
        const bool whole = known.is_month() || known.duration_ns() % bars.duration_ns() == 0;
        if (known > bars && whole && fits(known)) return known;
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

}  // namespace ct::analyzers
