#include "ct/report/candle_columns.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "ct/analyzers/candles.hpp"
#include "ct/core/decimal.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/report/packed_columns.hpp"

namespace ct::report {

namespace {

using analyzers::Candle;
using analyzers::Candles;

std::size_t characters_of(std::span<const Candle> candles, double step) {
    PackedColumns packed;
    for (std::size_t part = 0; part < kCandlePartNames.size(); ++part) {
        packed.add(candle_column(candles, static_cast<CandlePart>(part), step));
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
    constexpr std::int64_t kTen = 10;
    std::int64_t leading = step;
    while (leading >= kTen) leading /= kTen;
    return leading == 2 ? step / 2 * (kTen / 2) : step * 2;
}

/// So few units of a step that these candles fit.
std::optional<std::int64_t> fitting_units(std::span<const Candle> candles, double unit, std::size_t most_characters) {
    constexpr double kFewestSteps = 10;
    const double most = mean_range(candles) / unit / kFewestSteps;
    for (std::int64_t units = 1; units == 1 || static_cast<double>(units) <= most; units = next_step(units)) {
        if (characters_of(candles, unit * static_cast<double>(units)) <= most_characters) return units;
    }
    return std::nullopt;
}

}  // namespace

std::vector<std::int64_t> candle_column(std::span<const Candle> candles, CandlePart part, double step) {
    std::vector<std::int64_t> column(candles.size());
    std::int64_t before = 0;
    const auto count_of = [&](const Candle& candle) -> std::int64_t {
        const auto count = [&](double price) -> std::int64_t { return std::llround(price / step); };
        const std::int64_t close = count(candle.close);
        switch (part) {
            case CandlePart::kTime:
                return floor_div(candle.time_ns, kNsPerMs);
            case CandlePart::kGap:
                return count(candle.open) - std::exchange(before, close);
            case CandlePart::kBody:
                return close - count(candle.open);
            case CandlePart::kAbove:
                return count(candle.high) - std::max(count(candle.open), close);
            case CandlePart::kBelow:
                return std::min(count(candle.open), close) - count(candle.low);
        }
        return 0;
    };
    std::transform(candles.begin(), candles.end(), column.begin(), count_of);
    return column;
}

FittedCandles fit_candles(const Candles& candles, int decimals, std::size_t most_characters) {
    const double unit = 1 / pow10_double(decimals);
    FittedCandles fitted{&candles, 1, unit, nullptr};
    for (const Timeframe timeframe : analyzers::longer_timeframes(candles.timeframe())) {
        if (timeframe != candles.timeframe()) {
            fitted.longer = std::make_unique<const Candles>(candles.coarser(timeframe));
            fitted.candles = fitted.longer.get();
        }
        const auto units = fitting_units(fitted.candles->candles(), unit, most_characters);
        if (!units) continue;
        fitted.units = *units;
        fitted.step = unit * static_cast<double>(*units);
        break;
    }
    return fitted;
}

}  // namespace ct::report
