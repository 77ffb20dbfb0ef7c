#include "ct/data/bar_history.hpp"

#include <cstddef>

#include "ct/core/result.hpp"
#include "ct/data/bar_series.hpp"

namespace ct::data {

Result<BarSeries> read_whole(BarHistory& history) {
    constexpr std::size_t kRows = 65'536;
    BarSeries series;
    series.timeframe = history.facts().timeframe;
    series.price_decimals = history.facts().price_decimals;
    for (;;) {
        const auto bars = history.next(kRows);
        if (!bars) return fail(bars);
        if (bars->size() == 0) return series;
        const auto append = [](auto& to, const auto& from) { to.insert(to.end(), from.begin(), from.end()); };
        append(series.time_ns, bars->time_ns);
        append(series.open, bars->open);
        append(series.high, bars->high);
        append(series.low, bars->low);
        append(series.close, bars->close);
        append(series.volume, bars->volume);
    }
}

}  // namespace ct::data
