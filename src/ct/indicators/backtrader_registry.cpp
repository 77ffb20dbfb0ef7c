// What backtrader has and TA-Lib has not.

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "ct/indicators/adapted.hpp"
#include "ct/indicators/aroon.hpp"
#include "ct/indicators/average.hpp"
#include "ct/indicators/bands.hpp"
#include "ct/indicators/definition.hpp"
#include "ct/indicators/dynamic_smoothing.hpp"
#include "ct/indicators/error_correcting.hpp"
#include "ct/indicators/families.hpp"
#include "ct/indicators/heikin_ashi_delta.hpp"
#include "ct/indicators/hurst.hpp"
#include "ct/indicators/ichimoku.hpp"
#include "ct/indicators/indicator.hpp"
#include "ct/indicators/kernel.hpp"
#include "ct/indicators/laguerre.hpp"
#include "ct/indicators/pivots.hpp"
#include "ct/indicators/psar.hpp"
#include "ct/indicators/ranking.hpp"
#include "ct/indicators/registry.hpp"
#include "ct/indicators/relative_momentum.hpp"
#include "ct/indicators/signal_lines.hpp"
#include "ct/indicators/stochastic.hpp"
#include "ct/indicators/trend.hpp"

namespace ct::indicators {

namespace {

ParameterInfo kind(AverageKind default_value) {
    return choice("average", average_names(), static_cast<double>(default_value));
}
ParameterInfo gamma() { return number("gamma", 0.5, 0, 0.999); }
ParameterInfo weight() { return choice("weight", {"none", "open", "close"}); }
ParameterInfo gain_limit() { return {"gainlimit", 50, 0, 1e6, true, {}}; }
ParameterInfo factor(std::string_view name, double default_value) { return number(name, default_value, -1e6, 1e6); }

std::unique_ptr<Indicator> make_strength(std::span<const double> p, std::size_t lookback, AverageKind kind) {
    return std::make_unique<KernelIndicator<RelativeMomentum>>(
        RelativeMomentum(static_cast<std::size_t>(p[0]), lookback, kind));
}
template <AverageKind Kind>
std::unique_ptr<Indicator> make_strength(std::span<const double> p) {
    return make_strength(p, 1, Kind);
}
std::unique_ptr<Indicator> make_relative_momentum(std::span<const double> p) {
    return make_strength(p, static_cast<std::size_t>(p[1]), static_cast<AverageKind>(p[2]));
}

template <PercentOf Of>
std::unique_ptr<Indicator> make_percentage_oscillator(std::span<const double> p) {
    return std::make_unique<KernelIndicator<PercentagePriceOscillator>>(
        PercentagePriceOscillator(static_cast<std::size_t>(p[0]), static_cast<std::size_t>(p[1]),
                                  static_cast<std::size_t>(p[2]), static_cast<AverageKind>(p[3]), Of));
}

std::unique_ptr<Indicator> make_know_sure_thing(std::span<const double> p) {
    std::array<KnowSureThing::Rate, KnowSureThing::kRates> rates;
    for (std::size_t k = 0; k < rates.size(); ++k)
        rates[k] = {static_cast<std::size_t>(p[k]), static_cast<std::size_t>(p[4 + k]), p[9 + k]};
    return std::make_unique<KernelIndicator<KnowSureThing>>(KnowSureThing(rates, static_cast<std::size_t>(p[8])));
}

/// Where a chart draws the lagging span, its last parameter, changes no value.
std::unique_ptr<Indicator> make_ichimoku(std::span<const double> p) {
    return std::make_unique<KernelIndicator<Ichimoku>>(
        Ichimoku(static_cast<std::size_t>(p[0]), static_cast<std::size_t>(p[1]), static_cast<std::size_t>(p[2]),
                 static_cast<std::size_t>(p[3])));
}

std::vector<Definition> averages_and_levels() {
    using enum Group;
    const auto skip = Missing::kSkip;
    const auto window = Missing::kWindow;
    const Names close = {"close"};
    const Names high_low_close = {"high", "low", "close"};
    const Names bar = {"open", "high", "low", "close"};
    return {
        {row(kOverlap, "dma", {"DMA", "DicksonMA", "DicksonMovingAverage"}, close,
             {period(30), gain_limit(), period(7, 1, "hperiod")}, {"dma"}, skip,
             "Dickson's moving average: the mean of the zero lag indicator and a Hull average.", "N. Dickson"),
         make_kernel<Dickson, std::size_t, std::size_t, std::size_t>},
        {row(kOverlap, "ec", {"EC", "ZeroLagIndicator", "ErrorCorrecting", "ZLIndicator", "ZLInd"}, close,
             {period(30), gain_limit()}, {"ec"}, skip,
             "Zero lag indicator: an exponential average, corrected by the gain (in tenths up to the limit) that "
             "brings "
             "it closest to the value.",
             "J. Ehlers and R. Way, Zero Lag (2010)"),
         make_kernel<ErrorCorrecting, std::size_t, std::size_t>},
        {row(kOverlap, "exponential_smoothing_dynamic", {"ExponentialSmoothingDynamic", "ExpSmoothingDynamic"},
             {"close", "alpha"}, {period(1)}, {"av"}, skip,
             "Exponential smoothing whose weight is a column of its own, from the mean of the first values on.",
             "backtrader ExponentialSmoothingDynamic"),
         make_kernel<DynamicSmoothing, std::size_t>},
        {row(kOverlap, "laguerre_filter", {"LaguerreFilter", "LAGF"}, close, {period(1), gamma()}, {"lfilter"}, skip,
             "Laguerre filter: the weighted mean of four values, each of which lags the one before; begins at 0.",
             "J. Ehlers, Time Warp - Without Space Travel (2002)"),
         make_kernel<LaguerreFilter, std::size_t, double>},
        {row(kMomentum, "laguerre_rsi", {"LaguerreRSI", "LRSI"}, close, {period(6), gamma()}, {"lrsi"}, skip,
             "Laguerre strength index: the share of rises among four values, each of which lags the one before, 0 to "
             "1.",
             "J. Ehlers, Time Warp - Without Space Travel (2002)"),
         make_kernel<LaguerreRsi, std::size_t, double>},
        {row(kVolatility, "bbands_pct", {"BollingerBandsPct"}, close,
             {period(20), factor("devfactor", 2), kind(AverageKind::kSma)}, {"top", "mid", "bot", "pctb"}, skip,
             "Bollinger's bands, and where the value lies between them: 0 is the lower one, 1 the upper one.",
             "J. Bollinger"),
         make_kernel<BollingerPercent, std::size_t, double, AverageKind>},
        {row(kPrice, "pivot_point", {"PivotPoint"}, bar, {weight()}, {"p", "s1", "s2", "r1", "r2"}, window,
             "Pivot point with supports and resistances for the next bar; of high, low, close and perhaps the open, or "
             "the close once more.",
             "floor traders' pivots"),
         make_kernel<PivotPoint, PivotWeight>},
        {row(kPrice, "fibonacci_pivot_point", {"FibonacciPivotPoint"}, bar,
             {weight(), factor("level1", 0.382), factor("level2", 0.618), factor("level3", 1)},
             {"p", "s1", "s2", "s3", "r1", "r2", "r3"}, window,
             "Pivot point with supports and resistances at shares of the bar's range.", "Fibonacci pivots"),
         make_kernel<FibonacciPivot, PivotWeight, double, double, double>},
        {row(kPrice, "demark_pivot_point", {"DemarkPivotPoint"}, bar, {}, {"p", "s1", "r1"}, skip,
             "Pivot point that counts twice the low of a falling, the high of a rising, the close of any other bar.",
             "T. DeMark; backtrader's counts the close of a rising bar"),
         make_kernel<DemarkPivot>},
        {row(kTrend, "ichimoku", {"Ichimoku"}, high_low_close,
             {period(9, 1, "tenkan"), period(26, 1, "kijun"), period(52, 1, "senkou"), period(26, 1, "senkou_lead"),
              period(26, 1, "chikou")},
             {"tenkan_sen", "kijun_sen", "senkou_span_a", "senkou_span_b", "chikou_span"}, window,
             "Ichimoku cloud; the spans of senkou_lead bars ago, and as lagging span the close, which a chart draws "
             "chikou bars earlier.",
             "G. Hosoda (1969)"),
         make_ichimoku},
        {row(kTrend, "psar", {"PSAR", "ParabolicSAR"}, high_low_close,
             {period(2, 2), number("af", 0.02, 0, 1e300), number("afmax", 0.2, 0, 1e300)}, {"psar"}, skip,
             "Parabolic stop and reverse that begins in the direction of the second close, as backtrader's; sar begins "
             "as TA-Lib's.",
             "J. W. Wilder, New Concepts in Technical Trading Systems (1978); as backtrader ParabolicSAR"),
         make_kernel<Psar, std::size_t, double, double>},
    };
}

std::vector<Definition> oscillators() {
    using enum Group;
    const auto skip = Missing::kSkip;
    const auto window = Missing::kWindow;
    const Names close = {"close"};
    const Names high_low = {"high", "low"};
    const Names high_low_close = {"high", "low", "close"};
    const Names bar = {"open", "high", "low", "close"};
    const auto fast = period(12, 1, "fast");
    const auto slow = period(26, 1, "slow");
    const auto signal = period(9, 1, "signal");
    return {
        {row(kTrend, "aroon_down", {"AroonDown"}, high_low, {period(14)}, {"aroondown"}, window,
             "How recently the lowest low was seen, 0 to 100.", "T. Chande (1995)"),
         make_kernel<OneLine<Aroon, 0>, std::size_t>},
        {row(kTrend, "aroon_up", {"AroonUp"}, high_low, {period(14)}, {"aroonup"}, window,
             "How recently the highest high was seen, 0 to 100.", "T. Chande (1995)"),
         make_kernel<OneLine<Aroon, 1>, std::size_t>},
        {row(kTrend, "aroon_up_down_oscillator", {"AroonUpDownOscillator", "AroonUpDownOsc"}, high_low, {period(14)},
             {"aroonup", "aroondown", "aroonosc"}, window, "Aroon up, Aroon down and their difference.",
             "T. Chande (1995)"),
         make_kernel<AroonLines, std::size_t>},
        {row(kMomentum, "dv2", {"DV2"}, high_low_close, {period(252), period(2, 1, "maperiod")}, {"dv2"}, window,
             "DV2: the rank, in percent, of how high the close lies in its bar on average.", "D. Varadi"),
         make_kernel<Dv2, std::size_t, std::size_t>},
        {row(kMomentum, "ha_delta", {"haDelta", "haD"}, bar, {period(3)}, {"haDelta", "smoothed"}, skip,
             "Close less open of Heikin-Ashi candles, and its mean.", "D. Valcu, Heikin-Ashi (2004)"),
         make_kernel<HeikinAshiDelta, std::size_t>},
        {row(kStatistic, "hurst", {"Hurst", "HurstExponent"}, close,
             {period(40, Hurst::kMinPeriod), period(2, 1, "lag_start"),
              ParameterInfo{"lag_end", 0, 0, static_cast<double>(kMaxPeriod), true, {}}},
             {"hurst"}, window,
             "Hurst's exponent from the spread of differences by lag: 0.5 is a random walk, more a trend; a lag_end of "
             "0 is half of the period.",
             "H. E. Hurst (1951); backtrader HurstExponent"),
         make_kernel<Hurst, std::size_t, std::size_t, std::size_t>},
        {row(kMomentum, "kst", {"KST", "KnowSureThing"}, close,
             {period(10, 1, "rp1"), period(15, 1, "rp2"), period(20, 1, "rp3"), period(30, 1, "rp4"),
              period(10, 1, "rma1"), period(10, 1, "rma2"), period(10, 1, "rma3"), period(10, 1, "rma4"),
              period(9, 1, "rsignal"), factor("factor1", 1), factor("factor2", 2), factor("factor3", 3),
              factor("factor4", 4)},
             {"kst", "signal"}, window, "Know sure thing: the weighted sum of four smoothed rates of change.",
             "M. Pring (1992)"),
         make_know_sure_thing},
        {row(kMomentum, "percentage_price_oscillator", {"PercentagePriceOscillator", "PercPriceOsc"}, close,
             {fast, slow, signal, kind(AverageKind::kEma)}, {"ppo", "signal", "histo"}, skip,
             "A fast average less a slow one in percent of the slow one, its signal, and their difference; ppo is the "
             "first line alone.",
             "backtrader PercentagePriceOscillator"),
         make_percentage_oscillator<PercentOf::kSlow>},
        {row(kMomentum, "percentage_price_oscillator_short",
             {"PercentagePriceOscillatorShort", "PercPriceOscShort", "PPOShort"}, close,
             {fast, slow, signal, kind(AverageKind::kEma)}, {"ppo", "signal", "histo"}, skip,
             "A fast average less a slow one in percent of the fast one, its signal, and their difference.",
             "backtrader PercentagePriceOscillatorShort"),
         make_percentage_oscillator<PercentOf::kFast>},
        {row(kMomentum, "pgo", {"PGO", "PrettyGoodOscillator", "PrettyGoodOsc"}, high_low_close, {period(14)}, {"pgo"},
             skip, "Pretty good oscillator: the close's distance from its mean in average true ranges.", "M. Johnson"),
         make_kernel<PrettyGood, std::size_t>},
        {row(kMomentum, "rmi", {"RMI", "RelativeMomentumIndex"}, close,
             {period(20), period(5, 1, "lookback"), kind(AverageKind::kRma)}, {"rsi"}, skip,
             "Relative momentum index: a strength index of the changes over several bars; 50 where nothing changes.",
             "R. Altman (1993)"),
         make_relative_momentum},
        {row(kMomentum, "rsi_ema", {"RSI_EMA"}, close, {period(14)}, {"rsi"}, skip,
             "Strength index with exponential averages; 50 where nothing changes.", "backtrader RSI_EMA"),
         make_strength<AverageKind::kEma>},
        {row(kMomentum, "rsi_safe", {"RSI_Safe"}, close, {period(14)}, {"rsi"}, skip,
             "Wilder's strength index that is 50, not 0, where nothing changes.", "backtrader RSI_Safe"),
         make_strength<AverageKind::kRma>},
        {row(kMomentum, "rsi_sma", {"RSI_SMA", "RSI_Cutler"}, close, {period(14)}, {"rsi"}, skip,
             "Cutler's strength index, of plain means; 50 where nothing changes.", "backtrader RSI_SMA"),
         make_strength<AverageKind::kSma>},
        {row(kMomentum, "stochastic_full", {"StochasticFull"}, high_low_close,
             {period(14), period(3, 1, "period_dfast"), period(3, 1, "period_dslow"), kind(AverageKind::kSma)},
             {"percK", "percD", "percDSlow"}, skip,
             "Stochastic: where the close lies in the range, that smoothed, and smoothed again.", "G. Lane"),
         make_kernel<FullStochastic, std::size_t, std::size_t, std::size_t, AverageKind>},
        {row(kMomentum, "trix_signal", {"TrixSignal"}, close, {period(15), signal}, {"trix", "signal"}, skip,
             "Rate of change of a triple smoothed average, and an average of it.", "J. Hutson (1983)"),
         make_kernel<TrixSignal, std::size_t, std::size_t>},
    };
}

}  // namespace

std::vector<Definition> backtrader_definitions() {
    auto all = averages_and_levels();
    auto others = oscillators();
    std::move(others.begin(), others.end(), std::back_inserter(all));
    return all;
}

}  // namespace ct::indicators
