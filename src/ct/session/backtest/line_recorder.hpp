#pragma once

#include <cstddef>
#include <vector>

#include "ct/analyzers/candles.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/engine/series_state.hpp"

namespace ct::session {

/// Keeps of the indicators that a strategy has registered by their names what a chart shows: the value at the last bar
/// of each candle.
class LineRecorder {
  public:
    /// The timeframes of the charts' candles, by series.
    explicit LineRecorder(const std::vector<Timeframe>& candles);

    /// Takes the batch of rows that a series stands in.
    void see(const engine::SeriesState& state);

    /// Hands out the lines of a series.
    [[nodiscard]] std::vector<analyzers::ChartLine> take(std::size_t series);

  private:
    struct Chart {
        Timeframe timeframe;
        TimeNs open_ns = 0;  ///< of the last candle so far
        std::vector<analyzers::ChartLine> lines;
    };

    std::vector<Chart> charts_;
};

}  // namespace ct::session
