#include <string_view>
#include <utility>
#include <vector>

#include "ct/indicators/cycles.hpp"
#include "ct/indicators/definition.hpp"
#include "ct/indicators/families.hpp"
#include "ct/indicators/hilbert.hpp"
#include "ct/indicators/mama.hpp"
#include "ct/indicators/registry.hpp"

namespace ct::indicators {

namespace {

IndicatorInfo cycle(std::string_view name, std::string_view alias, std::vector<std::string_view> lines,
                    std::string_view text) {
    return {.name = name,
            .aliases = {alias},
            .group = Group::kCycle,
            .inputs = {"close"},
            .parameters = {choice("smoothing", {"exact", "running"})},
            .lines = std::move(lines),
            .missing = Missing::kSkip,
            .text = text,
            .source = "J. Ehlers, Rocket Science for Traders (2001); as TA-Lib"};
}

}  // namespace

// With running sums the smoothing gives TA-Lib's numbers also where its rounding errors have grown.
std::vector<Definition> cycle_definitions() {
    auto mama = cycle("mama", "MAMA", {"mama", "fama"},
                      "MESA adaptive moving average: follows faster the more slowly the phase of the dominant cycle "
                      "changes; and a following average of it.");
    mama.group = Group::kOverlap;
    mama.parameters = {number("fast", 0.5, 0.01, 0.99), number("slow", 0.05, 0.01, 0.99), mama.parameters[0]};
    auto trendline = cycle("ht_trendline", "HT_TRENDLINE", {"trendline"},
                           "Instantaneous trendline: the mean of the price over one dominant cycle, smoothed.");
    trendline.group = Group::kOverlap;
    auto trend_mode = cycle("ht_trendmode", "HT_TRENDMODE", {"trend"}, "1 in a trend, 0 in a cycle.");
    trend_mode.whole_lines = true;
    return {
        {cycle("ht_dcperiod", "HT_DCPERIOD", {"dcperiod"}, "The period of the dominant cycle in bars, 6 to 50."),
         make_kernel<DominantPeriod, PriceSmoothing>},
        {cycle("ht_dcphase", "HT_DCPHASE", {"dcphase"},
               "Where in the dominant cycle the price is, -45 to 315 degrees."),
         make_kernel<DominantPhase, PriceSmoothing>},
        {cycle("ht_phasor", "HT_PHASOR", {"inphase", "quadrature"},
               "The price without its trend, in phase and a quarter cycle later."),
         make_kernel<Phasor, PriceSmoothing>},
        {cycle("ht_sine", "HT_SINE", {"sine", "leadsine"},
               "The sine of the dominant cycle's phase, and of one 45 degrees later."),
         make_kernel<PhaseSine, PriceSmoothing>},
        {trendline, make_kernel<InstantaneousTrendline, PriceSmoothing>},
        {trend_mode, make_kernel<TrendMode, PriceSmoothing>},
        {mama, make_kernel<Mama, double, double, PriceSmoothing>},
    };
}

}  // namespace ct::indicators
