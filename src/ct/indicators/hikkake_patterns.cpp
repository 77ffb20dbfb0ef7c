#include <cstddef>
#include <utility>
#include <vector>

#include "ct/core/simd.hpp"
#include "ct/indicators/candle.hpp"
#include "ct/indicators/definition.hpp"
#include "ct/indicators/families.hpp"
#include "ct/indicators/kernel.hpp"
#include "ct/indicators/pattern.hpp"
#include "ct/indicators/pattern_rule.hpp"

namespace ct::indicators {

namespace {

CT_LOOP inline bool is_inside_bar(Candle a, Candle b) { return all(b.high() < a.high(), b.low() > a.low()); }

/// 1 or -1 for a way, else 0.
CT_LOOP inline double way(bool up, bool down) { return up ? 1.0 : down ? -1.0 : 0.0; }

/// An inside bar that c leaves to one side: a trap, from which the price will go the other way.
CT_LOOP inline double trap(Candle a, Candle b, Candle c) {
    const bool is_inside = is_inside_bar(a, b);
    return way(all(is_inside, moves_down(b, c)), all(is_inside, moves_up(b, c)));
}

/// Two inside bars, of which the first closes near the end by which d leaves the second.
CT_LOOP inline double trap(Candle a, Candle b, Candle c, Candle d) {
    const bool is_inside = all(is_inside_bar(a, b), is_inside_bar(b, c));
    return way(all(is_inside, moves_down(c, d), b.close() <= b.low() + b.near_distance()),
               all(is_inside, moves_up(c, d), b.close() >= b.high() - b.near_distance()));
}

constexpr auto kSource = "D. L. Chesler, Trading False Moves with the Hikkake Pattern (2004); as TA-Lib";
constexpr std::size_t kPatience = 3;  ///< candles that may confirm a trap

/// Marks traps that Bars candles complete, and the first one of those after it that closes beyond the inside bar.
template <std::size_t... Bars>
void mark_traps(const CandleBlock& block, std::size_t rows, double* line, std::index_sequence<Bars...> /*bars*/) {
    CandleBlock::Column traps;
    CandleBlock::Column limits;  ///< what a close has to exceed, both times the way of the trap
    constexpr std::size_t kFirst = CandleBlock::kPast - kPatience;
    each(rows + kPatience, [candles = &block, to = traps.data(), limit = limits.data()](std::size_t i) CT_LOOP {
        const std::size_t newest = kFirst + i;
        to[i] = trap(Candle(candles, newest + 1 - sizeof...(Bars) + Bars)...);
        const Candle inside(candles, newest - 1);
        limit[i] = to[i] * (to[i] > 0 ? inside.high() : inside.low());
    });
    each(rows, [=, of = traps.data(), limit = limits.data(),
                close = block.prices[3] + CandleBlock::kPast](std::size_t i) CT_LOOP {
        const auto confirms = [=](std::size_t trap, std::size_t by)
                                  CT_LOOP { return of[i + trap] * close[i + by - kPatience] > limit[i + trap]; };
        // The last trap counts: the one of now, or of one, two or three candles ago if no other has confirmed it.
        const bool of_one = confirms(2, 3);
        const bool of_two = all(of[i + 2] == 0, !confirms(1, 2), confirms(1, 3));
        const bool of_three = all(of[i + 2] == 0, of[i + 1] == 0, !confirms(0, 1), !confirms(0, 2), confirms(0, 3));
        const double last = of_one ? of[i + 2] : of_two ? of[i + 1] : of_three ? of[i] : 0.0;
        line[i] = of[i + 3] != 0 ? 100 * of[i + 3] : 200 * last;
    });
}

/// The shape of traps that so many candles complete.
template <std::size_t Bars>
PatternShape hikkake(unsigned means, std::size_t lead_in) {
    return {.candles = Bars + kPatience,
            .means = means,
            .lead_in = lead_in,
            .mark = [](const CandleBlock& block, double /*penetration*/, std::size_t rows, double* line) {
                mark_traps(block, rows, line, std::make_index_sequence<Bars>());
            }};
}

}  // namespace

std::vector<Definition> hikkake_patterns() {
    return {
        pattern("hikkake", "CDLHIKKAKE", hikkake<3>(0, 5), {},
                "An inside bar that the next one leaves to the wrong side; 200 where one of the three bars after it "
                "closes beyond the right one.",
                kSource),
        pattern("modified_hikkake", "CDLHIKKAKEMOD", hikkake<4>(kTightMean, 10), {},
                "A hikkake of two inside bars, of which the first closes near the wrong side; 200 where one of the "
                "three bars after it closes beyond the right one.",
                kSource),
    };
}

}  // namespace ct::indicators
