#pragma once

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <deque>
#include <vector>

#include "ct/core/bar.hpp"
#include "ct/engine/chart_indicator.hpp"
#include "ct/engine/line.hpp"

namespace ct::engine {

/// Where a series stands, and the indicators on it. Indicators are computed for all rows that the source knows, the
/// batch; a strategy sees them up to the current row.
struct SeriesState {
    Series info;
    SeriesIndex index = 0;
    bool executes = false;                ///< the finest series of its instrument: the one that fills and marks
    const BarColumns* columns = nullptr;  ///< none before the first bar
    std::size_t batch_begin = 0;          ///< first row of the batch
    std::size_t batch_end = 0;
    std::size_t next_row = 0;  ///< where a block that follows on begins
    std::size_t offset = 0;    ///< of the current row in the batch
    std::deque<IndicatorSlot> indicators;
    std::vector<ChartIndicator> charted;  ///< what charts of it draw

    [[nodiscard]] std::size_t row() const { return batch_begin + offset; }
    [[nodiscard]] BarView bar() const { return {index, info, *columns, row()}; }

    /// Stands at the first row of a block, and computes the indicators unless its rows were known before.
    void enter(const BarBlock& block) {
        const bool follows = block.columns == columns && block.begin == next_row && block.end <= batch_end;
        if (!follows) {
            assert(next_row == batch_end && "a source may not drop rows that it made known");
            columns = block.columns;
            batch_begin = block.begin;
            batch_end = std::max(block.end, block.known);
            for (IndicatorSlot& slot : indicators) slot.run(*columns, batch_begin, batch_end);
        }
        next_row = block.end;
        offset = block.begin - batch_begin;
    }
};

}  // namespace ct::engine
