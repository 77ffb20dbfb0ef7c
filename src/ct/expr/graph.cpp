#include "ct/expr/graph.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "ct/core/bar_field.hpp"
#include "ct/core/bits.hpp"
#include "ct/expr/functions.hpp"
#include "ct/expr/names.hpp"
#include "ct/indicators/indicator.hpp"

namespace ct::expr {

namespace {

std::uint64_t bits_of(double value) { return bit_cast<std::uint64_t>(value); }

}  // namespace

NodeId Graph::constant(double value, Type type) {
    const Key key{Node::Kind::kConstant, type, kNowhere, 0, bits_of(value), nullptr, {}, {}};
    return add(key, {.kind = Node::Kind::kConstant, .type = type, .value = value});
}

NodeId Graph::field(BarField field, Home series) {
    const auto index = static_cast<std::size_t>(field);
    const Key key{Node::Kind::kField, Type::kNumber, series, index, 0, nullptr, {}, {}};
    return add(key, {.kind = Node::Kind::kField, .home = series, .index = index});
}

NodeId Graph::position(PositionValue value) {
    const auto index = static_cast<std::size_t>(value);
    const Key key{Node::Kind::kPosition, Type::kNumber, kEachBar, index, 0, nullptr, {}, {}};
    return add(key, {.kind = Node::Kind::kPosition, .home = kEachBar, .index = index});
}

NodeId Graph::line(NodeId call, std::size_t index) {
    const Home home = nodes_[call].home;
    const Key key{Node::Kind::kLine, Type::kNumber, home, index, 0, nullptr, {}, {call}};
    return add(key, {.kind = Node::Kind::kLine, .home = home, .index = index, .inputs = {call}});
}

Home Graph::series(const SeriesName& name) {
    const auto found = std::find(series_.begin(), series_.end(), name);
    const auto place = static_cast<Home>(found - series_.begin());
    if (found == series_.end()) series_.push_back(name);
    return place;
}

Graph::Key Graph::key_of(const Callee& callee, std::span<const NodeId> inputs) const {
    std::vector<std::uint64_t> constants;
    std::transform(callee.constants.begin(), callee.constants.end(), std::back_inserter(constants), bits_of);
    const void* const what = callee.called != nullptr ? static_cast<const void*>(callee.called) : callee.indicator;
    return {Node::Kind::kCall,
            callee.type,
            home_of(inputs),
            0,
            0,
            what,
            std::move(constants),
            std::vector<NodeId>(inputs.begin(), inputs.end())};
}

Home Graph::home_of(std::span<const NodeId> inputs) const {
    Home home = kNowhere;
    for (const NodeId input : inputs) {
        const Home other = nodes_[input].home;
        if (other == kNowhere || other == home) continue;
        home = home == kNowhere ? other : kEachBar;
    }
    return home;
}

NodeId Graph::add_call(const Key& key, const Callee& callee, std::span<const NodeId> inputs,
                       std::unique_ptr<indicators::Indicator> function) {
    const Home home = home_of(inputs);
    if (home == kNowhere && !callee.remembers) {
        std::vector<const double*> columns;
        for (const NodeId input : inputs) columns.push_back(&nodes_[input].value);
        double value = 0;
        double* line = &value;
        function->run(columns, {&line, 1}, 1);
        return constant(value, callee.type);
    }
    return add(key, {.kind = Node::Kind::kCall,
                     .type = callee.type,
                     .home = home,
                     .called = callee.called,
                     .indicator = callee.indicator,
                     .constants = {callee.constants.begin(), callee.constants.end()},
                     .inputs = {inputs.begin(), inputs.end()},
                     .function = std::move(function)});
}

NodeId Graph::add(const Key& key, Node node) {
    const auto [place, fresh] = nodes_by_key_.emplace(key, static_cast<NodeId>(nodes_.size()));
    if (fresh) nodes_.push_back(std::move(node));
    return place->second;
}

}  // namespace ct::expr
