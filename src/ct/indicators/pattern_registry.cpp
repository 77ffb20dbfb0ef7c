#include <algorithm>
#include <iterator>
#include <vector>

#include "ct/indicators/definition.hpp"
#include "ct/indicators/families.hpp"

namespace ct::indicators {

std::vector<Definition> pattern_definitions() {
    std::vector<Definition> all;
    for (auto* const family : {one_candle_patterns, reversal_pair_patterns, other_pair_patterns, star_patterns,
                               three_candle_patterns, long_patterns, hikkake_patterns}) {
        auto rows = family();
        std::move(rows.begin(), rows.end(), std::back_inserter(all));
    }
    return all;
}

}  // namespace ct::indicators
