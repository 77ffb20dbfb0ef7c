#pragma once

#include <vector>

#include "ct/strategies/registry.hpp"

namespace ct::strategies {

/// The built-in strategies that are written in the language of docs/expressions.md.
std::vector<StrategyInfo> built_in_expressions();

}  // namespace ct::strategies
