#include "ct/expr/plan.hpp"

#include <cstddef>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include "ct/expr/graph.hpp"
#include "ct/expr/named_indicators.hpp"
#include "ct/expr/names.hpp"
#include "ct/expr/program_builder.hpp"

namespace ct::expr {

namespace {

using Kind = Node::Kind;

class Planner {
  public:
    Planner(Graph& graph, std::span<const NodeId> roots, std::span<const NamedLine> named)
        : graph_(graph), roots_(roots), named_(named), needed_(graph.size()), builders_(graph.all_series().size()) {}

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
        plan.named = named_indicators(graph_, named_, needed_);
        const auto taken = [this](NodeId id) { return graph_.take_function(id); };
        std::map<Home, std::size_t> part_of;
        for (Home home = 0; home < builders_.size(); ++home) {
            if (!builders_[home].has_outputs()) continue;
            part_of.emplace(home, plan.parts.size());
            plan.parts.push_back(
                {graph_.all_series()[home], builders_[home].fields(graph_), builders_[home].build(graph_, taken)});
        }
        const auto name_parts = [&](std::vector<Reading>& all) {
            for (Reading& one : all) {
                if (one.kind == Reading::Kind::kLine) one.part = part_of.at(static_cast<Home>(one.part));
            }
        };
        name_parts(plan.roots);
        name_parts(plan.each_bar_inputs);
        if (each_bar_.has_outputs()) plan.each_bar = each_bar_.build(graph_, taken);
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

    Graph& graph_;
    std::span<const NodeId> roots_;
    std::span<const NamedLine> named_;
    std::vector<bool> needed_;
    std::vector<ProgramBuilder> builders_;  ///< by series
    ProgramBuilder each_bar_;
};

}  // namespace

Plan make_plan(Graph& graph, std::span<const NodeId> roots, std::span<const NamedLine> named) {
    return Planner(graph, roots, named).run();
}

}  // namespace ct::expr
