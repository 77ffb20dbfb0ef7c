#include <cstddef>
#include <vector>

#include "ct/indicators/definition.hpp"
#include "ct/indicators/families.hpp"
#include "ct/indicators/registry.hpp"
#include "ct/indicators/rsi.hpp"

namespace ct::indicators {

std::vector<Definition> oscillator_definitions() {
    return {
        {{.name = "rsi",
          .aliases = {"RSI", "RelativeStrengthIndex", "RSI_SMMA", "RSI_Wilder"},
          .group = Group::kMomentum,
          .inputs = {"close"},
          .parameters = {period(14)},
          .lines = {"rsi"},
          .missing = Missing::kSkip,
          .text = "Wilder's relative strength index: the share of rises in the smoothed changes, 0 to 100.",
          .source = "J. W. Wilder, New Concepts in Technical Trading Systems (1978); start and 0/0 as TA-Lib"},
         make_kernel<Rsi, std::size_t>},
    };
}

}  // namespace ct::indicators
