#include "ct/session/backtest/watched_history.hpp"

#include <cstddef>

#include "ct/core/bar.hpp"
#include "ct/core/result.hpp"
#include "ct/data/bar_history.hpp"

namespace ct::session {

WatchedHistory::WatchedHistory(data::BarHistory& history, bool charted)
    : history_(&history), charted_(charted), daily_(history.facts().timeframe) {
    if (const auto bars = history.whole()) watch(*bars);
}

Result<BarColumns> WatchedHistory::next(std::size_t most_rows) {
    auto bars = history_->next(most_rows);
    if (bars) watch(*bars);
    return bars;
}

void WatchedHistory::watch(const BarColumns& bars) {
    if (charted_) closes_.add(bars.time_ns, bars.close);
    daily_.add(bars);
}

}  // namespace ct::session
