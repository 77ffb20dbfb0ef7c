#include "ct/expr/unreachable.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "ct/expr/functions.hpp"
#include "ct/expr/graph.hpp"
#include "ct/expr/ranges.hpp"

namespace ct::expr {

namespace {

/// How two numbers may lie: a set of these.
using Order = std::uint32_t;
constexpr Order kLess = 1;
constexpr Order kEqual = 2;
constexpr Order kMore = 4;
constexpr Order kAny = kLess + kEqual + kMore;

/// What conditions of two numbers ask for.
constexpr std::array<std::pair<std::string_view, Order>, 8> kOrders = {{{"<", kLess},
                                                                        {"<=", kLess | kEqual},
                                                                        {">", kMore},
                                                                        {">=", kMore | kEqual},
                                                                        {"==", kEqual},
                                                                        {"!=", kLess | kMore},
                                                                        {"crossover", kMore},
                                                                        {"crossunder", kLess}}};

Order swapped(Order order) {
    return (order & kEqual) + ((order & kLess) != 0 ? kMore : 0) + ((order & kMore) != 0 ? kLess : 0);
}

bool is_call(const Node& node, std::string_view name) { return node.called != nullptr && node.called->name == name; }

/// What a condition asks of its two numbers; nothing for those that are of another kind.
std::optional<Order> order_of(const Node& node) {
    if (node.called == nullptr) return std::nullopt;
    for (const auto& [name, order] : kOrders) {
        if (node.called->name == name) return order;
    }
    return std::nullopt;
}

/// The values that are left of a number.
struct Left {
    Range range;
    bool without_least = false;
    bool without_most = false;

    void keep(Order order, double limit) {
        const bool with_limit = (order & kEqual) != 0;
        if ((order & kMore) == 0 && (limit < range.most || (limit == range.most && !with_limit))) {
            range.most = limit;
            without_most = !with_limit;
        }
        if ((order & kLess) == 0 && (limit > range.least || (limit == range.least && !with_limit))) {
            range.least = limit;
            without_least = !with_limit;
        }
    }
    [[nodiscard]] bool is_empty() const {
        return range.least > range.most || (range.least == range.most && (without_least || without_most));
    }
};

/// Conditions that hold together.
class Together {
  public:
    explicit Together(const Graph& graph) : graph_(graph) {}

    /// False once they contradict each other.
    bool add(NodeId condition) {
        const Node& node = graph_.node(condition);
        if (is_call(node, "not")) {
            const Node& refused = graph_.node(node.inputs[0]);
            const auto order = order_of(refused);
            // A cross that is none says nothing of where the two lie.
            const bool is_comparison = order && !refused.called->remembers;
            return !is_comparison || compare(refused.inputs[0], refused.inputs[1], kAny - *order);
        }
        const auto order = order_of(node);
        return !order || compare(node.inputs[0], node.inputs[1], *order);
    }

  private:
    bool compare(NodeId a, NodeId b, Order order) {
        if (a > b) {
            std::swap(a, b);
            order = swapped(order);
        }
        Order& both = orders_.try_emplace({a, b}, kAny).first->second;
        both &= order;
        return both != 0 && lies(a, b, order) && keep(a, b, order) && keep(b, a, swapped(order));
    }

    /// Whether the ranges of two numbers let them lie so.
    [[nodiscard]] bool lies(NodeId a, NodeId b, Order order) const {
        const Range one = range_of(graph_, a);
        const Range other = range_of(graph_, b);
        const bool less = (order & kLess) != 0 && one.least < other.most;
        const bool equal = (order & kEqual) != 0 && one.least <= other.most && other.least <= one.most;
        const bool more = (order & kMore) != 0 && one.most > other.least;
        return less || equal || more;
    }

    /// Whether something is left of a number that is compared with a constant.
    bool keep(NodeId number, NodeId limit, Order order) {
        if (!graph_.is_constant(limit) || graph_.is_constant(number)) return true;
        Left& left = left_.try_emplace(number, Left{range_of(graph_, number)}).first->second;
        left.keep(order, graph_.node(limit).value);
        return !left.is_empty();
    }

    const Graph& graph_;
    std::map<std::pair<NodeId, NodeId>, Order> orders_;
    std::map<NodeId, Left> left_;
};

/// What stands between the `and` of a condition.
void add_parts(const Graph& graph, NodeId condition, std::vector<NodeId>& parts) {
    const Node& node = graph.node(condition);
    if (!is_call(node, "and")) return parts.push_back(condition);
    for (const NodeId input : node.inputs) add_parts(graph, input, parts);
}

std::vector<NodeId> parts_of(const Graph& graph, NodeId condition) {
    std::vector<NodeId> parts;
    add_parts(graph, condition, parts);
    return parts;
}

bool contains(const std::vector<NodeId>& parts, NodeId part) {
    return std::find(parts.begin(), parts.end(), part) != parts.end();
}

}  // namespace

bool is_never_true(const Graph& graph, NodeId condition) {
    const std::vector<NodeId> parts = parts_of(graph, condition);
    Together together(graph);
    return std::any_of(parts.begin(), parts.end(), [&](NodeId part) {
        const Node& node = graph.node(part);
        if (node.kind == Node::Kind::kConstant) return node.value != 1;
        if (is_call(node, "or")) return is_never_true(graph, node.inputs[0]) && is_never_true(graph, node.inputs[1]);
        if (is_call(node, "not") && contains(parts, node.inputs[0])) return true;
        return !together.add(part);
    });
}

bool follows_from(const Graph& graph, NodeId condition, NodeId other) {
    const std::vector<NodeId> given = parts_of(graph, other);
    const std::vector<NodeId> needed = parts_of(graph, condition);
    return std::all_of(needed.begin(), needed.end(), [&](NodeId part) { return contains(given, part); });
}

}  // namespace ct::expr
