#pragma once

#include <cstddef>
#include <optional>

#include "ct/analyzers/buy_and_hold.hpp"
#include "ct/analyzers/candles.hpp"
#include "ct/core/bar.hpp"
#include "ct/core/result.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/data/bar_history.hpp"

namespace ct::session {

/// The timeframe of a history's candles in a chart.
Timeframe chart_timeframe(const data::BarFacts& facts);

/// A history that keeps what results say of its bars while they are read.
class WatchedHistory : public data::BarHistory {
  public:
    /// Charted: the candles of a chart are kept too, which costs a look at every bar.
    WatchedHistory(data::BarHistory& history, bool charted);

    [[nodiscard]] const data::BarFacts& facts() const override { return history_->facts(); }
    [[nodiscard]] std::optional<BarColumns> whole() const override { return history_->whole(); }
    Result<BarColumns> next(std::size_t most_rows) override;

    /// Empty unless charted.
    [[nodiscard]] const analyzers::Candles& candles() const { return candles_; }
    [[nodiscard]] const analyzers::DailyCloses& daily() const { return daily_; }

  private:
    void watch(const BarColumns& bars);

    data::BarHistory* history_;
    bool charted_;
    analyzers::Candles candles_;
    analyzers::DailyCloses daily_;
};

}  // namespace ct::session
