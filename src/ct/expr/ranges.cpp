#include "ct/expr/ranges.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

#include "ct/core/bar_field.hpp"
#include "ct/expr/functions.hpp"
#include "ct/expr/graph.hpp"
#include "ct/expr/names.hpp"

namespace ct::expr {

namespace {

constexpr Range kNotNegative = {.least = 0};

struct NamedRange {
    std::string_view name;
    Range range;
};

constexpr std::array kTimes = {NamedRange{"minute", {0, 59}}, NamedRange{"hour", {0, 23}},
                               NamedRange{"weekday", {1, 7}}, NamedRange{"day", {1, 31}},
                               NamedRange{"month", {1, 12}},  NamedRange{"year", {1677, 2262}}};

/// Only those whose definition keeps them inside.
constexpr std::array kIndicators = {
    NamedRange{"rsi", {0, 100}},        NamedRange{"adx", {0, 100}},         NamedRange{"mfi", {0, 100}},
    NamedRange{"willr", {-100, 0}},     NamedRange{"aroonosc", {-100, 100}}, NamedRange{"dx", {0, 100}},
    NamedRange{"ultosc", {0, 100}},     NamedRange{"atr", kNotNegative},     NamedRange{"natr", kNotNegative},
    NamedRange{"trange", kNotNegative}, NamedRange{"stddev", kNotNegative},  NamedRange{"avgdev", kNotNegative},
};

/// Between the least and the most of what they read.
constexpr std::array<std::string_view, 12> kMeans = {
    "sma", "sma_exact", "ema", "wma", "rma", "trima", "max", "min", "medprice", "typprice", "avgprice", "midpoint"};

Range sum(Range a, Range b) { return {a.least + b.least, a.most + b.most}; }
Range negated(Range a) { return {-a.most, -a.least}; }
Range hull(Range a, Range b) { return {std::min(a.least, b.least), std::max(a.most, b.most)}; }

/// Nothing times infinity is nothing here: infinity stands for what has no limit.
double limited_product(double a, double b) { return a == 0 || b == 0 ? 0 : a * b; }

Range product(Range a, Range b) {
    const std::array corners = {limited_product(a.least, b.least), limited_product(a.least, b.most),
                                limited_product(a.most, b.least), limited_product(a.most, b.most)};
    const auto [least, most] = std::minmax_element(corners.begin(), corners.end());
    return {*least, *most};
}

/// Of a divisor that keeps its sign; a division by zero has no value.
Range quotient(Range a, Range b) {
    if (b.most <= 0) return quotient(negated(a), negated(b));
    if (b.least < 0) return {};
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    return product(a, {1 / b.most, b.least == 0 ? kInfinity : 1 / b.least});
}

Range magnitude(Range a) {
    if (a.least >= 0) return a;
    if (a.most <= 0) return negated(a);
    return {0, std::max(-a.least, a.most)};
}

Range of_function(std::string_view name, std::span<const Range> in) {
    if (name == "+") return sum(in[0], in[1]);
    if (name == "-") return sum(in[0], negated(in[1]));
    if (name == "*") return product(in[0], in[1]);
    if (name == "/") return quotient(in[0], in[1]);
    if (name == "negate") return negated(in[0]);
    if (name == "abs") return magnitude(in[0]);
    if (name == "min") return {std::min(in[0].least, in[1].least), std::min(in[0].most, in[1].most)};
    if (name == "max") return {std::max(in[0].least, in[1].least), std::max(in[0].most, in[1].most)};
    if (name == "nz") return hull(in[0], in[1]);
    if (name == "if") return hull(in[1], in[2]);
    if (name == "sqrt" || name == "exp" || name == "since") return kNotNegative;
    for (const auto& [time, range] : kTimes) {
        if (name == time) return range;
    }
    return {};
}

Range of_indicator(std::string_view name, std::span<const Range> in) {
    for (const auto& [known, range] : kIndicators) {
        if (name == known) return range;
    }
    if (std::find(kMeans.begin(), kMeans.end(), name) == kMeans.end()) return {};
    Range all = in[0];
    for (const Range& range : in) all = hull(all, range);
    return all;
}

}  // namespace

Range range_of(const Graph& graph, NodeId number) {
    const Node& node = graph.node(number);
    const bool is_price_or_volume = static_cast<BarField>(node.index) != BarField::kCloseTime;
    const auto position = static_cast<PositionValue>(node.index);
    switch (node.kind) {
        case Node::Kind::kConstant:
            return {node.value, node.value};
        case Node::Kind::kField:
            return is_price_or_volume ? kNotNegative : Range();
        case Node::Kind::kPosition:
            return position == PositionValue::kEntryPrice || position == PositionValue::kBarsHeld ? kNotNegative
                                                                                                  : Range();
        case Node::Kind::kLine:
            return {};
        case Node::Kind::kCall:
            break;
    }
    std::vector<Range> inputs;
    inputs.reserve(node.inputs.size());
    for (const NodeId input : node.inputs) inputs.push_back(range_of(graph, input));
    if (node.called != nullptr) return of_function(node.called->name, inputs);
    return node.indicator != nullptr ? of_indicator(node.indicator->name, inputs) : inputs[0];
}

}  // namespace ct::expr
