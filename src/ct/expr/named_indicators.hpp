#pragma once

#include <span>
#include <vector>

#include "ct/expr/graph.hpp"
#include "ct/expr/plan.hpp"

namespace ct::expr {

/// The indicators that the lines belong to, each as a program of its own: those that are needed and read one series.
/// A line that was named twice bears its first name.
std::vector<NamedIndicator> named_indicators(const Graph& graph, std::span<const NamedLine> lines,
                                             const std::vector<bool>& needed);

}  // namespace ct::expr
