#include <cstddef>
#include <memory>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "ct/indicators/adapted.hpp"
#include "ct/indicators/aroon.hpp"
#include "ct/indicators/average.hpp"
#include "ct/indicators/change.hpp"
#include "ct/indicators/definition.hpp"
#include "ct/indicators/directional.hpp"
#include "ct/indicators/families.hpp"
#include "ct/indicators/indicator.hpp"
#include "ct/indicators/macd.hpp"
#include "ct/indicators/price_oscillator.hpp"
#include "ct/indicators/registry.hpp"
#include "ct/indicators/rsi.hpp"
#include "ct/indicators/stochastic.hpp"
#include "ct/indicators/style.hpp"
#include "ct/indicators/trix.hpp"

namespace ct::indicators {

namespace {

IndicatorInfo momentum(std::string_view name, Names aliases, Names inputs, std::vector<ParameterInfo> parameters,
                       Names lines, Missing missing, std::string_view text, std::string_view source) {
    return row(Group::kMomentum, name, std::move(aliases), std::move(inputs), std::move(parameters), std::move(lines),
               missing, text, source);
}

IndicatorInfo trend(std::string_view name, Names aliases, Names inputs, std::vector<ParameterInfo> parameters,
                    Names lines, Missing missing, std::string_view text, std::string_view source) {
    return row(Group::kTrend, name, std::move(aliases), std::move(inputs), std::move(parameters), std::move(lines),
               missing, text, source);
}

ParameterInfo kind(std::string_view name, AverageKind default_value) {
    return choice(name, average_names(), static_cast<double>(default_value));
}

template <OscillatorUnit Unit>
std::unique_ptr<Indicator> make_oscillator(std::span<const double> parameters) {
    return std::make_unique<KernelIndicator<PriceOscillator>>(
        PriceOscillator(static_cast<std::size_t>(parameters[0]), static_cast<std::size_t>(parameters[1]),
                        static_cast<AverageKind>(parameters[2]), Unit));
}

std::unique_ptr<Indicator> make_macd_fixed(std::span<const double> parameters) {
    return std::make_unique<KernelIndicator<Macd>>(Macd::fixed(static_cast<std::size_t>(parameters[0])));
}

std::unique_ptr<Indicator> make_fast_stochastic(std::span<const double> parameters) {
    return std::make_unique<KernelIndicator<Stochastic>>(
        Stochastic(static_cast<std::size_t>(parameters[0]), 1, AverageKind::kNone,
                   static_cast<std::size_t>(parameters[1]), static_cast<AverageKind>(parameters[2])));
}

// NOLINTBEGIN(bugprone-throwing-static-initialization): only for want of memory
const Names kClose = {"close"};
const Names kHighLow = {"high", "low"};
const Names kHighLowClose = {"high", "low", "close"};
// NOLINTEND(bugprone-throwing-static-initialization)
constexpr auto kWilder = "J. W. Wilder, New Concepts in Technical Trading Systems (1978); as TA-Lib";

}  // namespace

std::vector<Definition> momentum_definitions() {
    const auto fast = period(12, 1, "fast");
    const auto slow = period(26, 1, "slow");
    const auto signal = period(9, 1, "signal");
    return {
        {trend("adx", {"ADX", "AverageDirectionalMovementIndex"}, kHighLowClose, {period(14), style()}, {"adx"},
               Missing::kSkip, "Average directional movement index: how strong the trend is, up or down, 0 to 100.",
               kWilder),
         make_kernel<AverageDirectionalIndex, std::size_t, Style>},
        {trend("adxr", {"ADXR", "AverageDirectionalMovementIndexRating"}, kHighLowClose, {period(14), style()},
               {"adxr"}, Missing::kSkip, "Mean of the average directional movement index now and a period ago.",
               kWilder),
         make_kernel<DirectionalRating, std::size_t, Style>},
        {momentum("apo", {"APO", "AbsolutePriceOscillator", "AbsPriceOsc", "PriceOscillator", "PriceOsc"}, kClose,
                  {fast, slow, kind("average", AverageKind::kEma)}, {"apo"}, Missing::kSkip,
                  "Absolute price oscillator: a fast moving average less a slow one.", "TA-Lib APO"),
         make_oscillator<OscillatorUnit::kPrice>},
        {trend("aroon", {"AROON", "AroonUpDown", "AroonIndicator"}, kHighLow, {period(14)}, {"down", "up"},
               Missing::kWindow, "How recently the lowest low and the highest high were seen, 0 to 100.",
               "T. Chande (1995); TA-Lib AROON"),
         make_kernel<Aroon, std::size_t>},
        {trend("aroonosc", {"AROONOSC", "AroonOscillator", "AroonOsc"}, kHighLow, {period(14)}, {"aroonosc"},
               Missing::kWindow, "Aroon up less Aroon down, -100 to 100.", "T. Chande (1995); TA-Lib AROONOSC"),
         make_kernel<AroonOscillator, std::size_t>},
        {momentum("cmo", {"CMO"}, kClose, {period(14)}, {"cmo"}, Missing::kSkip,
                  "Chande's momentum oscillator with Wilder's averages: rises less falls over both, -100 to 100.",
                  "T. Chande (1994); TA-Lib CMO"),
         make_kernel<Cmo, std::size_t>},
        {trend("dx", {"DX"}, kHighLowClose, {period(14)}, {"dx"}, Missing::kSkip,
               "Directional movement index: how far the directional indicators are apart, 0 to 100.", kWilder),
         make_kernel<DirectionalIndex, std::size_t>},
        {trend("di", {"DI", "DirectionalIndicator"}, kHighLowClose, {period(14), style()}, {"plusDI", "minusDI"},
               Missing::kSkip, "Upward and downward movement as shares of the true range, 0 to 100.", kWilder),
         make_kernel<DirectionalIndicator, std::size_t, Style>},
        {trend("dm", {"DM", "DirectionalMovement"}, kHighLowClose, {period(14), style()},
               {"adx", "adxr", "plusDI", "minusDI"}, Missing::kSkip,
               "Wilder's directional movement system: average index, its rating, both indicators.", kWilder),
         make_kernel<DirectionalSystem, std::size_t, Style>},
        {trend("dmi", {"DMI", "DirectionalMovementIndex"}, kHighLowClose, {period(14), style()},
               {"adx", "plusDI", "minusDI"}, Missing::kSkip,
               "Average directional movement index with the two indicators that it compares, 0 to 100.", kWilder),
         make_kernel<DirectionalMovementIndex, std::size_t, Style>},
        {momentum("kdj", {"KDJ"}, kHighLowClose,
                  {period(9), period(3, 1, "k_period"), kind("k_average", AverageKind::kRma), period(3, 1, "d_period"),
                   kind("d_average", AverageKind::kRma)},
                  {"percK", "percD", "j"}, Missing::kSkip, "Stochastic with Wilder's averages and the line 3 k - 2 d.",
                  "TA-Lib KDJ"),
         make_kernel<Kdj, std::size_t, std::size_t, AverageKind, std::size_t, AverageKind>},
        {momentum(
             "macd", {"MACD", "MACDHisto", "MACDHistogram"}, kClose, {fast, slow, signal, style()},
             {"macd", "signal", "histo"}, Missing::kSkip,
             "Moving average convergence divergence: a fast average less a slow one, its signal, and their difference.",
             "G. Appel (1979); TA-Lib MACD"),
         make_kernel<Macd, std::size_t, std::size_t, std::size_t, Style>},
        {momentum("macdext", {"MACDEXT"}, kClose,
                  {fast, kind("fast_average", AverageKind::kSma), slow, kind("slow_average", AverageKind::kSma), signal,
                   kind("signal_average", AverageKind::kSma)},
                  {"macd", "signal", "histo"}, Missing::kSkip,
                  "Moving average convergence divergence with averages of any kind.", "TA-Lib MACDEXT"),
         make_kernel<MacdExt, std::size_t, AverageKind, std::size_t, AverageKind, std::size_t, AverageKind>},
        {momentum("macdfix", {"MACDFIX"}, kClose, {signal}, {"macd", "signal", "histo"}, Missing::kSkip,
                  "Moving average convergence divergence with Appel's rounded weights 0.15 and 0.075.",
                  "TA-Lib MACDFIX"),
         make_macd_fixed},
        {trend("minus_di", {"MINUS_DI", "MinusDirectionalIndicator", "MinusDI"}, kHighLowClose, {period(14), style()},
               {"minus_di"}, Missing::kSkip, "Downward movement as a share of the true range, 0 to 100.", kWilder),
         make_kernel<OneLine<DirectionalIndicator, 1>, std::size_t, Style>},
        {trend("minus_dm", {"MINUS_DM"}, kHighLow, {period(14)}, {"minus_dm"}, Missing::kSkip,
               "Downward movement, as Wilder's running sum.", kWilder),
         make_kernel<OneLine<DirectionalMovement, 1>, std::size_t>},
        {momentum("mom", {"MOM", "Momentum"}, kClose, {period(10)}, {"momentum"}, Missing::kWindow,
                  "The value less the one a period ago.", "TA-Lib MOM, backtrader Momentum"),
         make_kernel<Change<Momentum>, std::size_t>},
        {trend("plus_di", {"PLUS_DI", "PlusDirectionalIndicator", "PlusDI"}, kHighLowClose, {period(14), style()},
               {"plus_di"}, Missing::kSkip, "Upward movement as a share of the true range, 0 to 100.", kWilder),
         make_kernel<OneLine<DirectionalIndicator, 0>, std::size_t, Style>},
        {trend("plus_dm", {"PLUS_DM"}, kHighLow, {period(14)}, {"plus_dm"}, Missing::kSkip,
               "Upward movement, as Wilder's running sum.", kWilder),
         make_kernel<OneLine<DirectionalMovement, 0>, std::size_t>},
        {momentum("ppo", {"PPO"}, kClose, {fast, slow, kind("average", AverageKind::kEma)}, {"ppo"}, Missing::kSkip,
                  "Percentage price oscillator: a fast moving average less a slow one, in percent of the slow one.",
                  "TA-Lib PPO"),
         make_oscillator<OscillatorUnit::kPercent>},
        {momentum("roc", {"ROC", "RateOfChange100", "ROC100"}, kClose, {period(10)}, {"roc"}, Missing::kWindow,
                  "Rate of change from the value a period ago, in percent.", "TA-Lib ROC, backtrader RateOfChange100"),
         make_kernel<Change<RateOfChange>, std::size_t>},
        {momentum("rocp", {"ROCP", "RateOfChange", "PercentChange", "PctChange"}, kClose, {period(10)}, {"rocp"},
                  Missing::kWindow, "Rate of change from the value a period ago, as a share.",
                  "TA-Lib ROCP, backtrader RateOfChange"),
         make_kernel<Change<RateOfChangeShare>, std::size_t>},
        {momentum("rocr", {"ROCR"}, kClose, {period(10)}, {"rocr"}, Missing::kWindow,
                  "The value over the one a period ago.", "TA-Lib ROCR"),
         make_kernel<Change<RateOfChangeRatio>, std::size_t>},
        {momentum("rocr100", {"ROCR100", "MomentumOscillator", "MomentumOsc"}, kClose, {period(10)}, {"rocr100"},
                  Missing::kWindow, "The value in percent of the one a period ago.", "TA-Lib ROCR100"),
         make_kernel<Change<RateOfChangePercent>, std::size_t>},
        {momentum("rsi", {"RSI", "RelativeStrengthIndex", "RSI_SMMA", "RSI_Wilder"}, kClose, {period(14)}, {"rsi"},
                  Missing::kSkip,
                  "Wilder's relative strength index: the share of rises in the smoothed changes, 0 to 100.", kWilder),
         make_kernel<Rsi, std::size_t>},
        {momentum("smi", {"SMI"}, kHighLowClose,
                  {period(13), period(2, 1, "fast"), period(25, 1, "slow"), period(9, 1, "signal")}, {"smi", "signal"},
                  Missing::kSkip,
                  "Stochastic momentum index: the close's distance from the middle of the range, smoothed twice.",
                  "W. Blau (1993); TA-Lib SMI"),
         make_kernel<StochasticMomentum, std::size_t, std::size_t, std::size_t, std::size_t>},
        {momentum("stoch", {"STOCH", "Stochastic", "StochasticSlow"}, kHighLowClose,
                  {period(14), period(3, 1, "k_period"), kind("k_average", AverageKind::kSma), period(3, 1, "d_period"),
                   kind("d_average", AverageKind::kSma)},
                  {"percK", "percD"}, Missing::kSkip,
                  "Stochastic: where the close lies between the lowest low and the highest high, smoothed, and "
                  "smoothed again.",
                  "G. Lane; TA-Lib STOCH, backtrader Stochastic"),
         make_kernel<Stochastic, std::size_t, std::size_t, AverageKind, std::size_t, AverageKind>},
        {momentum(
             "stochf", {"STOCHF", "StochasticFast"}, kHighLowClose,
             {period(14), period(3, 1, "d_period"), kind("d_average", AverageKind::kSma)}, {"percK", "percD"},
             Missing::kSkip,
             "Fast stochastic: where the close lies between the lowest low and the highest high, and that smoothed.",
             "G. Lane; TA-Lib STOCHF"),
         make_fast_stochastic},
        {momentum(
             "stochrsi", {"STOCHRSI"}, kClose,
             {period(14), period(5, 1, "k_period"), period(3, 1, "d_period"), kind("d_average", AverageKind::kSma)},
             {"percK", "percD"}, Missing::kSkip, "Fast stochastic of the relative strength index.",
             "T. Chande and S. Kroll (1994); TA-Lib STOCHRSI"),
         make_kernel<StochasticRsi, std::size_t, std::size_t, std::size_t, AverageKind>},
        {momentum("trix", {"TRIX", "Trix"}, kClose, {period(30)}, {"trix"}, Missing::kSkip,
                  "Rate of change, in percent a bar, of a triple smoothed average.", "J. Hutson (1983); TA-Lib TRIX"),
         make_kernel<Trix, std::size_t>},
        {momentum("willr", {"WILLR", "WilliamsR"}, kHighLowClose, {period(14)}, {"willr"}, Missing::kWindow,
                  "Williams' %R: how far the close lies below the highest high, -100 to 0.",
                  "L. Williams; TA-Lib WILLR"),
         make_kernel<WilliamsR, std::size_t>},
    };
}

}  // namespace ct::indicators
