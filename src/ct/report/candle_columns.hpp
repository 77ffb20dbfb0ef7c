#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "ct/analyzers/candles.hpp"

namespace ct::report {

/// The candles of a chart as the page unpacks them, counted in steps of a price grid.
struct CandleColumns {
    std::vector<std::int64_t> time_ms;
    std::vector<std::int64_t> gap;    ///< from the close before to the open
    std::vector<std::int64_t> body;   ///< from the open to the close
    std::vector<std::int64_t> above;  ///< from the body to the high
    std::vector<std::int64_t> below;  ///< from the low to the body
};

/// Candles that fit into so many characters of a page. Prices are rounded to the least of 1, 2, 5, 10 ... units of
/// 10^-decimals that does it, but to no more than a tenth of the candles' mean range; where that is not enough, the
/// candles are longer.
struct FittedCandles {
    analyzers::Candles candles;
    std::int64_t step = 1;
    CandleColumns columns;
};
FittedCandles fit_candles(const analyzers::Candles& candles, int decimals, std::size_t most_characters);

}  // namespace ct::report
