#include "ct/expr/named_indicators.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "ct/core/bar_field.hpp"
#include "ct/expr/functions.hpp"
#include "ct/expr/graph.hpp"
#include "ct/expr/plan.hpp"
#include "ct/expr/program_builder.hpp"
#include "ct/indicators/registry.hpp"

namespace ct::expr {

namespace {

using Kind = Node::Kind;

/// All that a node is computed from, and itself.
void collect(const Graph& graph, NodeId id, std::set<NodeId>& nodes) {
    if (!nodes.insert(id).second) return;
    for (const NodeId input : graph.node(id).inputs) collect(graph, input, nodes);
}

/// The call that a line belongs to, or the node itself.
NodeId call_of(const Graph& graph, NodeId id) {
    const Node& node = graph.node(id);
    return node.kind == Kind::kLine ? node.inputs[0] : id;
}

SeriesPart program_of(const Graph& graph, NodeId call, const std::vector<NodeId>& lines) {
    std::set<NodeId> nodes;
    collect(graph, call, nodes);
    ProgramBuilder builder;
    for (const NodeId id : nodes) {
        const Kind kind = graph.node(id).kind;
        if (kind == Kind::kField) builder.add_input(id);
        if (kind == Kind::kConstant) builder.add_constant(id);
        if (kind == Kind::kCall) builder.add_call(id);
    }
    for (const NodeId line : lines) builder.output(line);
    const auto copied = [&](NodeId id) { return graph.node(id).function->clone(); };
    return {graph.all_series()[graph.node(call).home], builder.fields(graph), builder.build(graph, copied)};
}

/// The constants that needed conditions compare lines of a call with, or have them cross, by the call.
std::map<NodeId, std::set<double>> levels_by_call(const Graph& graph, const std::vector<bool>& needed) {
    std::map<NodeId, std::set<double>> levels;
    const auto is_number = [&](NodeId id) { return graph.is_constant(id) && graph.node(id).type == Type::kNumber; };
    for (NodeId id = 0; id < graph.size(); ++id) {
        const Node& node = graph.node(id);
        const bool compares = needed[id] && node.called != nullptr && node.type == Type::kCondition;
        if (!compares || node.inputs.size() != 2) continue;
        const auto [left, right] = std::pair(node.inputs[0], node.inputs[1]);
        if (is_number(left)) levels[call_of(graph, right)].insert(graph.node(left).value);
        if (is_number(right)) levels[call_of(graph, left)].insert(graph.node(right).value);
    }
    return levels;
}

bool is_price(const Node& node) { return node.kind == Kind::kField && ct::is_price(static_cast<BarField>(node.index)); }

}  // namespace

std::vector<NamedIndicator> named_indicators(const Graph& graph, std::span<const NamedLine> lines,
                                             const std::vector<bool>& needed) {
    std::map<NodeId, std::vector<NodeId>> lines_of;  // inputs of a node come before it
    std::map<NodeId, std::string> texts;
    for (const auto& [id, text] : lines) {
        const bool drawn = needed[id] && graph.node(id).home != kEachBar;
        if (drawn && texts.emplace(id, text).second) lines_of[call_of(graph, id)].push_back(id);
    }
    auto levels = levels_by_call(graph, needed);
    std::map<NodeId, std::size_t> places;
    std::vector<NamedIndicator> named;
    for (const auto& [call, own] : lines_of) {
        const Node& node = graph.node(call);
        NamedIndicator indicator{.group = node.indicator->group, .part = program_of(graph, call, own)};
        for (const NodeId line : own) indicator.labels.push_back(texts[line]);
        indicator.levels.assign(levels[call].begin(), levels[call].end());
        for (const NodeId input : node.inputs) {
            indicator.of_prices = indicator.of_prices && is_price(graph.node(input));
            if (const auto read = places.find(call_of(graph, input)); read != places.end())
                indicator.beside = read->second;
        }
        places.emplace(call, named.size());
        named.push_back(std::move(indicator));
    }
    return named;
}

}  // namespace ct::expr
