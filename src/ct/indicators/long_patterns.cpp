#include <vector>

#include "ct/core/simd.hpp"
#include "ct/indicators/candle.hpp"
#include "ct/indicators/definition.hpp"
#include "ct/indicators/families.hpp"
#include "ct/indicators/pattern_rule.hpp"

namespace ct::indicators {

namespace {

/// A body that begins in that of the candle before it, or near it.
CT_LOOP inline bool opens_near_body(Candle a, Candle b) {
    return is_within(b.open(), a.bottom() - a.near_distance(), a.top() + a.near_distance());
}

/// A body that reaches into the range of a.
CT_LOOP inline bool is_in_range(Candle a, Candle b) { return all(b.bottom() < a.high(), b.top() > a.low()); }

}  // namespace

/// Four candles and more.
std::vector<Definition> long_patterns() {
    return {
        pattern("breakaway", "CDLBREAKAWAY", kBodyMean,
                "A long candle, a gap, three candles further on, and one back that closes inside the gap.",
                [](Candle a, Candle b, Candle c, Candle d, Candle e) CT_LOOP {
                    const bool turns = all(a.is_long(), same_color(a, b), same_color(b, d), other_color(d, e));
                    return rise_or_fall(all(turns, a.is_black(), gaps_down(a, b), moves_down(b, c), moves_down(c, d),
                                            is_inside(e.close(), b.open(), a.close())),
                                        all(turns, a.is_white(), gaps_up(a, b), moves_up(b, c), moves_up(c, d),
                                            is_inside(e.close(), a.close(), b.open())));
                }),
        pattern("concealing_baby_swallow", "CDLCONCEALBABYSWALL", kRangeMean,
                "Two black candles without shadows, one that gaps down and reaches back up, and one that swallows it.",
                [](Candle a, Candle b, Candle c, Candle d) CT_LOOP {
                    return rise(all(all_black(a, b, c, d), a.is_bare(), b.is_bare(), gaps_down(b, c),
                                    c.has_upper_shadow(), c.high() > b.close(), d.high() > c.high(),
                                    d.low() < c.low()));
                }),
        pattern("ladder_bottom", "CDLLADDERBOTTOM", kRangeMean,
                "Three black candles fall, a fourth has a shadow above, and a white one closes beyond that.",
                [](Candle a, Candle b, Candle c, Candle d, Candle e) CT_LOOP {
                    return rise(all(all_black(a, b, c, d), e.is_white(), a.open() > b.open(), b.open() > c.open(),
                                    a.close() > b.close(), b.close() > c.close(), d.has_upper_shadow(),
                                    e.open() > d.open(), e.close() > d.high()));
                }),
        pattern("mat_hold", "CDLMATHOLD", kBodyMean, 0.5,
                "A long white candle, three short ones that gap up and sink into its body, and a white one to a new "
                "high.",
                [](Candle a, Candle b, Candle c, Candle d, Candle e, double penetration) CT_LOOP {
                    const double floor = a.close() - a.body() * penetration;
                    return rise(all(a.is_long(), b.is_short(), c.is_short(), d.is_short(), all_white(a, e),
                                    b.is_black(), gaps_up(a, b), is_inside(c.bottom(), floor, a.close()),
                                    is_inside(d.bottom(), floor, a.close()), c.top() < b.open(), d.top() < c.top(),
                                    e.open() > d.close(), e.close() > b.high(), e.close() > c.high(),
                                    e.close() > d.high()));
                }),
        pattern("rising_falling_three_methods", "CDLRISEFALL3METHODS", kBodyMean,
                "A long candle, three short ones of the other color back within its range, and a long one further.",
                [](Candle a, Candle b, Candle c, Candle d, Candle e) CT_LOOP {
                    const bool pauses = all(a.is_long(), b.is_short(), c.is_short(), d.is_short(), e.is_long(),
                                            other_color(a, b), same_color(b, c), same_color(c, d), other_color(d, e),
                                            is_in_range(a, b), is_in_range(a, c), is_in_range(a, d));
                    return rise_or_fall(all(pauses, a.is_white(), c.close() < b.close(), d.close() < c.close(),
                                            e.open() > d.close(), e.close() > a.close()),
                                        all(pauses, a.is_black(), c.close() > b.close(), d.close() > c.close(),
                                            e.open() < d.close(), e.close() < a.close()));
                }),
        pattern("three_black_crows", "CDL3BLACKCROWS", kRangeMean,
                "After a white candle, three black ones without shadows below fall, each opens in the body before.",
                [](Candle before, Candle a, Candle b, Candle c) CT_LOOP {
                    return fall(all(before.is_white(), all_black(a, b, c), a.is_bare_below(), b.is_bare_below(),
                                    c.is_bare_below(), is_inside(b.open(), a.close(), a.open()),
                                    is_inside(c.open(), b.close(), b.open()), before.high() > a.close(),
                                    a.close() > b.close(), b.close() > c.close()));
                }),
        pattern("three_line_strike", "CDL3LINESTRIKE", kTightMean,
                "Three candles of one color go on, and one of the other color takes all of it back.",
                [](Candle a, Candle b, Candle c, Candle d) CT_LOOP {
                    const bool goes_on = all(same_color(a, b), same_color(b, c), other_color(c, d),
                                             opens_near_body(a, b), opens_near_body(b, c));
                    return rise_or_fall(all(goes_on, c.is_white(), c.close() > b.close(), b.close() > a.close(),
                                            d.open() > c.close(), d.close() < a.open()),
                                        all(goes_on, c.is_black(), c.close() < b.close(), b.close() < a.close(),
                                            d.open() < c.close(), d.close() > a.open()));
                }),
    };
}

}  // namespace ct::indicators
