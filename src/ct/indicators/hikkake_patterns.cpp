#include <vector>

#include "ct/core/simd.hpp"
#include "ct/indicators/candle.hpp"
#include "ct/indicators/definition.hpp"
#include "ct/indicators/families.hpp"
#include "ct/indicators/pattern.hpp"
#include "ct/indicators/pattern_rule.hpp"

namespace ct::indicators {

namespace {

CT_LOOP inline bool is_inside_bar(Candle a, Candle b) { return all(b.high() < a.high(), b.low() > a.low()); }

/// An inside bar that c leaves to one side: a trap, from which the price will go to the other.
CT_LOOP inline double trap(Candle a, Candle b, Candle c) {
    const bool is_inside = is_inside_bar(a, b);
    return rise_or_fall(all(is_inside, moves_down(b, c)), all(is_inside, moves_up(b, c)));
}

/// Two inside bars, of which the first closes near the end that d leaves the second by.
CT_LOOP inline double trap(Candle a, Candle b, Candle c, Candle d) {
    const bool is_inside = all(is_inside_bar(a, b), is_inside_bar(b, c));
    return rise_or_fall(all(is_inside, moves_down(c, d), b.close() <= b.low() + b.near_distance()),
                        all(is_inside, moves_up(c, d), b.close() >= b.high() - b.near_distance()));
}

/// The candle closes beyond the inside bar on the other side.
CT_LOOP inline bool confirms(double trap, Candle inside, Candle candle) {
    return any(all(trap > 0, candle.close() > inside.high()), all(trap < 0, candle.close() < inside.low()));
}

/// Traps that b to e complete, and the candle up to three later, before the next trap, that confirms one: it counts
/// twice.
CT_LOOP inline double last_word(double trap_b, double trap_c, double trap_d, double trap_e, Candle a, Candle b,
                                Candle c, Candle d, Candle e) {
    const bool b_is_open = !any(confirms(trap_b, a, c), confirms(trap_b, a, d));
    const bool c_is_open = !confirms(trap_c, b, d);
    const double of_b = all(b_is_open, confirms(trap_b, a, e)) ? 2 * trap_b : 0.0;
    const double of_c = all(c_is_open, confirms(trap_c, b, e)) ? 2 * trap_c : 0.0;
    const double of_d = confirms(trap_d, c, e) ? 2 * trap_d : 0.0;
    return trap_e != 0 ? trap_e : trap_d != 0 ? of_d : trap_c != 0 ? of_c : of_b;
}

constexpr auto kModifiedHikkake = [](Candle a, Candle b, Candle c, Candle d, Candle e, Candle f, Candle g) CT_LOOP {
    return last_word(trap(a, b, c, d), trap(b, c, d, e), trap(c, d, e, f), trap(d, e, f, g), c, d, e, f, g);
};

/// The first of its candles is measured against no mean.
constexpr PatternShape modified_hikkake() {
    PatternShape shape = detail::shape_of<decltype(kModifiedHikkake)>(kTightMean);
    shape.lead_in -= 1;
    return shape;
}

}  // namespace

std::vector<Definition> hikkake_patterns() {
    return {
        pattern("hikkake", "CDLHIKKAKE", 0,
                "An inside bar that the next one leaves to the wrong side; 200 where one of the three bars after it "
                "closes beyond the right one.",
                [](Candle a, Candle b, Candle c, Candle d, Candle e, Candle f) CT_LOOP {
                    return last_word(trap(a, b, c), trap(b, c, d), trap(c, d, e), trap(d, e, f), b, c, d, e, f);
                }),
        pattern("modified_hikkake", "CDLHIKKAKEMOD", modified_hikkake(), {},
                "A hikkake of two inside bars, of which the first closes near the wrong side; 200 where one of the "
                "three bars after it closes beyond the right one."),
    };
}

}  // namespace ct::indicators
