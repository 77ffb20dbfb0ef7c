// What compares one series with another, a value with those before it, or a window with yes and no.

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "ct/core/maths_parts.hpp"
#include "ct/indicators/adapted.hpp"
#include "ct/indicators/change.hpp"
#include "ct/indicators/crossings.hpp"
#include "ct/indicators/definition.hpp"
#include "ct/indicators/extreme_age.hpp"
#include "ct/indicators/families.hpp"
#include "ct/indicators/flags.hpp"
#include "ct/indicators/folds.hpp"
#include "ct/indicators/indicator.hpp"
#include "ct/indicators/least_squares.hpp"
#include "ct/indicators/registry.hpp"
#include "ct/indicators/row_function.hpp"
#include "ct/indicators/true_extremes.hpp"

namespace ct::indicators {

namespace {

IndicatorInfo row(std::string_view name, Names aliases, Names inputs, std::vector<ParameterInfo> parameters,
                  Names lines, std::string_view text, Missing missing = Missing::kWindow) {
    const std::string_view source = aliases.empty() ? name : aliases.front();
    return indicators::row(Group::kMath, name, std::move(aliases), std::move(inputs), std::move(parameters),
                           std::move(lines), missing, text, source);
}

template <class Comparison>
std::unique_ptr<Indicator> make_step(std::span<const double> /*parameters*/) {
    return std::make_unique<KernelIndicator<Change<Comparison>>>(Change<Comparison>(1));
}

CT_IN_LOOPS double difference(double a, double b) { return a - b; }

}  // namespace

std::vector<Definition> signal_definitions() {
    using enum CrossDirection;
    const auto skip = Missing::kSkip;
    const Names close = {"close"};
    const Names pair = {"first", "second"};
    const Names prices = {"close", "benchmark"};
    return {
        {row("cross_over", {"CrossOver"}, pair, {}, {"crossover"},
             "1 where the first series crosses the second upward, -1 downward, else 0; a touch is no cross.", skip),
         make_kernel<Crossing<kBoth>>},
        {row("cross_up", {"CrossUp"}, pair, {}, {"cross"},
             "1 where the first series crosses the second upward, else 0.", skip),
         make_kernel<Crossing<kUp>>},
        {row("cross_down", {"CrossDown"}, pair, {}, {"cross"},
             "1 where the first series crosses the second downward, else 0.", skip),
         make_kernel<Crossing<kDown>>},
        {row("non_zero_difference", {"NonZeroDifference", "NZD"}, pair, {}, {"nzd"},
             "The first series less the second; where they are equal, the last difference that was not zero.", skip),
         make_kernel<NonZeroDifference>},
        {row("all_n", {"AllN"}, close, {period(1)}, {"alln"},
             "1 where all of the last values are other than 0, else 0."),
         make_kernel<AllOf, std::size_t>},
        {row("any_n", {"AnyN"}, close, {period(1)}, {"anyn"},
             "1 where any of the last values is other than 0, else 0."),
         make_kernel<AnyOf, std::size_t>},
        {row("first_highest", {"FindFirstIndexHighest"}, close, {period(1)}, {"index"},
             "How many bars ago the highest of the last values was; of equals the newest."),
         make_kernel<ExtremeAge<Extreme::kHighest, true>, std::size_t>},
        {row("first_lowest", {"FindFirstIndexLowest"}, close, {period(1)}, {"index"},
             "How many bars ago the lowest of the last values was; of equals the newest."),
         make_kernel<ExtremeAge<Extreme::kLowest, true>, std::size_t>},
        {row("last_highest", {"FindLastIndexHighest"}, close, {period(1)}, {"index"},
             "How many bars ago the highest of the last values was; of equals the oldest."),
         make_kernel<ExtremeAge<Extreme::kHighest, false>, std::size_t>},
        {row("last_lowest", {"FindLastIndexLowest"}, close, {period(1)}, {"index"},
             "How many bars ago the lowest of the last values was; of equals the oldest."),
         make_kernel<ExtremeAge<Extreme::kLowest, false>, std::size_t>},
        {row("up_day", {"UpDay"}, close, {period(1)}, {"upday"}, "The rise from the value a period ago, or 0."),
         make_kernel<Change<Rise>, std::size_t>},
        {row("down_day", {"DownDay"}, close, {period(1)}, {"downday"}, "The fall from the value a period ago, or 0."),
         make_kernel<Change<Fall>, std::size_t>},
        {row("up_day_bool", {"UpDayBool"}, close, {period(1)}, {"upday"},
             "1 where the value is above the one a period ago, else 0."),
         make_kernel<Change<Rises>, std::size_t>},
        {row("down_day_bool", {"DownDayBool"}, close, {period(1)}, {"downday"},
             "1 where the value is below the one a period ago, else 0."),
         make_kernel<Change<Falls>, std::size_t>},
        {row("up_move", {"UpMove"}, close, {}, {"upmove"}, "The value less the one before it."), make_step<Momentum>},
        {row("down_move", {"DownMove"}, close, {}, {"downmove"}, "The value before it less the value."),
         make_step<Decline>},
        {row("true_high", {"TrueHigh"}, {"high", "close"}, {}, {"truehigh"},
             "The higher of the high and the close before."),
         make_kernel<TrueHigh>},
        {row("true_low", {"TrueLow"}, {"low", "close"}, {}, {"truelow"}, "The lower of the low and the close before."),
         make_kernel<TrueLow>},
        {row("oscillator", {"Oscillator"}, pair, {}, {"osc"}, "The first series less the second."),
         make_kernel<RowFunction<difference>>},
        {row("ols_beta", {"OLS_BetaN"}, prices, {period(10, 2)}, {"beta"},
             "Slope of the line of least squares of a price over another."),
         make_kernel<OneLine<LeastSquares, 0>, std::size_t>},
        {row("ols_slope_intercept", {"OLS_Slope_InterceptN"}, prices, {period(10, 2)}, {"slope", "intercept"},
             "Slope and intercept of the line of least squares of a price over another."),
         make_kernel<LeastSquares, std::size_t>},
        {row("ols_transformation", {"OLS_TransformationN"}, prices, {period(10, 2)},
             {"spread", "spread_mean", "spread_std", "zscore"},
             "Distance of a price from its line of least squares over another, with mean, deviation and score of it."),
         make_kernel<LeastSquaresSpread, std::size_t>},
    };
}

}  // namespace ct::indicators
