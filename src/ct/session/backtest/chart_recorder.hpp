#pragma once

#include <cstddef>
#include <deque>
#include <vector>

#include "ct/analyzers/candles.hpp"
#include "ct/core/bar.hpp"
#include "ct/core/time.hpp"
#include "ct/data/bar_history.hpp"
#include "ct/engine/chart_indicator.hpp"
#include "ct/engine/line.hpp"

namespace ct::session {

/// Makes the chart of a series from its bars: candles, and the indicators over them.
class ChartRecorder {
  public:
    /// Borrows the indicators, which need not be there before the first bar is added.
    ChartRecorder(const data::BarFacts& facts, std::size_t most_candles,
                  const std::vector<engine::ChartIndicator>& indicators);

    /// Requires: bars ascend over all calls.
    void add(const BarColumns& bars);

    /// Hands the chart out.
    [[nodiscard]] analyzers::SeriesChart take();

  private:
    void begin();
    void add_lines(const BarColumns& bars);

    data::BarFacts facts_;
    std::size_t most_candles_;
    const std::vector<engine::ChartIndicator>* indicators_;
    std::deque<engine::IndicatorSlot> slots_;
    analyzers::SeriesChart chart_;
    TimeNs open_ns_ = 0;  ///< of the last stretch that the lines have a value of
};

}  // namespace ct::session
