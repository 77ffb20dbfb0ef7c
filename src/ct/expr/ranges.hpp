#pragma once

#include <limits>

#include "ct/expr/graph.hpp"

namespace ct::expr {

/// All values that a number can have lie from `least` to `most`, as far as it has one.
struct Range {
    double least = -std::numeric_limits<double>::infinity();
    double most = std::numeric_limits<double>::infinity();
};

/// What is easily seen: constants, prices and volumes, times, oscillators, and arithmetic with these.
Range range_of(const Graph& graph, NodeId number);

}  // namespace ct::expr
