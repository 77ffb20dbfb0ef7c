#pragma once

#include "ct/expr/graph.hpp"

namespace ct::expr {

/// True for a condition that no bar can fulfil, as far as that is easily seen: false itself, `hour > 23`, `close < 0`,
/// `rsi(14) < 30 and rsi(14) > 70`, `close > open and close < open`, and what needs one of these.
bool is_never_true(const Graph& graph, NodeId condition);

/// True if one condition holds wherever another does, as its parts between `and` are parts of the other.
bool follows_from(const Graph& graph, NodeId condition, NodeId other);

}  // namespace ct::expr
