#include "ct/expr/program_builder.hpp"

#include <map>
#include <memory>
#include <utility>
#include <vector>

#include "ct/core/bar_field.hpp"
#include "ct/expr/graph.hpp"
#include "ct/expr/program.hpp"

namespace ct::expr {

std::vector<BarField> ProgramBuilder::fields(const Graph& graph) const {
    std::vector<BarField> fields;
    fields.reserve(inputs_.size());
    for (const NodeId id : inputs_) fields.push_back(static_cast<BarField>(graph.node(id).index));
    return fields;
}

std::unique_ptr<Program> ProgramBuilder::build(const Graph& graph, const FunctionOf& function_of) const {
    std::map<NodeId, Column> columns;
    std::vector<double> constants;
    for (const NodeId id : inputs_) columns.emplace(id, columns.size());
    for (const NodeId id : constants_) {
        columns.emplace(id, columns.size());
        constants.push_back(graph.node(id).value);
    }
    Column next = columns.size();
    const auto column_of = [&](NodeId id) {
        if (const auto own = columns.find(id); own != columns.end()) return own->second;
        const Node& line = graph.node(id);
        return columns.at(line.inputs[0]) + line.index;
    };
    std::vector<Step> steps;
    steps.reserve(calls_.size());
    for (const NodeId id : calls_) {
        Step step{.function = function_of(id), .first_line = next};
        for (const NodeId input : graph.node(id).inputs) step.inputs.push_back(column_of(input));
        columns.emplace(id, next);
        next += step.function->line_count();
        steps.push_back(std::move(step));
    }
    std::vector<Column> outputs;
    outputs.reserve(outputs_.size());
    for (const NodeId id : outputs_) outputs.push_back(column_of(id));
    return std::make_unique<Program>(inputs_.size(), std::move(constants), std::move(steps), std::move(outputs));
}

}  // namespace ct::expr
