#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "ct/core/simd.hpp"
#include "ct/indicators/candle.hpp"
#include "ct/indicators/definition.hpp"
#include "ct/indicators/pattern.hpp"
#include "ct/indicators/registry.hpp"

namespace ct::indicators {

// A pattern's rule is a function of as many candles as it looks at, the oldest first, and perhaps of a penetration:
//   [](Candle a, Candle b) CT_LOOP { return rise(all(a.is_black(), b.is_white())); }

namespace detail {
template <class Rule, class... Arguments>
constexpr std::size_t count_candles(double (Rule::* /*call*/)(Arguments...) const) {
    return (... + std::size_t{std::is_same_v<Arguments, Candle>});
}

template <class Rule, std::size_t... Places>
void mark(const CandleBlock& block, double penetration, std::size_t rows, double* line,
          std::index_sequence<Places...> /*places*/) {
    constexpr std::size_t kFirst = CandleBlock::kPast + 1 - sizeof...(Places);
    simd([=, candles = &block]() CT_LOOP {
        CT_INDEPENDENT
        for (std::size_t i = 0; i < rows; ++i) {
            if constexpr (std::is_invocable_v<Rule, decltype(Candle(candles, Places))..., double>)
                line[i] = Rule()(Candle(candles, kFirst + Places + i)..., penetration);
            else
                line[i] = Rule()(Candle(candles, kFirst + Places + i)...);
        }
    });
}

template <class Rule>
constexpr PatternShape shape_of(unsigned means) {
    constexpr std::size_t kCandles = count_candles(&Rule::operator());
    const std::size_t period = (means & kLongMeans) != 0 ? kLongMeanPeriod : means != 0 ? kTightMeanPeriod : 0;
    return {.candles = kCandles,
            .means = means,
            .lead_in = kCandles - 1 + period,
            .mark = [](const CandleBlock& block, double penetration, std::size_t rows, double* line) {
                mark<Rule>(block, penetration, rows, line, std::make_index_sequence<kCandles>());
            }};
}
}  // namespace detail

inline Definition pattern(
    std::string_view name, std::string_view alias, const PatternShape& shape, std::vector<ParameterInfo> parameters,
    std::string_view text,
    std::string_view source = "G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib") {
    return {{.name = name,
             .aliases = {alias},
             .group = Group::kPattern,
             .inputs = {"open", "high", "low", "close"},
             .parameters = std::move(parameters),
             .lines = {"pattern"},
             .whole_lines = true,
             .text = text,
             .source = source},
            [shape](std::span<const double> penetration) {
                return std::make_unique<KernelIndicator<Pattern>>(
                    Pattern(shape, penetration.empty() ? 0 : penetration.front()));
            }};
}

/// A row of the registry; `means` are CandleMean flags, all that the rule measures against.
template <class Rule>
Definition pattern(std::string_view name, std::string_view alias, unsigned means, std::string_view text,
                   Rule /*rule*/) {
    return pattern(name, alias, detail::shape_of<Rule>(means), {}, text);
}

/// The same with a penetration.
template <class Rule>
Definition pattern(std::string_view name, std::string_view alias, unsigned means, double penetration,
                   std::string_view text, Rule /*rule*/) {
    return pattern(name, alias, detail::shape_of<Rule>(means), {number("penetration", penetration, 0, 1e300)}, text);
}

}  // namespace ct::indicators
