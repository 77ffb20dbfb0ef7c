#include <cstddef>
#include <vector>

#include "ct/indicators/definition.hpp"
#include "ct/indicators/ema.hpp"
#include "ct/indicators/families.hpp"
#include "ct/indicators/registry.hpp"
#include "ct/indicators/sma.hpp"
#include "ct/indicators/sma_exact.hpp"

namespace ct::indicators {

namespace {

ParameterInfo seed() { return choice("seed", {"mean", "first"}); }

}  // namespace

std::vector<Definition> average_definitions() {
    return {
        {{.name = "ema",
          .aliases = {"EMA", "ExponentialMovingAverage", "MovingAverageExponential"},
          .group = Group::kOverlap,
          .inputs = {"close"},
          .parameters = {period(30), seed()},
          .lines = {"ema"},
          .missing = Missing::kSkip,
          .text = "Exponential moving average: each value moves it by 2 / (period + 1) of the distance.",
          .source = "TA-Lib EMA, backtrader ExponentialMovingAverage"},
         make_kernel<Ema, std::size_t, Seed>},
        {{.name = "sma",
          .aliases = {"SMA", "SimpleMovingAverage", "MovingAverageSimple"},
          .group = Group::kOverlap,
          .inputs = {"close"},
          .parameters = {period(30)},
          .lines = {"sma"},
          .text = "Simple moving average: the mean of the last values, summed fast and without drift.",
          .source = "TA-Lib SMA; window sums by blocks"},
         make_kernel<Sma, std::size_t>},
        {{.name = "sma_exact",
          .group = Group::kOverlap,
          .inputs = {"close"},
          .parameters = {period(30)},
          .lines = {"sma"},
          .text = "Simple moving average from the correctly rounded sum of the window.",
          .source = "backtrader SMA (math.fsum)"},
         make_kernel<SmaExact, std::size_t>},
    };
}

}  // namespace ct::indicators
