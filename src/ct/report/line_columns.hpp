#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "ct/analyzers/candles.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/report/candle_columns.hpp"

namespace ct::report {

/// Lines of indicators as the page unpacks them: values at some of the candles.
struct LineColumns {
    struct Line {
        bool on_price = false;
        int decimals = 0;  ///< of its counts; those over the prices are counted as candles are
        std::vector<std::int64_t> counts;
    };
    Timeframe timeframe;           ///< one value in each stretch of it
    std::vector<std::int64_t> at;  ///< the last candle of each stretch
    std::vector<Line> lines;
};

/// The first so many lines of a chart at the shortest timeframe at which they fit into so many characters of a page.
LineColumns fit_lines(const analyzers::SeriesChart& chart, const FittedCandles& fitted, int decimals,
                      std::size_t most_lines, std::size_t most_characters);

}  // namespace ct::report
