#pragma once

#include <vector>

#include "ct/indicators/definition.hpp"

namespace ct::indicators {

// The registry's rows, family by family.
std::vector<Definition> average_definitions();
std::vector<Definition> oscillator_definitions();
std::vector<Definition> statistic_definitions();

}  // namespace ct::indicators
