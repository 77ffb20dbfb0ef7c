#include "ct/expr/plan.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "ct/core/bar_field.hpp"
#include "ct/expr/graph.hpp"
#include "ct/expr/names.hpp"
#include "ct/expr/program.hpp"

namespace ct::expr {

namespace {

using Kind = Node::Kind;

/// Collects the nodes of one home, in their order, into a program.
class ProgramBuilder {
  public:
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

    std::unique_ptr<Program> build(Graph& graph) {
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
            Step step{.function = graph.take_function(id), .first_line = next};
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

  private:
    std::vector<NodeId> inputs_;
    std::vector<NodeId> constants_;
    std::vector<NodeId> calls_;
    std::vector<NodeId> outputs_;
};

class Planner {
  public:
    Planner(Graph& graph, std::span<const NodeId> roots)
        : graph_(graph), roots_(roots), needed_(graph.size()), builders_(graph.all_series().size()) {}

    Plan run() {
        mark_needed();
        sort_nodes();
        Plan plan;
        const auto readings = [&](std::span<const NodeId> ids) {
            std::vector<Reading> all;
            for (const NodeId id : ids) all.push_back(reading(id));
            return all;
        };
        plan.roots = readings(roots_);
        plan.each_bar_inputs = readings(each_bar_.inputs());
        std::map<Home, std::size_t> part_of;
        for (Home home = 0; home < builders_.size(); ++home) {
            if (!builders_[home].has_outputs()) continue;
            part_of.emplace(home, plan.parts.size());
            plan.parts.push_back(
                {graph_.all_series()[home], fields_of(builders_[home]), builders_[home].build(graph_)});
        }
        const auto name_parts = [&](std::vector<Reading>& all) {
            for (Reading& one : all) {
                if (one.kind == Reading::Kind::kLine) one.part = part_of.at(static_cast<Home>(one.part));
            }
        };
        name_parts(plan.roots);
        name_parts(plan.each_bar_inputs);
        if (each_bar_.has_outputs()) plan.each_bar = each_bar_.build(graph_);
        return plan;
    }

  private:
    void mark_needed() {
        for (const NodeId root : roots_) needed_[root] = true;
        for (std::size_t id = graph_.size(); id-- > 0;) {
            if (!needed_[id]) continue;
            for (const NodeId input : graph_.node(static_cast<NodeId>(id)).inputs) needed_[input] = true;
        }
    }

    ProgramBuilder& builder(Home home) { return home == kEachBar ? each_bar_ : builders_[home]; }

    /// Gives each node to the program of its home, and to each program what it reads from outside.
    void sort_nodes() {
        std::map<std::pair<Home, NodeId>, bool> read;
        for (NodeId id = 0; id < graph_.size(); ++id) {
            if (!needed_[id]) continue;
            const Node& node = graph_.node(id);
            if (node.kind == Kind::kField) builder(node.home).add_input(id);
            if (node.kind != Kind::kCall) continue;
            builder(node.home).add_call(id);
            for (const NodeId input : node.inputs) {
                const Node& source = graph_.node(input);
                const bool outside = source.home != node.home || source.kind == Kind::kPosition;
                if (!outside || !read.emplace(std::pair(node.home, input), true).second) continue;
                if (source.kind == Kind::kConstant) {
                    builder(node.home).add_constant(input);
                } else {
                    each_bar_.add_input(input);
                }
            }
        }
    }

    /// `part` is the home for now.
    Reading reading(NodeId id) {
        const Node& node = graph_.node(id);
        if (node.kind == Kind::kConstant) return {.kind = Reading::Kind::kConstant, .value = node.value};
        if (node.kind == Kind::kPosition) {
            return {.kind = Reading::Kind::kPosition, .position = static_cast<PositionValue>(node.index)};
        }
        if (node.home == kEachBar) return {.kind = Reading::Kind::kComputed, .index = each_bar_.output(id)};
        return {.kind = Reading::Kind::kLine, .part = node.home, .index = builders_[node.home].output(id)};
    }

    [[nodiscard]] std::vector<BarField> fields_of(const ProgramBuilder& part) const {
        std::vector<BarField> fields;
        for (const NodeId id : part.inputs()) fields.push_back(static_cast<BarField>(graph_.node(id).index));
        return fields;
    }

    Graph& graph_;
    std::span<const NodeId> roots_;
    std::vector<bool> needed_;
    std::vector<ProgramBuilder> builders_;  ///< by series
    ProgramBuilder each_bar_;
};

}  // namespace

Plan make_plan(Graph& graph, std::span<const NodeId> roots) { return Planner(graph, roots).run(); }

}  // namespace ct::expr
