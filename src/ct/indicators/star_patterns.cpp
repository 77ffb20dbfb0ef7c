#include <cmath>
#include <vector>

#include "ct/core/simd.hpp"
#include "ct/indicators/candle.hpp"
#include "ct/indicators/definition.hpp"
#include "ct/indicators/families.hpp"
#include "ct/indicators/pattern_rule.hpp"

namespace ct::indicators {

namespace {

// A body in a gap above a long white candle, or below a long black one.
CT_LOOP inline bool is_evening(Candle a, Candle b) { return all(a.is_white(), a.is_long(), gaps_up(a, b)); }
CT_LOOP inline bool is_morning(Candle a, Candle b) { return all(a.is_black(), a.is_long(), gaps_down(a, b)); }

// A candle of some length that covers a part of the body of a.
CT_LOOP inline bool falls_into(Candle a, Candle c, double penetration) {
    return all(c.is_black(), c.is_long(), c.close() < a.close() - a.body() * penetration);
}
CT_LOOP inline bool rises_into(Candle a, Candle c, double penetration) {
    return all(c.is_white(), c.is_long(), c.close() > a.close() + a.body() * penetration);
}

}  // namespace

/// Three candles, of which the second gaps away from the first.
std::vector<Definition> star_patterns() {
    return {
        pattern("abandoned_baby", "CDLABANDONEDBABY", kBodyMean | kRangeMean, 0.3,
                "A doji stands alone beyond a long candle, and one of the other color leaps back into its body.",
                [](Candle a, Candle b, Candle c, double penetration) CT_LOOP {
                    const bool is_alone = all(a.is_long(), b.is_doji());
                    return rise_or_fall(
                        all(is_alone, a.is_black(), leaps_down(a, b), leaps_up(b, c), rises_into(a, c, penetration)),
                        all(is_alone, a.is_white(), leaps_up(a, b), leaps_down(b, c), falls_into(a, c, penetration)));
                }),
        pattern("evening_doji_star", "CDLEVENINGDOJISTAR", kBodyMean | kRangeMean, 0.3,
                "A doji gaps up from a long white candle, and a black one falls into its body.",
                [](Candle a, Candle b, Candle c, double penetration)
                    CT_LOOP { return fall(all(is_evening(a, b), b.is_doji(), falls_into(a, c, penetration))); }),
        pattern("evening_star", "CDLEVENINGSTAR", kBodyMean, 0.3,
                "A short body gaps up from a long white candle, and a black one falls into its body.",
                [](Candle a, Candle b, Candle c, double penetration)
                    CT_LOOP { return fall(all(is_evening(a, b), b.is_not_long(), falls_into(a, c, penetration))); }),
        pattern("gap_side_by_side_white", "CDLGAPSIDESIDEWHITE", kTightMean,
                "Two white candles of the same open and size side by side, beyond a gap.",
                [](Candle a, Candle b, Candle c) CT_LOOP {
                    const bool pair = all(all_white(b, c), is_around(c.body(), b.body(), b.near_distance()),
                                          is_around(c.open(), b.open(), b.equal_distance()));
                    return rise_or_fall(all(pair, gaps_up(a, b), gaps_up(a, c)),
                                        all(pair, gaps_down(a, b), gaps_down(a, c)));
                }),
        pattern("gap_three_methods", "CDLXSIDEGAP3METHODS", 0,
                "Two candles of one color with a gap between them, which one of the other color closes.",
                [](Candle a, Candle b, Candle c) CT_LOOP {
                    const bool closes =
                        all(same_color(a, b), other_color(b, c), is_inside(c.open(), b.bottom(), b.top()),
                            is_inside(c.close(), a.bottom(), a.top()));
                    return rise_or_fall(all(closes, a.is_white(), gaps_up(a, b)),
                                        all(closes, a.is_black(), gaps_down(a, b)));
                }),
        pattern("morning_doji_star", "CDLMORNINGDOJISTAR", kBodyMean | kRangeMean, 0.3,
                "A doji gaps down from a long black candle, and a white one rises into its body.",
                [](Candle a, Candle b, Candle c, double penetration)
                    CT_LOOP { return rise(all(is_morning(a, b), b.is_doji(), rises_into(a, c, penetration))); }),
        pattern("morning_star", "CDLMORNINGSTAR", kBodyMean, 0.3,
                "A short body gaps down from a long black candle, and a white one rises into its body.",
                [](Candle a, Candle b, Candle c, double penetration)
                    CT_LOOP { return rise(all(is_morning(a, b), b.is_not_long(), rises_into(a, c, penetration))); }),
        pattern(
            "tasuki_gap", "CDLTASUKIGAP", kTightMean,
            "A candle opens in the body of one of the other color, of about its size, and closes inside its gap.",
            [](Candle a, Candle b, Candle c) CT_LOOP {
                const bool fits =
                    all(is_inside(c.open(), b.bottom(), b.top()), std::fabs(b.body() - c.body()) < b.near_distance());
                return rise_or_fall(
                    all(fits, gaps_up(a, b), b.is_white(), c.is_black(), is_inside(c.close(), a.top(), b.open())),
                    all(fits, gaps_down(a, b), b.is_black(), c.is_white(), is_inside(c.close(), b.open(), a.bottom())));
            }),
        pattern("tristar", "CDLTRISTAR", kRangeMean, "Three dojis, of which the middle one gaps away.",
                [](Candle a, Candle b, Candle c) CT_LOOP {
                    const bool dojis = all(a.is_doji(), b.body() <= a.doji_body(), c.body() <= a.doji_body());
                    return rise_or_fall(all(dojis, gaps_down(a, b), c.bottom() > b.bottom()),
                                        all(dojis, gaps_up(a, b), c.top() < b.top()));
                }),
        pattern("two_crows", "CDL2CROWS", kBodyMean,
                "A black candle gaps up from a long white one, and a second opens in its body and closes in the "
                "first one's.",
                [](Candle a, Candle b, Candle c) CT_LOOP {
                    return fall(all(is_evening(a, b), all_black(b, c), is_inside(c.open(), b.close(), b.open()),
                                    is_inside(c.close(), a.open(), a.close())));
                }),
        pattern("upside_gap_two_crows", "CDLUPSIDEGAP2CROWS", kBodyMean,
                "A short black candle gaps up from a long white one, and a second engulfs it without closing the gap.",
                [](Candle a, Candle b, Candle c) CT_LOOP {
                    return fall(all(is_evening(a, b), b.is_not_long(), all_black(b, c), c.open() > b.open(),
                                    is_inside(c.close(), a.close(), b.close())));
                }),
    };
}

}  // namespace ct::indicators
