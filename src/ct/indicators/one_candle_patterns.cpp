#include <vector>

#include "ct/core/simd.hpp"
#include "ct/indicators/candle.hpp"
#include "ct/indicators/definition.hpp"
#include "ct/indicators/families.hpp"
#include "ct/indicators/pattern_rule.hpp"

namespace ct::indicators {

std::vector<Definition> one_candle_patterns() {
    return {
        pattern("belt_hold", "CDLBELTHOLD", kBodyMean | kRangeMean,
                "A long candle that opens at its extreme: no shadow below a white one, or above a black one.",
                [](Candle a) CT_LOOP {
                    return as_color(a, all(a.is_long(), any(all(a.is_white(), a.is_bare_below()),
                                                            all(a.is_black(), a.is_bare_above()))));
                }),
        pattern("closing_marubozu", "CDLCLOSINGMARUBOZU", kBodyMean | kRangeMean,
                "A long candle that closes at its extreme: no shadow above a white one, or below a black one.",
                [](Candle a) CT_LOOP {
                    return as_color(a, all(a.is_long(), any(all(a.is_white(), a.is_bare_above()),
                                                            all(a.is_black(), a.is_bare_below()))));
                }),
        pattern("doji", "CDLDOJI", kRangeMean, "A candle that closes where it opened.",
                [](Candle a) CT_LOOP { return rise(a.is_doji()); }),
        pattern("dragonfly_doji", "CDLDRAGONFLYDOJI", kRangeMean, "A doji with a shadow below and none above.",
                [](Candle a) CT_LOOP { return rise(all(a.is_doji(), a.is_bare_above(), a.has_lower_shadow())); }),
        pattern("gravestone_doji", "CDLGRAVESTONEDOJI", kRangeMean, "A doji with a shadow above and none below.",
                [](Candle a) CT_LOOP { return rise(all(a.is_doji(), a.is_bare_below(), a.has_upper_shadow())); }),
        pattern("high_wave", "CDLHIGHWAVE", kBodyMean, "A short body between two shadows of over twice its length.",
                [](Candle a) CT_LOOP {
                    return as_color(
                        a, all(a.is_short(), a.upper_shadow() > 2 * a.body(), a.lower_shadow() > 2 * a.body()));
                }),
        pattern("long_legged_doji", "CDLLONGLEGGEDDOJI", kRangeMean, "A doji with a shadow longer than its body.",
                [](Candle a) CT_LOOP {
                    return rise(all(a.is_doji(), any(a.upper_shadow() > a.body(), a.lower_shadow() > a.body())));
                }),
        pattern("long_line", "CDLLONGLINE", kBodyMean | kShadowMean, "A long body with short shadows.",
                [](Candle a) CT_LOOP {
                    return as_color(
                        a, all(a.is_long(), a.upper_shadow() < a.short_shadow(), a.lower_shadow() < a.short_shadow()));
                }),
        pattern("marubozu", "CDLMARUBOZU", kBodyMean | kRangeMean, "A long body without shadows.",
                [](Candle a) CT_LOOP { return as_color(a, all(a.is_long(), a.is_bare())); }),
        pattern("rickshaw_man", "CDLRICKSHAWMAN", kRangeMean | kTightMean,
                "A doji in the middle between two shadows longer than its body.",
                [](Candle a) CT_LOOP {
                    const double middle = a.low() + a.range() / 2;
                    return rise(all(a.is_doji(), a.upper_shadow() > a.body(), a.lower_shadow() > a.body(),
                                    a.bottom() <= middle + a.near_distance(), a.top() >= middle - a.near_distance()));
                }),
        pattern("short_line", "CDLSHORTLINE", kBodyMean | kShadowMean, "A short body with short shadows.",
                [](Candle a) CT_LOOP {
                    return as_color(
                        a, all(a.is_short(), a.upper_shadow() < a.short_shadow(), a.lower_shadow() < a.short_shadow()));
                }),
        pattern("spinning_top", "CDLSPINNINGTOP", kBodyMean, "A short body between two shadows longer than it.",
                [](Candle a) CT_LOOP {
                    return as_color(a, all(a.is_short(), a.upper_shadow() > a.body(), a.lower_shadow() > a.body()));
                }),
        pattern("takuri", "CDLTAKURI", kRangeMean, "A doji with no shadow above, and one below of over twice its body.",
                [](Candle a)
                    CT_LOOP { return rise(all(a.is_doji(), a.is_bare_above(), a.lower_shadow() > 2 * a.body())); }),
    };
}

}  // namespace ct::indicators
