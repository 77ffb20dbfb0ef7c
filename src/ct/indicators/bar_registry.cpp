#include <algorithm>
#include <cstddef>
#include <iterator>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "ct/indicators/atr.hpp"
#include "ct/indicators/average.hpp"
#include "ct/indicators/bands.hpp"
#include "ct/indicators/cci.hpp"
#include "ct/indicators/definition.hpp"
#include "ct/indicators/families.hpp"
#include "ct/indicators/indicator.hpp"
#include "ct/indicators/money_flow.hpp"
#include "ct/indicators/price_oscillator.hpp"
#include "ct/indicators/ranking.hpp"
#include "ct/indicators/registry.hpp"
#include "ct/indicators/sar.hpp"
#include "ct/indicators/strength.hpp"
#include "ct/indicators/style.hpp"
#include "ct/indicators/supertrend.hpp"
#include "ct/indicators/trend.hpp"
#include "ct/indicators/ultimate.hpp"
#include "ct/indicators/variable_average.hpp"
#include "ct/indicators/variance.hpp"
#include "ct/indicators/volume.hpp"

namespace ct::indicators {

namespace {

template <VolumeIndexKind Kind>
std::unique_ptr<Indicator> make_volume_index(std::span<const double> /*parameters*/) {
    return std::make_unique<KernelIndicator<VolumeIndex>>(VolumeIndex(Kind));
}

template <OscillatorUnit Unit>
std::unique_ptr<Indicator> make_volume_oscillator(std::span<const double> p) {
    return std::make_unique<KernelIndicator<PriceOscillator>>(PriceOscillator(
        static_cast<std::size_t>(p[0]), static_cast<std::size_t>(p[1]), static_cast<AverageKind>(p[2]), Unit));
}

std::unique_ptr<Indicator> make_extended_sar(std::span<const double> p) {
    return std::make_unique<KernelIndicator<ParabolicSar>>(
        ParabolicSar({p[2], p[3], p[4]}, {p[5], p[6], p[7]}, p[0], p[1], true));
}

std::unique_ptr<Indicator> make_bands(std::span<const double> p) {
    return std::make_unique<KernelIndicator<BollingerBands>>(BollingerBands(
        static_cast<std::size_t>(p[0]), p[1], p[2], static_cast<AverageKind>(p[3]), static_cast<Deviation>(p[4])));
}

ParameterInfo kind(AverageKind default_value) {
    return choice("average", average_names(), static_cast<double>(default_value));
}
ParameterInfo factor(std::string_view name, double default_value) { return number(name, default_value, 0, 1e300); }

// NOLINTBEGIN(bugprone-throwing-static-initialization): only for want of memory
const Names kClose = {"close"};
const Names kHighLow = {"high", "low"};
const Names kOpenClose = {"open", "close"};
const Names kHighLowClose = {"high", "low", "close"};
const Names kHighLowCloseVolume = {"high", "low", "close", "volume"};
const Names kCloseVolume = {"close", "volume"};
const Names kBands = {"upper", "middle", "lower"};
// NOLINTEND(bugprone-throwing-static-initialization)
constexpr auto kWilder = "J. W. Wilder, New Concepts in Technical Trading Systems (1978); as TA-Lib";

std::vector<Definition> oscillators() {
    using enum Group;
    const auto skip = Missing::kSkip;
    const auto window = Missing::kWindow;
    return {
        {row(kMomentum, "ac", {"AC", "AccelerationDecelerationOscillator", "AccDeOsc"}, kHighLow,
             {period(5, 1, "fast"), period(34, 1, "slow"), period(5, 1, "signal")}, {"ac"}, window,
             "Acceleration oscillator: the awesome oscillator less its mean.", "B. Williams; TA-Lib AC"),
         make_kernel<AccelerationOscillator, std::size_t, std::size_t, std::size_t>},
        {row(kMomentum, "ao", {"AO", "AwesomeOscillator", "AwesomeOsc"}, kHighLow,
             {period(5, 1, "fast"), period(34, 1, "slow")}, {"ao"}, window,
             "Awesome oscillator: a fast mean of the middles of bars less a slow one.", "B. Williams; TA-Lib AO"),
         make_kernel<AwesomeOscillator, std::size_t, std::size_t>},
        {row(kMomentum, "cci", {"CCI", "CommodityChannelIndex"}, kHighLowClose,
             {period(20), number("factor", 0.015, 1e-9, 1e9), style()}, {"cci"}, window,
             "Commodity channel index: the typical price's distance from its mean in mean deviations.",
             "D. Lambert (1980); TA-Lib CCI, backtrader CommodityChannelIndex"),
         make_kernel<Cci, std::size_t, double, Style>},
        {row(kMomentum, "cmou", {"CMOU"}, kClose, {period(14)}, {"cmou"}, window,
             "Chande's momentum oscillator with plain sums: rises less falls over both, -100 to 100.",
             "T. Chande (1994); TA-Lib CMOU"),
         make_kernel<ChandeMomentum, std::size_t>},
        {row(kMomentum, "coppock", {"COPPOCK"}, kClose,
             {period(10, 1, "average"), period(11, 1, "first"), period(14, 1, "second")}, {"coppock"}, window,
             "Coppock's curve: a weighted average of two rates of change.", "E. Coppock (1962); TA-Lib COPPOCK"),
         make_kernel<Coppock, std::size_t, std::size_t, std::size_t>},
        {row(kMomentum, "dpo", {"DPO", "DetrendedPriceOscillator"}, kClose, {period(20), style()}, {"dpo"}, window,
             "Detrended price oscillator: the value of half a period ago less the moving average (talib), or the value "
             "less the moving average of half a period ago (backtrader).",
             "TA-Lib DPO, backtrader DetrendedPriceOscillator"),
         make_kernel<DetrendedPrice, std::size_t, Style>},
        {row(kMomentum, "er", {"ER", "EfficiencyRatio"}, kClose, {period(10)}, {"er"}, window,
             "Efficiency ratio: the way from the value a period ago over the sum of all steps, 0 to 1.",
             "P. Kaufman; TA-Lib ER"),
         make_kernel<EfficiencyRatio, std::size_t>},
        {row(kMomentum, "eri", {"ERI"}, kHighLowClose, {period(13)}, {"bull_power", "bear_power"}, skip,
             "Elder's ray: the high and the low less an exponential average of the close.",
             "A. Elder (1989); TA-Lib ERI"),
         make_kernel<ElderRay, std::size_t>},
        {row(kMomentum, "fosc", {"FOSC"}, kClose, {period(5, 2)}, {"fosc"}, window,
             "Forecast oscillator: how far, in percent, the value lies above its forecast by the line of least "
             "squares.",
             "T. Chande; TA-Lib FOSC"),
         make_kernel<ForecastOscillator, std::size_t>},
        {row(kMomentum, "fractal", {"FRACTAL"}, kHighLow, {period(2, 1, "left"), period(2, 1, "right")},
             {"high", "low"}, window, "Fractals: 100 where the bar of `right` bars ago is a local high, or low.",
             "B. Williams; TA-Lib FRACTAL"),
         make_kernel<Fractal, std::size_t, std::size_t>},
        {row(kMomentum, "imi", {"IMI"}, kOpenClose, {period(14)}, {"imi"}, window,
             "Intraday momentum index: of the bodies of the last candles, the share of the rising ones, 0 to 100.",
             "T. Chande; TA-Lib IMI"),
         make_kernel<IntradayMomentum, std::size_t>},
        {row(kMomentum, "mfi", {"MFI", "MoneyFlowIndex"}, kHighLowCloseVolume, {period(14)}, {"mfi"}, window,
             "Money flow index: of the money traded, the share where the typical price rose, 0 to 100.", "TA-Lib MFI"),
         make_kernel<MoneyFlowIndex, std::size_t>},
        {row(kMomentum, "qstick", {"QSTICK"}, kOpenClose, {period(10)}, {"qstick"}, window, "Mean of close less open.",
             "T. Chande; TA-Lib QSTICK"),
         make_kernel<Qstick, std::size_t>},
        {row(kMomentum, "tsi", {"TSI", "TrueStrengthIndicator"}, kClose,
             {period(25, 1, "first"), period(13, 1, "second")}, {"tsi"}, skip,
             "True strength index: the change smoothed twice over its size smoothed twice, -100 to 100.",
             "W. Blau (1991); TA-Lib TSI"),
         make_kernel<TrueStrength, std::size_t, std::size_t>},
        {row(kMomentum, "ultosc", {"ULTOSC", "UltimateOscillator"}, kHighLowClose,
             {period(7, 1, "first"), period(14, 1, "second"), period(28, 1, "third")}, {"ultosc"}, window,
             "Ultimate oscillator: buying pressure over true range in three windows, 0 to 100.",
             "L. Williams (1985); TA-Lib ULTOSC"),
         make_kernel<UltimateOscillator, std::size_t, std::size_t, std::size_t>},
        {row(kMomentum, "vhf", {"VHF"}, kClose, {period(28)}, {"vhf"}, window,
             "Vertical horizontal filter: the range of the last values over the sum of their steps.",
             "A. White (1991); TA-Lib VHF"),
         make_kernel<VerticalHorizontal, std::size_t>},
        {row(kTrend, "vortex", {"VORTEX", "Vortex"}, kHighLowClose, {period(14)}, {"vi_plus", "vi_minus"}, window,
             "Vortex: upward and downward movement between bars over the true range.",
             "E. Botes and D. Siepman (2010); TA-Lib VORTEX"),
         make_kernel<Vortex, std::size_t>},
        {row(kMomentum, "wad", {"WAD", "WilliamsAD"}, kHighLowClose, {}, {"wad"}, skip,
             "Williams' accumulation/distribution: the running sum of how far the close lies from the true low or "
             "high.",
             "L. Williams; TA-Lib WAD"),
         make_kernel<WilliamsAccumulation>},
    };
}

std::vector<Definition> bands_and_volatility() {
    using enum Group;
    const auto skip = Missing::kSkip;
    const auto window = Missing::kWindow;
    return {
        {row(kVolatility, "accbands", {"ACCBANDS"}, kHighLowClose, {period(20)}, kBands, window,
             "Acceleration bands: averages of high and low, each moved away by the width of its bar.",
             "P. Headley; TA-Lib ACCBANDS"),
         make_kernel<AccelerationBands, std::size_t>},
        {row(kVolatility, "bbands", {"BBANDS", "BollingerBands", "BBands", "BB"}, kClose,
             {period(20), number("up", 2, -1e300, 1e300), number("down", 2, -1e300, 1e300), kind(AverageKind::kSma),
              choice("deviation", {"population", "sample"})},
             {"top", "mid", "bot"}, skip,
             "Bollinger's bands: a moving average, and so many standard deviations above and below it.",
             "J. Bollinger; TA-Lib BBANDS, backtrader BollingerBands"),
         make_bands},
        {row(kVolatility, "kc", {"KC", "KeltnerChannel", "Keltner"}, kHighLowClose,
             {period(20), period(10, 1, "range_period"), number("width", 2, -1e300, 1e300)}, kBands, skip,
             "Keltner's channel: an exponential average of the typical price, and so many average true ranges around "
             "it.",
             "C. Keltner, L. Raschke; TA-Lib KC"),
         make_kernel<KeltnerChannel, std::size_t, std::size_t, double>},
        {row(kOverlap, "mavp", {"MAVP"}, {"close", "periods"},
             {{"least", 2, 1, VariableAverage::kMostPeriod, true, {}},
              {"most", 30, 1, VariableAverage::kMostPeriod, true, {}},
              kind(AverageKind::kSma)},
             {"mavp"}, skip, "Moving average whose period is a column of its own.", "TA-Lib MAVP"),
         make_kernel<VariableAverage, std::size_t, std::size_t, AverageKind>},
        {row(kTrend, "sar", {"SAR"}, kHighLow, {factor("step", 0.02), factor("max", 0.2)}, {"sar"}, skip,
             "Parabolic stop and reverse: a stop that closes in on the price the longer the trend lasts.", kWilder),
         make_kernel<ParabolicSar, double, double>},
        {row(kTrend, "sarext", {"SAREXT"}, kHighLow,
             {number("start", 0, -1e300, 1e300), factor("offset", 0), factor("initial_long", 0.02),
              factor("step_long", 0.02), factor("max_long", 0.2), factor("initial_short", 0.02),
              factor("step_short", 0.02), factor("max_short", 0.2)},
             {"sar"}, skip, "Parabolic stop and reverse with accelerations for each direction; negative while short.",
             "TA-Lib SAREXT"),
         make_extended_sar},
        {row(kTrend, "supertrend", {"SUPERTREND"}, kHighLowClose, {period(10), factor("multiplier", 3)},
             {"supertrend", "trend"}, skip,
             "Supertrend: a band of average true ranges on the far side of the trend, which turns when a close passes "
             "it.",
             "O. Seban; TA-Lib SUPERTREND"),
         make_kernel<Supertrend, std::size_t, double>},
        {row(kOverlap, "vwma", {"VWMA", "VolumeWeightedMovingAverage"}, kCloseVolume, {period(30)}, {"vwma"}, window,
             "Volume weighted moving average.", "TA-Lib VWMA"),
         make_kernel<Vwma, std::size_t>},
        {row(kStatistic, "percentile", {"PERCENTILE"}, kClose, {period(30), number("percentile", 50, 0, 100)},
             {"percentile"}, window, "Percentile of the last values by the nearest rank.", "TA-Lib PERCENTILE"),
         make_kernel<Percentile, std::size_t, double>},
        {row(kStatistic, "percentrank", {"PERCENTRANK", "PctRank"}, kClose, {period(100), style()}, {"percentrank"},
             window,
             "How many percent of the values before it are less than a value (talib), or which share of the last "
             "values "
             "that it is one of (backtrader).",
             "TA-Lib PERCENTRANK, backtrader PercentRank"),
         make_kernel<PercentRank, std::size_t, Style>},
        {row(kVolatility, "adr", {"ADR"}, kHighLow, {period(14)}, {"adr"}, window,
             "Average daily range: the mean of high less low.", "TA-Lib ADR"),
         make_kernel<AverageDailyRange, std::size_t>},
        {row(kVolatility, "atr", {"ATR", "AverageTrueRange", "CTATR"}, kHighLowClose, {period(14)}, {"atr"}, skip,
             "Average true range, with Wilder's average.", kWilder),
         make_kernel<Atr, std::size_t>},
        {row(kVolatility, "cvi", {"CVI", "ChaikinVolatility"}, kHighLow, {period(10), period(10, 1, "change")}, {"cvi"},
             skip, "Chaikin's volatility: the rate of change of an exponential average of high less low.",
             "M. Chaikin; TA-Lib CVI"),
         make_kernel<ChaikinVolatility, std::size_t, std::size_t>},
        {row(kVolatility, "massi", {"MASSI"}, kHighLow, {period(9, 1, "average"), period(25, 1, "sum")}, {"massi"},
             skip, "Mass index: the sum of an average of high less low over an average of that average.",
             "D. Dorsey (1992); TA-Lib MASSI"),
         make_kernel<MassIndex, std::size_t, std::size_t>},
        {row(kVolatility, "natr", {"NATR"}, kHighLowClose, {period(14)}, {"natr"}, skip,
             "Average true range in percent of the close.", "J. Forman (2006); TA-Lib NATR"),
         make_kernel<NormalizedAtr, std::size_t>},
        {row(kVolatility, "rvi", {"RVI"}, kClose, {period(14), period(10, 1, "deviation_period")}, {"rvi"}, skip,
             "Relative volatility index: a strength index of the standard deviation by the price's direction, 0 to "
             "100.",
             "D. Dorsey (1993); TA-Lib RVI"),
         make_kernel<RelativeVolatility, std::size_t, std::size_t>},
    };
}

std::vector<Definition> volumes() {
    using enum Group;
    const auto skip = Missing::kSkip;
    const auto window = Missing::kWindow;
    return {
        {row(kVolume, "ad", {"AD", "AccumulationDistribution"}, kHighLowCloseVolume, {}, {"ad"}, skip,
             "Accumulation/distribution: the running sum of volume weighed by where the close lies in its bar.",
             "M. Chaikin; TA-Lib AD"),
         make_kernel<AccumulationDistribution>},
        {row(kVolume, "adosc", {"ADOSC", "ChaikinOscillator"}, kHighLowCloseVolume,
             {period(3, 1, "fast"), period(10, 1, "slow")}, {"adosc"}, skip,
             "Chaikin's oscillator: a fast average of accumulation/distribution less a slow one.",
             "M. Chaikin; TA-Lib ADOSC"),
         make_kernel<ChaikinOscillator, std::size_t, std::size_t>},
        {row(kVolume, "cmf", {"CMF", "ChaikinMoneyFlow"}, kHighLowCloseVolume, {period(20)}, {"cmf"}, window,
             "Chaikin's money flow: volume weighed by where the close lies in its bar, over the volume, -1 to 1.",
             "M. Chaikin; TA-Lib CMF"),
         make_kernel<ChaikinMoneyFlow, std::size_t>},
        {row(kVolume, "efi", {"EFI", "ForceIndex"}, kCloseVolume, {period(13)}, {"efi"}, skip,
             "Force index: an exponential average of the change of the close times the volume.",
             "A. Elder (1993); TA-Lib EFI"),
         make_kernel<ForceIndex, std::size_t>},
        {row(kVolume, "nvi", {"NVI"}, kCloseVolume, {}, {"nvi"}, skip,
             "Negative volume index: moves with the returns of bars whose volume shrinks, from 1000 on.", "TA-Lib NVI"),
         make_volume_index<VolumeIndexKind::kNegative>},
        {row(kVolume, "obv", {"OBV", "OnBalanceVolume"}, kCloseVolume, {}, {"obv"}, skip,
             "On balance volume: the running sum of volume, added where the close rises, taken off where it falls.",
             "J. Granville (1963); TA-Lib OBV"),
         make_kernel<OnBalanceVolume>},
        {row(kVolume, "pvi", {"PVI"}, kCloseVolume, {}, {"pvi"}, skip,
             "Positive volume index: moves with the returns of bars whose volume grows, from 1000 on.", "TA-Lib PVI"),
         make_volume_index<VolumeIndexKind::kPositive>},
        {row(kVolume, "pvo", {"PVO"}, {"volume"},
             {period(12, 1, "fast"), period(26, 1, "slow"), kind(AverageKind::kEma)}, {"pvo"}, skip,
             "Percentage volume oscillator: a fast average of volume less a slow one, in percent of the slow one.",
             "TA-Lib PVO"),
         make_volume_oscillator<OscillatorUnit::kPercent>},
        {row(kVolume, "pvt", {"PVT"}, kCloseVolume, {}, {"pvt"}, skip,
             "Price volume trend: the running sum of volume times the return.", "TA-Lib PVT"),
         make_kernel<PriceVolumeTrend>},
        {row(kVolume, "rvol", {"RVOL"}, {"volume"}, {period(20)}, {"rvol"}, window,
             "Relative volume: the volume over the mean of those before it.", "TA-Lib RVOL"),
         make_kernel<RelativeVolume, std::size_t>},
        {row(kVolume, "vwap", {}, kHighLowCloseVolume, {period(30)}, {"vwap"}, window,
             "Volume weighted average of the typical price of the last bars; vwap_cumulative is that since the first.",
             "(high + low + close) / 3, weighed by volume"),
         make_kernel<Vwap, std::size_t>},
        {row(kVolume, "volume_weighted_average_price", {"VolumeWeightedAveragePrice"}, kHighLowCloseVolume,
             {period(20)}, {"vwap"}, window, "Volume weighted average of the typical price: vwap over 20 bars.",
             "(high + low + close) / 3, weighed by volume"),
         make_kernel<Vwap, std::size_t>},
        {row(kVolume, "vwap_cumulative", {"VWAP"}, kHighLowCloseVolume, {}, {"vwap"}, skip,
             "Volume weighted average of the typical price since the first bar.", "TA-Lib VWAP"),
         make_kernel<CumulativeVwap>},
    };
}

}  // namespace

std::vector<Definition> bar_definitions() {
    auto all = oscillators();
    for (auto family : {bands_and_volatility(), volumes()}) {
        std::move(family.begin(), family.end(), std::back_inserter(all));
    }
    return all;
}

}  // namespace ct::indicators
