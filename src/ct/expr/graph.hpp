#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "ct/core/bar_field.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/expr/functions.hpp"
#include "ct/expr/names.hpp"
#include "ct/indicators/indicator.hpp"
#include "ct/indicators/registry.hpp"

namespace ct::expr {

/// Which bars a value is of. Empty parts are those of the series that the expression is evaluated on.
struct SeriesName {
    std::string symbol;
    std::optional<Timeframe> timeframe;

    friend bool operator==(const SeriesName&, const SeriesName&) = default;
};

/// Where a node is computed: on the bars of a series, or, where its parts are of several series or of the position,
/// anew at each bar of the main series from their values then. Constants are computed nowhere.
using Home = std::uint32_t;
inline constexpr Home kMainSeries = 0;
inline constexpr Home kEachBar = 0xFFFF'FFFE;
inline constexpr Home kNowhere = 0xFFFF'FFFF;

using NodeId = std::uint32_t;

struct Node {
    enum class Kind : std::uint8_t {
        kConstant,
        kField,     ///< a BarField, `index`
        kPosition,  ///< a PositionValue, `index`
        kCall,      ///< of `called`, of `indicator` or, with neither, a look back; with `constants`; made: `function`
        kLine,      ///< the line `index` of a call with several
    };

    Kind kind = Kind::kConstant;
    Type type = Type::kNumber;
    Home home = kNowhere;
    double value = 0;  ///< of a constant
    std::size_t index = 0;
    const Function* called = nullptr;
    const indicators::IndicatorInfo* indicator = nullptr;
    std::vector<double> constants;
    std::vector<NodeId> inputs;
    std::unique_ptr<indicators::Indicator> function;
};

/// A line of an indicator as it was written, with the values of parameters.
struct NamedLine {
    NodeId node = 0;
    std::string text;
};

/// What to call, for Graph::call.
struct Callee {
    const Function* called = nullptr;
    const indicators::IndicatorInfo* indicator = nullptr;
    Type type = Type::kNumber;
    std::span<const double> constants;
    bool remembers = true;
};

/// All expressions of a strategy as one graph: equal parts are one node, and what depends on constants alone is a
/// constant. Inputs of a node come before it.
class Graph {
  public:
    Graph() { series_.emplace_back(); }

    NodeId constant(double value, Type type);
    NodeId field(BarField field, Home series);
    NodeId position(PositionValue value);
    /// `make` is called where there is no such node yet.
    template <class Make>
    NodeId call(const Callee& callee, std::span<const NodeId> inputs, const Make& make) {
        const Key key = key_of(callee, inputs);
        if (const auto known = nodes_by_key_.find(key); known != nodes_by_key_.end()) return known->second;
        return add_call(key, callee, inputs, make());
    }
    NodeId line(NodeId call, std::size_t index);

    Home series(const SeriesName& name);
    [[nodiscard]] const std::vector<SeriesName>& all_series() const { return series_; }

    [[nodiscard]] const Node& node(NodeId id) const { return nodes_[id]; }
    [[nodiscard]] std::size_t size() const { return nodes_.size(); }
    [[nodiscard]] bool is_constant(NodeId id) const { return nodes_[id].kind == Node::Kind::kConstant; }
    /// Gives away what a call computes with.
    std::unique_ptr<indicators::Indicator> take_function(NodeId id) { return std::move(nodes_[id].function); }

  private:
    /// Kind, type, home, index, bits of the value, what is called, bits of the constants, inputs.
    using Key = std::tuple<Node::Kind, Type, Home, std::size_t, std::uint64_t, const void*, std::vector<std::uint64_t>,
                           std::vector<NodeId>>;

    [[nodiscard]] Key key_of(const Callee& callee, std::span<const NodeId> inputs) const;
    [[nodiscard]] Home home_of(std::span<const NodeId> inputs) const;
    NodeId add_call(const Key& key, const Callee& callee, std::span<const NodeId> inputs,
                    std::unique_ptr<indicators::Indicator> function);
    NodeId add(const Key& key, Node node);

    std::vector<SeriesName> series_;
    std::vector<Node> nodes_;
    std::map<Key, NodeId> nodes_by_key_;
};

}  // namespace ct::expr
