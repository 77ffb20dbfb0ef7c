#include <vector>

#include "ct/core/simd.hpp"
#include "ct/indicators/candle.hpp"
#include "ct/indicators/definition.hpp"
#include "ct/indicators/families.hpp"
#include "ct/indicators/pattern_rule.hpp"

namespace ct::indicators {

namespace {

/// A candle opens in the body of a white one before it, or just above.
CT_LOOP inline bool climbs_from(Candle a, Candle b) {
    return all(b.open() > a.open(), b.open() <= a.close() + a.near_distance());
}

}  // namespace

std::vector<Definition> three_candle_patterns() {
    return {
        pattern("advance_block", "CDLADVANCEBLOCK", kBodyMean | kShadowMean | kTightMean,
                "Three white candles climb, and grow weaker: smaller bodies or longer shadows above.",
                [](Candle a, Candle b, Candle c) CT_LOOP {
                    const bool climbs =
                        all(all_white(a, b, c), c.close() > b.close(), b.close() > a.close(), climbs_from(a, b),
                            climbs_from(b, c), a.is_long(), a.upper_shadow() < a.short_shadow());
                    const bool shrinks =
                        all(b.body() < a.body() - a.far_distance(), c.body() < b.body() + b.near_distance());
                    const bool stops = c.body() < b.body() - b.far_distance();
                    const bool tires =
                        all(c.body() < b.body(), b.body() < a.body(),
                            any(c.upper_shadow() > c.short_shadow(), b.upper_shadow() > b.short_shadow()));
                    const bool is_refused = all(c.body() < b.body(), c.upper_shadow() > c.body());
                    return fall(all(climbs, any(shrinks, stops, tires, is_refused)));
                }),
        pattern("identical_three_crows", "CDLIDENTICAL3CROWS", kRangeMean | kTightMean,
                "Three black candles without shadows below, each opens at the close before.",
                [](Candle a, Candle b, Candle c) CT_LOOP {
                    return fall(all(all_black(a, b, c), a.is_bare_below(), b.is_bare_below(), c.is_bare_below(),
                                    a.close() > b.close(), b.close() > c.close(),
                                    is_around(b.open(), a.close(), a.equal_distance()),
                                    is_around(c.open(), b.close(), b.equal_distance())));
                }),
        pattern("stalled_pattern", "CDLSTALLEDPATTERN", kBodyMean | kRangeMean | kTightMean,
                "Two long white candles climb, and a short one stands on the shoulder of the second.",
                [](Candle a, Candle b, Candle c) CT_LOOP {
                    return fall(all(all_white(a, b, c), c.close() > b.close(), b.close() > a.close(), a.is_long(),
                                    b.is_long(), b.is_bare_above(), climbs_from(a, b), c.is_short(),
                                    c.open() >= b.close() - c.body() - b.near_distance()));
                }),
        pattern("stick_sandwich", "CDLSTICKSANDWICH", kTightMean,
                "A white candle above the close of a black one, and a black one that closes there again.",
                [](Candle a, Candle b, Candle c) CT_LOOP {
                    return rise(all(all_black(a, c), b.is_white(), b.low() > a.close(),
                                    is_around(c.close(), a.close(), a.equal_distance())));
                }),
        pattern("three_inside", "CDL3INSIDE", kBodyMean,
                "A short body inside that of a long candle, and one of the other color that closes beyond both.",
                [](Candle a, Candle b, Candle c) CT_LOOP {
                    const bool is_inside = all(a.is_long(), b.is_not_long(), holds_body(a, b));
                    return rise_or_fall(all(is_inside, a.is_black(), c.is_white(), c.close() > a.open()),
                                        all(is_inside, a.is_white(), c.is_black(), c.close() < a.open()));
                }),
        pattern("three_outside", "CDL3OUTSIDE", 0,
                "A body engulfs that of a candle of the other color, and one more closes further.",
                [](Candle /*before*/, Candle a, Candle b, Candle c) CT_LOOP {
                    const bool is_outside = all(other_color(a, b), holds_body(b, a));
                    return rise_or_fall(all(is_outside, b.is_white(), c.close() > b.close()),
                                        all(is_outside, b.is_black(), c.close() < b.close()));
                }),
        pattern("three_stars_in_south", "CDL3STARSINSOUTH", kBodyMean | kRangeMean,
                "Three black candles fall less and less, each within the range of the one before.",
                [](Candle a, Candle b, Candle c) CT_LOOP {
                    return rise(all(all_black(a, b, c), a.is_long(), a.lower_shadow() > a.body(), b.body() < a.body(),
                                    b.open() > a.close(), b.open() <= a.high(), b.low() < a.close(), b.low() >= a.low(),
                                    b.has_lower_shadow(), c.is_short(), c.is_bare(), c.low() > b.low(),
                                    c.high() < b.high()));
                }),
        pattern("three_white_soldiers", "CDL3WHITESOLDIERS", kBodyMean | kRangeMean | kTightMean,
                "Three white candles without shadows above climb, none much smaller than the one before.",
                [](Candle a, Candle b, Candle c) CT_LOOP {
                    return rise(all(all_white(a, b, c), a.is_bare_above(), b.is_bare_above(), c.is_bare_above(),
                                    c.close() > b.close(), b.close() > a.close(), climbs_from(a, b), climbs_from(b, c),
                                    b.body() > a.body() - a.far_distance(), c.body() > b.body() - b.far_distance(),
                                    c.is_long()));
                }),
        pattern("unique_three_river", "CDLUNIQUE3RIVER", kBodyMean,
                "A black body inside that of a long black candle, with a new low, and a short white one below it.",
                [](Candle a, Candle b, Candle c) CT_LOOP {
                    return rise(all(all_black(a, b), a.is_long(), b.close() > a.close(), b.open() <= a.open(),
                                    b.low() < a.low(), c.is_short(), c.is_white(), c.open() > b.low()));
                }),
    };
}

}  // namespace ct::indicators
