#pragma once

#include <optional>

#include "ct/expr/graph.hpp"

namespace ct::expr {

/// How much of the price is in a number, which tells levels from distances: 1 of a price and of averages of prices,
/// 0.97 of `close * 0.97`, 0 of `high - low`, of `atr(14)`, of constants and of what counts something else. Nothing
/// where it cannot be told.
std::optional<double> price_share(const Graph& graph, NodeId number);

}  // namespace ct::expr
