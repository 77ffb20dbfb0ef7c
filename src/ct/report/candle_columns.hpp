#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "ct/analyzers/candles.hpp"

namespace ct::report {

/// What the page makes a candle of, in steps of a price grid: from the close before to the open, from the open to the
/// close, from the body to the high, from the low to the body.
enum class CandlePart : std::uint8_t { kTime, kGap, kBody, kAbove, kBelow };
inline constexpr std::array<std::string_view, 5> kCandlePartNames = {"time_ms", "gap", "body", "above", "below"};

/// One of these of all candles. One column at a time is made, because charts are long.
std::vector<std::int64_t> candle_column(std::span<const analyzers::Candle> candles, CandlePart part, double step);

/// Candles that fit into so many characters of a page. Prices are rounded to the least of 1, 2, 5, 10 ... units of
/// 10^-decimals that does it, but to no more than a tenth of the candles' mean range; where that is not enough, the
/// candles are longer. Borrows those that were given.
struct FittedCandles {
    const analyzers::Candles* candles = nullptr;
    std::int64_t units = 1;                            ///< of a step
    double step = 1;                                   ///< in prices
    std::unique_ptr<const analyzers::Candles> longer;  ///< owns them if they are
};
FittedCandles fit_candles(const analyzers::Candles& candles, int decimals, std::size_t most_characters);

}  // namespace ct::report
