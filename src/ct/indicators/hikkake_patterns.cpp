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

/// Where bars left an inside bar: to one side, from which the price will go to the other.
struct Trap {
    bool rises;
    bool falls;

    [[nodiscard]] CT_LOOP bool is_set() const { return any(rises, falls); }
    // A candle closes beyond the inside bar on the other side.
    [[nodiscard]] CT_LOOP bool rises_by(Candle inside, Candle b) const { return all(rises, b.close() > inside.high()); }
    [[nodiscard]] CT_LOOP bool falls_by(Candle inside, Candle b) const { return all(falls, b.close() < inside.low()); }
    [[nodiscard]] CT_LOOP bool ends_by(Candle inside, Candle b) const {
        return any(rises_by(inside, b), falls_by(inside, b));
    }
};

/// The inside bar b is left by c.
CT_LOOP inline Trap trap(Candle a, Candle b, Candle c) {
    const bool is_inside = is_inside_bar(a, b);
    return {all(is_inside, moves_down(b, c)), all(is_inside, moves_up(b, c))};
}

/// Of two inside bars the first closes near the end by which d leaves the second.
CT_LOOP inline Trap trap(Candle a, Candle b, Candle c, Candle d) {
    const bool is_inside = all(is_inside_bar(a, b), is_inside_bar(b, c));
    return {all(is_inside, moves_down(c, d), b.close() <= b.low() + b.near_distance()),
            all(is_inside, moves_up(c, d), b.close() >= b.high() - b.near_distance())};
}

/// Of the traps that b, c, d and e complete the last one counts: it is new, or e is the first to confirm it.
CT_LOOP inline double last_word(Trap of_b, Trap of_c, Trap of_d, Trap of_e, Candle a, Candle b, Candle c, Candle d,
                                Candle e) {
    const bool c_is_open = all(!of_d.is_set(), !of_c.ends_by(b, d));
    const bool b_is_open = all(!of_d.is_set(), !of_c.is_set(), !of_b.ends_by(a, c), !of_b.ends_by(a, d));
    const bool rises = any(of_d.rises_by(c, e), all(c_is_open, of_c.rises_by(b, e)),
                           all(b_is_open, of_b.rises_by(a, e)));
    const bool falls = any(of_d.falls_by(c, e), all(c_is_open, of_c.falls_by(b, e)),
                           all(b_is_open, of_b.falls_by(a, e)));
    return of_e.is_set() ? rise_or_fall(of_e.rises, of_e.falls) : 2 * rise_or_fall(rises, falls);
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
