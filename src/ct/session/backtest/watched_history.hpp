#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "ct/analyzers/buy_and_hold.hpp"
#include "ct/analyzers/candles.hpp"
#include "ct/core/bar.hpp"
#include "ct/core/result.hpp"
#include "ct/data/bar_history.hpp"
#include "ct/engine/chart_indicator.hpp"
#include "ct/session/backtest/chart_recorder.hpp"

namespace ct::session {

/// A history that keeps what results say of its bars while they are read.
class WatchedHistory : public data::BarHistory {
  public:
    explicit WatchedHistory(data::BarHistory& history);

    [[nodiscard]] const data::BarFacts& facts() const override { return history_->facts(); }
    [[nodiscard]] std::optional<BarColumns> whole() const override { return history_->whole(); }
    Result<BarColumns> next(std::size_t most_rows) override;

    /// Makes a chart of the bars too, from the first one on. Borrows the indicators.
    void record(std::size_t most_candles, const std::vector<engine::ChartIndicator>& indicators);
    /// Hands it out: empty unless it was to be made.
    [[nodiscard]] analyzers::SeriesChart take_chart();
    [[nodiscard]] const analyzers::DailyCloses& daily() const { return daily_; }

  private:
    data::BarHistory* history_;
    std::optional<ChartRecorder> chart_;
    analyzers::DailyCloses daily_;
};

}  // namespace ct::session
