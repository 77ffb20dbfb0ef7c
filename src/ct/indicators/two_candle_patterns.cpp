#include <vector>

#include "ct/core/simd.hpp"
#include "ct/indicators/candle.hpp"
#include "ct/indicators/definition.hpp"
#include "ct/indicators/families.hpp"
#include "ct/indicators/pattern_rule.hpp"

namespace ct::indicators {

namespace {

// A body at one end of the candle, and a shadow longer than it at the other.
CT_LOOP inline bool is_hammer(Candle a) { return all(a.is_short(), a.lower_shadow() > a.body(), a.is_bare_above()); }
CT_LOOP inline bool is_upturned_hammer(Candle a) {
    return all(a.is_short(), a.upper_shadow() > a.body(), a.is_bare_below());
}

/// What a body inside that of a candle tells: against its color, 80 where they share an end.
CT_LOOP inline double held_body(Candle a, Candle b, bool found) {
    const double strength = holds_body(a, b) ? 100.0 : 80.0;
    return all(found, b.top() <= a.top(), b.bottom() >= a.bottom()) ? (a.is_white() ? -strength : strength) : 0.0;
}

/// Two marubozus of different colors that leap away from each other.
CT_LOOP inline bool is_kick(Candle a, Candle b) {
    return all(a.is_long(), a.is_bare(), b.is_long(), b.is_bare(),
               any(all(a.is_black(), b.is_white(), leaps_up(a, b)), all(a.is_white(), b.is_black(), leaps_down(a, b))));
}

/// A white candle opens under a long black one.
CT_LOOP inline bool opens_under(Candle a, Candle b) {
    return all(a.is_black(), a.is_long(), b.is_white(), b.open() < a.low());
}

}  // namespace

std::vector<Definition> reversal_pair_patterns() {
    return {
        pattern("counterattack", "CDLCOUNTERATTACK", kBodyMean | kTightMean,
                "Two long candles of different colors that close at the same price.",
                [](Candle a, Candle b) CT_LOOP {
                    return as_color(b, all(other_color(a, b), a.is_long(), b.is_long(),
                                           is_around(b.close(), a.close(), a.equal_distance())));
                }),
        pattern("dark_cloud_cover", "CDLDARKCLOUDCOVER", kBodyMean, 0.5,
                "A black candle opens above a long white one and closes deep inside its body.",
                [](Candle a, Candle b, double penetration) CT_LOOP {
                    return fall(all(a.is_white(), a.is_long(), b.is_black(), b.open() > a.high(), b.close() > a.open(),
                                    b.close() < a.close() - a.body() * penetration));
                }),
        pattern("doji_star", "CDLDOJISTAR", kBodyMean | kRangeMean,
                "A doji gaps away from a long candle in the direction of that.",
                [](Candle a, Candle b) CT_LOOP {
                    const bool is_star = all(a.is_long(), b.is_doji());
                    return rise_or_fall(all(is_star, a.is_black(), gaps_down(a, b)),
                                        all(is_star, a.is_white(), gaps_up(a, b)));
                }),
        pattern("engulfing", "CDLENGULFING", 0,
                "A body holds that of a candle of the other color before it; 80 where they share an end.",
                [](Candle /*before*/, Candle a, Candle b) CT_LOOP {
                    const bool is_longer = any(b.top() != a.top(), b.bottom() != a.bottom());
                    return -held_body(b, a, all(other_color(a, b), is_longer));
                }),
        pattern("harami", "CDLHARAMI", kBodyMean,
                "A short body inside that of a long candle before it; 80 where they share an end.",
                [](Candle a, Candle b) CT_LOOP { return held_body(a, b, all(a.is_long(), b.is_not_long())); }),
        pattern("harami_cross", "CDLHARAMICROSS", kBodyMean | kRangeMean,
                "A doji inside the body of a long candle before it; 80 where they share an end.",
                [](Candle a, Candle b) CT_LOOP { return held_body(a, b, all(a.is_long(), b.is_doji())); }),
        pattern("homing_pigeon", "CDLHOMINGPIGEON", kBodyMean,
                "A short black body inside that of a long black candle before it.",
                [](Candle a, Candle b)
                    CT_LOOP { return rise(all(all_black(a, b), a.is_long(), b.is_not_long(), holds_body(a, b))); }),
        pattern("kicking", "CDLKICKING", kBodyMean | kRangeMean,
                "A long candle without shadows leaps away from one of the other color.",
                [](Candle a, Candle b) CT_LOOP { return as_color(b, is_kick(a, b)); }),
        pattern("kicking_by_length", "CDLKICKINGBYLENGTH", kBodyMean | kRangeMean,
                "A kicking pattern that tells the direction of its longer candle.",
                [](Candle a, Candle b) CT_LOOP {
                    const bool is_longer = b.body() > a.body();
                    const bool rises = any(all(is_longer, b.is_white()), all(!is_longer, a.is_white()));
                    return rise_or_fall(all(is_kick(a, b), rises), is_kick(a, b));
                }),
        pattern("matching_low", "CDLMATCHINGLOW", kTightMean, "Two black candles close at the same price.",
                [](Candle a, Candle b) CT_LOOP {
                    return rise(all(all_black(a, b), is_around(b.close(), a.close(), a.equal_distance())));
                }),
        pattern("piercing", "CDLPIERCING", kBodyMean,
                "A long white candle opens under a long black one and closes in the upper half of its body.",
                [](Candle a, Candle b) CT_LOOP {
                    return rise(all(opens_under(a, b), b.is_long(), b.close() < a.open(),
                                    b.close() > a.close() + a.body() * 0.5));
                }),
    };
}

std::vector<Definition> other_pair_patterns() {
    return {
        pattern("hammer", "CDLHAMMER", kBodyMean | kRangeMean | kTightMean,
                "A short body above a long shadow, near the low of the candle before.",
                [](Candle a, Candle b)
                    CT_LOOP { return rise(all(is_hammer(b), b.bottom() <= a.low() + a.near_distance())); }),
        pattern("hanging_man", "CDLHANGINGMAN", kBodyMean | kRangeMean | kTightMean,
                "A short body above a long shadow, near the high of the candle before.",
                [](Candle a, Candle b)
                    CT_LOOP { return fall(all(is_hammer(b), b.bottom() >= a.high() - a.near_distance())); }),
        pattern("in_neck", "CDLINNECK", kBodyMean | kTightMean,
                "A white candle opens under a long black one and closes at its close or just above.",
                [](Candle a, Candle b) CT_LOOP {
                    return fall(
                        all(opens_under(a, b), is_within(b.close(), a.close(), a.close() + a.equal_distance())));
                }),
        pattern("inverted_hammer", "CDLINVERTEDHAMMER", kBodyMean | kRangeMean,
                "A short body under a long shadow gaps down.",
                [](Candle a, Candle b) CT_LOOP { return rise(all(is_upturned_hammer(b), gaps_down(a, b))); }),
        pattern("on_neck", "CDLONNECK", kBodyMean | kTightMean,
                "A white candle opens under a long black one and closes at its low.",
                [](Candle a, Candle b) CT_LOOP {
                    return fall(all(opens_under(a, b), is_around(b.close(), a.low(), a.equal_distance())));
                }),
        pattern("separating_lines", "CDLSEPARATINGLINES", kBodyMean | kRangeMean | kTightMean,
                "A long candle without a shadow at its open opens where one of the other color did.",
                [](Candle a, Candle b) CT_LOOP {
                    const bool parts =
                        all(other_color(a, b), is_around(b.open(), a.open(), a.equal_distance()), b.is_long());
                    return rise_or_fall(all(parts, b.is_white(), b.is_bare_below()),
                                        all(parts, b.is_black(), b.is_bare_above()));
                }),
        pattern("shooting_star", "CDLSHOOTINGSTAR", kBodyMean | kRangeMean, "A short body under a long shadow gaps up.",
                [](Candle a, Candle b) CT_LOOP { return fall(all(is_upturned_hammer(b), gaps_up(a, b))); }),
        pattern("thrusting", "CDLTHRUSTING", kBodyMean | kTightMean,
                "A white candle opens under a long black one and closes in the lower half of its body.",
                [](Candle a, Candle b) CT_LOOP {
                    return fall(all(opens_under(a, b), b.close() > a.close() + a.equal_distance(),
                                    b.close() <= a.close() + a.body() * 0.5));
                }),
    };
}

}  // namespace ct::indicators
