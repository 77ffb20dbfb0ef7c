#include <cstddef>
#include <memory>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "ct/indicators/average.hpp"
#include "ct/indicators/definition.hpp"
#include "ct/indicators/dema.hpp"
#include "ct/indicators/ema.hpp"
#include "ct/indicators/families.hpp"
#include "ct/indicators/hma.hpp"
#include "ct/indicators/indicator.hpp"
#include "ct/indicators/kama.hpp"
#include "ct/indicators/registry.hpp"
#include "ct/indicators/sma.hpp"
#include "ct/indicators/sma_exact.hpp"
#include "ct/indicators/style.hpp"
#include "ct/indicators/t3.hpp"
#include "ct/indicators/tema.hpp"
#include "ct/indicators/trima.hpp"
#include "ct/indicators/wma.hpp"
#include "ct/indicators/zlema.hpp"

namespace ct::indicators {

namespace {

ParameterInfo seed() { return choice("seed", {"mean", "first"}); }

IndicatorInfo average(std::string_view name, Names aliases, std::vector<ParameterInfo> parameters, Missing missing,
                      std::string_view text, std::string_view source) {
    return row(Group::kOverlap, name, std::move(aliases), {"close"}, std::move(parameters), {name}, missing, text,
               source);
}

std::unique_ptr<Indicator> make_ema(std::span<const double> parameters) {
    const auto period = static_cast<std::size_t>(parameters[0]);
    const auto seed = static_cast<Seed>(parameters[1]);
    const double alpha = parameters[2];
    return std::make_unique<KernelIndicator<Ema>>(alpha == 0 ? Ema(period, seed) : Ema(period, alpha, seed, 0));
}

std::unique_ptr<Indicator> make_rma(std::span<const double> parameters) {
    return std::make_unique<KernelIndicator<Ema>>(
        Ema::wilder(static_cast<std::size_t>(parameters[0]), static_cast<Seed>(parameters[1])));
}

std::unique_ptr<Indicator> make_kama(std::span<const double> parameters) {
    const auto period = static_cast<std::size_t>(parameters[0]);
    const auto style = static_cast<Style>(parameters[3]);
    // In TA-Lib no average over one value smooths anything.
    if (period == 1 && style == Style::kTaLib)
        return std::make_unique<KernelIndicator<Average>>(Average(AverageKind::kNone, period));
    return std::make_unique<KernelIndicator<Kama>>(
        Kama(period, static_cast<std::size_t>(parameters[1]), static_cast<std::size_t>(parameters[2]), style));
}

std::unique_ptr<Indicator> make_average(std::span<const double> parameters) {
    return std::make_unique<KernelIndicator<Average>>(
        Average(static_cast<AverageKind>(parameters[1]), static_cast<std::size_t>(parameters[0])));
}

}  // namespace

std::vector<Definition> average_definitions() {
    return {
        {average("dema", {"DEMA", "DoubleExponentialMovingAverage", "MovingAverageDoubleExponential"},
                 {period(30), seed()}, Missing::kSkip,
                 "Double exponential moving average: 2 e - e(e), for an e that lags half as much.",
                 "P. Mulloy (1994); TA-Lib DEMA"),
         make_kernel<Dema, std::size_t, Seed>},
        {average("ema",
                 {"EMA", "ExponentialMovingAverage", "MovingAverageExponential", "ExponentialSmoothing", "ExpSmoothing",
                  "CTEMA"},
                 {period(30), seed(), number("alpha", 0, 0, 1)}, Missing::kSkip,
                 "Exponential moving average: each value moves it by alpha of the distance, 2 / (period + 1) where "
                 "alpha is 0.",
                 "TA-Lib EMA, backtrader ExponentialMovingAverage"),
         make_ema},
        {average("hma", {"HMA", "HullMovingAverage", "HullMA"}, {period(20)}, Missing::kWindow,
                 "Hull moving average: weighted averages combined so that the lag nearly cancels.",
                 "A. Hull (2005); TA-Lib HMA"),
         make_kernel<Hma, std::size_t>},
        {average("kama", {"KAMA", "AdaptiveMovingAverage", "MovingAverageAdaptive"},
                 {period(30), period(2, 1, "fast"), period(30, 1, "slow"), style()}, Missing::kSkip,
                 "Kaufman's adaptive moving average: fast where prices go straight, slow where they wander.",
                 "P. Kaufman, Trading Systems and Methods (1995); TA-Lib KAMA"),
         make_kama},
        {average("ma", {"MA", "MovingAverage"}, {period(30), choice("average", average_names())}, Missing::kSkip,
                 "A moving average of the kind that is asked for.", "TA-Lib MA"),
         make_average},
        {average("rma",
                 {"RMA", "SMMA", "SmoothedMovingAverage", "WilderMA", "ModifiedMovingAverage", "MovingAverageSmoothed",
                  "MovingAverageWilder"},
                 {period(30), seed()}, Missing::kSkip,
                 "Wilder's smoothed moving average: each value moves it by 1 / period of the distance.",
                 "J. W. Wilder (1978); TA-Lib RMA, backtrader SmoothedMovingAverage"),
         make_rma},
        {average("sma",
                 {"SMA", "SimpleMovingAverage", "MovingAverageSimple", "Average", "ArithmeticMean", "Mean", "Avg"},
                 {period(30)}, Missing::kWindow,
                 "Simple moving average: the mean of the last values, summed fast and without drift.",
                 "TA-Lib SMA; window sums by blocks"),
         make_kernel<Sma, std::size_t>},
        {average("sma_exact", {}, {period(30)}, Missing::kWindow,
                 "Simple moving average from the correctly rounded sum of the window.", "backtrader SMA (math.fsum)"),
         make_kernel<SmaExact, std::size_t>},
        {average("t3", {"T3"}, {period(5), number("volume_factor", 0.7, 0, 1)}, Missing::kSkip,
                 "Tillson's T3: a generalized double exponential average, three times over.",
                 "T. Tillson (1998); TA-Lib T3"),
         make_kernel<T3, std::size_t, double>},
        {average("tema", {"TEMA", "TripleExponentialMovingAverage", "MovingAverageTripleExponential"},
                 {period(30), seed()}, Missing::kSkip, "Triple exponential moving average: 3 e - 3 e(e) + e(e(e)).",
                 "P. Mulloy (1994); TA-Lib TEMA"),
         make_kernel<Tema, std::size_t, Seed>},
        {average("trima", {"TRIMA"}, {period(30)}, Missing::kWindow,
                 "Triangular moving average: the middle of the window weighs most.", "TA-Lib TRIMA"),
         make_kernel<Trima, std::size_t>},
        {average("wma", {"WMA", "WeightedMovingAverage", "MovingAverageWeighted"}, {period(30)}, Missing::kWindow,
                 "Weighted moving average: the newest value weighs most, the oldest least, in equal steps.",
                 "TA-Lib WMA, backtrader WeightedMovingAverage"),
         make_kernel<Wma, std::size_t>},
        {average("zlema", {"ZLEMA", "ZeroLagEma", "ZeroLagExponentialMovingAverage"}, {period(30), seed()},
                 Missing::kSkip, "Zero lag exponential moving average: of the value plus its gain in half a period.",
                 "J. Ehlers and R. Way; TA-Lib ZLEMA, backtrader ZeroLagExponentialMovingAverage"),
         make_kernel<Zlema, std::size_t, Seed>},
    };
}

}  // namespace ct::indicators
