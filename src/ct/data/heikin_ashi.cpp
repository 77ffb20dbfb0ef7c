#include "ct/data/heikin_ashi.hpp"

#include <algorithm>
#include <cstddef>

#include "ct/core/bar.hpp"
#include "ct/data/bar_series.hpp"

namespace ct::data {

void HeikinAshi::run(const BarColumns& bars, BarSeries& out) {
    for (std::size_t row = 0; row < bars.size(); ++row) {
        const double open = started_ ? (open_ + close_) / 2 : (bars.open[row] + bars.close[row]) / 2;
        const double close = (((bars.open[row] + bars.high[row]) + bars.low[row]) + bars.close[row]) / 4;
        out.time_ns.push_back(bars.time_ns[row]);
        out.open.push_back(open);
        out.high.push_back(std::max({bars.high[row], open, close}));
        out.low.push_back(std::min({bars.low[row], open, close}));
        out.close.push_back(close);
        out.volume.push_back(bars.volume[row]);
        open_ = open;
        close_ = close;
        started_ = true;
    }
}

}  // namespace ct::data
