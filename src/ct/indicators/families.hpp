#pragma once

#include <vector>

#include "ct/indicators/definition.hpp"

namespace ct::indicators {

// The registry's rows, family by family.
std::vector<Definition> average_definitions();
std::vector<Definition> backtrader_definitions();
std::vector<Definition> bar_definitions();
std::vector<Definition> crypto_definitions();
std::vector<Definition> cycle_definitions();
std::vector<Definition> envelope_definitions();
std::vector<Definition> math_definitions();
std::vector<Definition> momentum_definitions();
std::vector<Definition> pattern_definitions();
std::vector<Definition> price_definitions();
std::vector<Definition> signal_definitions();
std::vector<Definition> statistic_definitions();

// The families of pattern_definitions().
std::vector<Definition> one_candle_patterns();
std::vector<Definition> reversal_pair_patterns();
std::vector<Definition> other_pair_patterns();
std::vector<Definition> star_patterns();
std::vector<Definition> three_candle_patterns();
std::vector<Definition> long_patterns();
std::vector<Definition> hikkake_patterns();

}  // namespace ct::indicators
