#include "ct/expr/price_share.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "ct/core/bar_field.hpp"
#include "ct/expr/functions.hpp"
#include "ct/expr/graph.hpp"
#include "ct/expr/names.hpp"
#include "ct/indicators/registry.hpp"

namespace ct::expr {

namespace {

using Share = std::optional<double>;

/// Indicators beside those of the groups overlap and price whose first lines are drawn over what they read.
struct Drawn {
    std::string_view name;
    std::size_t lines = 1;
};
constexpr std::array kDrawn = {
    Drawn{"accbands", 3},
    Drawn{"bbands", 3},
    Drawn{"bbands_pct", 3},
    Drawn{"donchian", 3},
    Drawn{"kc", 3},
    Drawn{"max"},
    Drawn{"min"},
    Drawn{"minmax", 2},
    Drawn{"range", 2},
    Drawn{"true_high"},
    Drawn{"true_low"},
    Drawn{"vwap"},
    Drawn{"psar"},
    Drawn{"vwap_cumulative"},
    Drawn{"sar"},
    Drawn{"supertrend", 1},
    Drawn{"ichimoku", 5},
    Drawn{"linearreg"},
    Drawn{"fractal", 2},
    Drawn{"volume_weighted_average_price"},
    Drawn{"tsf"},
    Drawn{"percentile"},
    Drawn{"linearreg_intercept"},
};

/// Of what reads a bar or numbers that are made of prices.
Share of_indicator(const indicators::IndicatorInfo& info, std::size_t line, Share first_input) {
    using enum indicators::Group;
    if (info.group == kOverlap || info.group == kPrice) return first_input;
    const auto* const drawn =
        std::find_if(kDrawn.begin(), kDrawn.end(), [&](const Drawn& known) { return known.name == info.name; });
    if (drawn != kDrawn.end()) return line < drawn->lines ? first_input : Share(0);
    const bool may_be_anything = info.group == kMath || info.group == kCrypto || info.group == kCustom;
    return may_be_anything ? std::nullopt : Share(0);
}

class Shares {
  public:
    explicit Shares(const Graph& graph) : graph_(graph) {}

    [[nodiscard]] Share of(NodeId number) const {
        const Node& node = graph_.node(number);
        switch (node.kind) {
            case Node::Kind::kConstant:
                return 0;
            case Node::Kind::kField:
                return is_price(static_cast<BarField>(node.index)) ? 1 : 0;
            case Node::Kind::kPosition:
                return static_cast<PositionValue>(node.index) == PositionValue::kEntryPrice ? 1 : 0;
            case Node::Kind::kLine:
                return of_line(graph_.node(node.inputs[0]), node.index);
            case Node::Kind::kCall:
                return node.called != nullptr ? of_function(node.called->name, node) : of_line(node, 0);
        }
        return std::nullopt;
    }

  private:
    /// A look back has what it looks at.
    [[nodiscard]] Share of_line(const Node& call, std::size_t line) const {
        const Share first = of(call.inputs[0]);
        return call.indicator != nullptr ? of_indicator(*call.indicator, line, first) : first;
    }

    [[nodiscard]] Share of_function(std::string_view name, const Node& call) const {
        if (call.type != Type::kNumber) return 0;
        if (name == "+") return sum(call, 1);
        if (name == "-") return sum(call, -1);
        if (name == "*") return product(call);
        if (name == "/") return quotient(call);
        if (name == "negate") return scaled(of(call.inputs[0]), -1);
        if (name == "round" || name == "floor" || name == "ceil") return of(call.inputs[0]);
        if (name == "min" || name == "max" || name == "nz") return one_of(call.inputs[0], call.inputs[1]);
        if (name == "if") return one_of(call.inputs[1], call.inputs[2]);
        if (name == "sign" || name == "since" || find_time_function(name) != nullptr) return 0;
        const Share share = of(call.inputs[0]);
        if (name == "abs" && share) return std::fabs(*share);
        return std::nullopt;
    }

    [[nodiscard]] Share sum(const Node& call, double sign) const {
        const Share left = of(call.inputs[0]);
        const Share right = of(call.inputs[1]);
        if (!left || !right) return std::nullopt;
        return *left + sign * *right;
    }
    static Share scaled(Share share, double factor) { return share ? Share(*share * factor) : std::nullopt; }

    /// A price times what changes may be anything: a price, a distance.
    [[nodiscard]] Share product(const Node& call) const {
        const NodeId left = call.inputs[0];
        const NodeId right = call.inputs[1];
        if (graph_.is_constant(left)) return scaled(of(right), graph_.node(left).value);
        if (graph_.is_constant(right)) return scaled(of(left), graph_.node(right).value);
        return of(left) == 0.0 && of(right) == 0.0 ? Share(0) : std::nullopt;
    }
    /// Two prices by each other are a ratio.
    [[nodiscard]] Share quotient(const Node& call) const {
        const NodeId right = call.inputs[1];
        const Share left = of(call.inputs[0]);
        if (graph_.is_constant(right)) return scaled(left, 1 / graph_.node(right).value);
        const Share divisor = of(right);
        const bool is_ratio = left && divisor && *left != 0 && *divisor != 0;
        return is_ratio || (left == 0.0 && divisor) ? Share(0) : std::nullopt;
    }
    /// Of what is now the one and now the other; a constant is what stands beside it.
    [[nodiscard]] Share one_of(NodeId one, NodeId other) const {
        if (graph_.is_constant(one)) return of(other);
        if (graph_.is_constant(other)) return of(one);
        const Share first = of(one);
        const Share second = of(other);
        if (!first || !second) return std::nullopt;
        const bool agree = (*first == 0) == (*second == 0);
        return agree ? Share(std::min(*first, *second)) : std::nullopt;
    }

    const Graph& graph_;
};

}  // namespace

std::optional<double> price_share(const Graph& graph, NodeId number) { return Shares(graph).of(number); }

}  // namespace ct::expr
