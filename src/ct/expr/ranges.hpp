#pragma once

#include "ct/expr/graph.hpp"

namespace ct::expr {

/// True for a condition that no bar can fulfil, as far as that is easily seen: false itself, `hour > 23`,
/// `rsi(14) > 100`, and what needs one of these.
bool is_never_true(const Graph& graph, NodeId condition);

}  // namespace ct::expr
