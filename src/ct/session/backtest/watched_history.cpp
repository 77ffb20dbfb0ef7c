#include "ct/session/backtest/watched_history.hpp"

#include <cstddef>
#include <vector>

#include "ct/analyzers/candles.hpp"
#include "ct/core/bar.hpp"
#include "ct/core/result.hpp"
#include "ct/data/bar_history.hpp"
#include "ct/engine/chart_indicator.hpp"

namespace ct::session {

WatchedHistory::WatchedHistory(data::BarHistory& history) : history_(&history), daily_(history.facts().timeframe) {
    if (const auto bars = history.whole()) daily_.add(*bars);
}

Result<BarColumns> WatchedHistory::next(std::size_t most_rows) {
    auto bars = history_->next(most_rows);
    if (!bars) return bars;
    daily_.add(*bars);
    if (chart_) chart_->add(*bars);
    return bars;
}

void WatchedHistory::record(std::size_t most_candles, const std::vector<engine::ChartIndicator>& indicators) {
    chart_.emplace(facts(), most_candles, indicators);
}

analyzers::SeriesChart WatchedHistory::take_chart() {
    if (!chart_) return {};
    if (const auto bars = whole()) chart_->add(*bars);  // they were never asked for
    return chart_->take();
}

}  // namespace ct::session
