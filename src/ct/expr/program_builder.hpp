#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <memory>
#include <vector>

#include "ct/core/bar_field.hpp"
#include "ct/expr/graph.hpp"
#include "ct/expr/program.hpp"
#include "ct/indicators/indicator.hpp"

namespace ct::expr {

/// Collects nodes of a graph, in their order, into a program.
class ProgramBuilder {
  public:
    /// Where the function of a call comes from.
    using FunctionOf = std::function<std::unique_ptr<indicators::Indicator>(NodeId)>;

    void add_input(NodeId id) { inputs_.push_back(id); }
    void add_constant(NodeId id) { constants_.push_back(id); }
    void add_call(NodeId id) { calls_.push_back(id); }
    /// Its line among the outputs; asked for twice, it is one.
    std::size_t output(NodeId id) {
        const auto found = std::find(outputs_.begin(), outputs_.end(), id);
        const auto place = static_cast<std::size_t>(found - outputs_.begin());
        if (found == outputs_.end()) outputs_.push_back(id);
        return place;
    }
    [[nodiscard]] bool has_outputs() const { return !outputs_.empty(); }
    [[nodiscard]] const std::vector<NodeId>& inputs() const { return inputs_; }
    /// What the inputs read. Requires: each is a field.
    [[nodiscard]] std::vector<BarField> fields(const Graph& graph) const;

    [[nodiscard]] std::unique_ptr<Program> build(const Graph& graph, const FunctionOf& function_of) const;

  private:
    std::vector<NodeId> inputs_;
    std::vector<NodeId> constants_;
    std::vector<NodeId> calls_;
    std::vector<NodeId> outputs_;
};

}  // namespace ct::expr
