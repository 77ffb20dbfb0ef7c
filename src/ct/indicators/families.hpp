#pragma once

#include <vector>

#include "ct/indicators/definition.hpp"

namespace ct::indicators {

// The registry's rows, family by family.
std::vector<Definition> average_definitions();
std::vector<Definition> bar_definitions();
std::vector<Definition> cycle_definitions();
std::vector<Definition> math_definitions();
std::vector<Definition> momentum_definitions();
std::vector<Definition> price_definitions();
