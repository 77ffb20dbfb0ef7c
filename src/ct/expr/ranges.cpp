#include "ct/expr/ranges.hpp"

#include <array>
#include <limits>
#include <string_view>

#include "ct/expr/functions.hpp"
#include "ct/expr/graph.hpp"
#include "ct/indicators/registry.hpp"

namespace ct::expr {

namespace {

/// All values that a number can have lie from `least` to `most`.
struct Range {
    double least = -std::numeric_limits<double>::infinity();
    double most = std::numeric_limits<double>::infinity();
};

struct NamedRange {
    std::string_view name;
    Range range;
};

constexpr std::array kTimes = {NamedRange{"minute", {0, 59}}, NamedRange{"hour", {0, 23}},
                               NamedRange{"weekday", {1, 7}}, NamedRange{"day", {1, 31}},
                               NamedRange{"month", {1, 12}},  NamedRange{"year", {1677, 2262}}};

/// Only those whose definition keeps them inside.
constexpr std::array kIndicators = {
    NamedRange{"rsi", {0, 100}},    NamedRange{"adx", {0, 100}},         NamedRange{"mfi", {0, 100}},
    NamedRange{"willr", {-100, 0}}, NamedRange{"aroonosc", {-100, 100}}, NamedRange{"dx", {0, 100}},
    NamedRange{"ultosc", {0, 100}},
};

bool is_function(const Node& node, std::string_view name) { return node.what == find_function(name); }

Range range_of(const Graph& graph, NodeId id) {
    const Node& node = graph.node(id);
    if (node.kind == Node::Kind::kConstant) return {node.value, node.value};
    if (node.kind != Node::Kind::kCall) return {};
    for (const auto& [name, range] : kTimes) {
        if (node.what == find_time_function(name)) return range;
    }
    for (const auto& [name, range] : kIndicators) {
        const auto info = indicators::find(name);
        if (info && node.what == *info) return range;
    }
    if (is_function(node, "abs")) return {.least = 0};
    return {};
}

}  // namespace

bool is_never_true(const Graph& graph, NodeId condition) {
    const Node& node = graph.node(condition);
    if (node.kind == Node::Kind::kConstant) return node.value != 1;
    if (node.kind != Node::Kind::kCall || node.inputs.size() != 2) return false;
    const NodeId left = node.inputs[0];
    const NodeId right = node.inputs[1];
    if (is_function(node, "and")) return is_never_true(graph, left) || is_never_true(graph, right);
    if (is_function(node, "or")) return is_never_true(graph, left) && is_never_true(graph, right);
    const Range a = range_of(graph, left);
    const Range b = range_of(graph, right);
    if (is_function(node, "<")) return a.least >= b.most;
    if (is_function(node, "<=")) return a.least > b.most;
    if (is_function(node, ">")) return a.most <= b.least;
    if (is_function(node, ">=")) return a.most < b.least;
    if (is_function(node, "==")) return a.least > b.most || a.most < b.least;
    return false;
}

}  // namespace ct::expr
