#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "ct/core/timeframe.hpp"
#include "ct/data/bar_series.hpp"
#include "strategy/bar_memory.hpp"
#include "strategy/python.hpp"

namespace ct::python {

/// What Python calls Bars: the bars of one symbol at one timeframe, checked, and what was noticed about them.
struct Bars {
    std::shared_ptr<BarMemory> memory;
    Timeframe timeframe;
    int price_decimals = 0;
    std::vector<std::string> detected;  ///< a line for each file
    std::size_t gaps = 0;               ///< places with at least one bar missing
    std::size_t missing_bars = 0;
    std::vector<std::size_t> partial;  ///< rows of resampled bars that are not whole
};

/// Takes over the columns of a series and looks for gaps. Requires: ascending times on the grid.
Bars bars_of_series(data::BarSeries&& series);

/// Adds Bars, read_bars and make_bars to the module.
void bind_bars(nb::module_& module);

}  // namespace ct::python
