#include "ct/report/candle_columns.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "ct/analyzers/candles.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/report/data_writer.hpp"
#include "ct/report/packed_columns.hpp"

namespace ct::report {

namespace {

using analyzers::Candle;
using analyzers::Candles;

CandleColumns columns_of(std::span<const Candle> candles, double unit) {
    CandleColumns columns;
    std::int64_t before = 0;
    for (const Candle& candle : candles) {
        const auto count = [&](double price) { return std::llround(price / unit); };
        const std::int64_t open = count(candle.open);
        const std::int64_t close = count(candle.close);
        columns.time_ms.push_back(floor_div(candle.time_ns, kNsPerMs));
        columns.gap.push_back(open - before);
        columns.body.push_back(close - open);
        columns.above.push_back(count(candle.high) - std::max(open, close));
        columns.below.push_back(std::min(open, close) - count(candle.low));
        before = close;
    }
    return columns;
}

std::size_t characters_of(const CandleColumns& columns) {
    PackedColumns packed;
    for (const auto* const column : {&columns.time_ms, &columns.gap, &columns.body, &columns.above, &columns.below}) {
        packed.add(*column);
    }
    return base64_size(packed.deflated().size());
}

double mean_range(std::span<const Candle> candles) {
    double sum = 0;
    for (const Candle& candle : candles) sum += candle.high - candle.low;
    return sum / static_cast<double>(candles.size());
}

/// 1, 2, 5, 10, 20 ...
std::int64_t next_step(std::int64_t step) {
    std::int64_t leading = step;
    while (leading >= 10) leading /= 10;
    return leading == 2 ? step / 2 * 5 : step * 2;
}

/// The finest step at which these candles fit.
std::optional<FittedCandles> fit(const Candles& candles, double unit, std::size_t most_characters) {
    constexpr double kFewestSteps = 10;
    const double coarsest = mean_range(candles.candles()) / unit / kFewestSteps;
    for (std::int64_t step = 1; step == 1 || static_cast<double>(step) <= coarsest; step = next_step(step)) {
        CandleColumns columns = columns_of(candles.candles(), unit * static_cast<double>(step));
        if (characters_of(columns) <= most_characters) return FittedCandles{candles, step, std::move(columns)};
    }
    return std::nullopt;
}

}  // namespace

FittedCandles fit_candles(const Candles& candles, int decimals, std::size_t most_characters) {
    const double unit = 1 / power_of_ten(decimals);
    for (const Timeframe timeframe : analyzers::longer_timeframes(candles.timeframe())) {
        const bool own = timeframe == candles.timeframe();
        if (auto fitted = fit(own ? candles : candles.coarser(timeframe), unit, most_characters)) return *std::move(fitted);
    }
    const Candles months = candles.coarser(Timeframe::month());
    return {months, 1, columns_of(months.candles(), unit)};
}

}  // namespace ct::report
