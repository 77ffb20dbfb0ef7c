#include "ct/session/backtest/watched_history.hpp"

#include <cstddef>

#include "ct/analyzers/candles.hpp"
#include "ct/core/bar.hpp"
#include "ct/core/result.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/data/bar_history.hpp"

namespace ct::session {

Timeframe chart_timeframe(const data::BarFacts& facts) {
    return analyzers::chart_timeframe(facts.timeframe, facts.first_ns, facts.last_ns);
}

WatchedHistory::WatchedHistory(data::BarHistory& history, bool charted)
    : history_(&history),
      charted_(charted),
      candles_(chart_timeframe(history.facts())),
      daily_(history.facts().timeframe) {
    if (const auto bars = history.whole()) watch(*bars);
}

Result<BarColumns> WatchedHistory::next(std::size_t most_rows) {
    auto bars = history_->next(most_rows);
    if (bars) watch(*bars);
    return bars;
}

void WatchedHistory::watch(const BarColumns& bars) {
    if (charted_) candles_.add(bars);
    daily_.add(bars);
}

}  // namespace ct::session
