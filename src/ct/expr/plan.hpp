#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ct/core/bar_field.hpp"
#include "ct/expr/graph.hpp"
#include "ct/expr/names.hpp"
#include "ct/expr/program.hpp"
#include "ct/indicators/registry.hpp"

namespace ct::expr {

/// What is computed on the bars of one series, columnwise: a program over the fields of its bars.
struct SeriesPart {
    SeriesName series;
    std::vector<BarField> fields;  ///< its inputs
    std::unique_ptr<Program> program;
};

/// An indicator that the expressions name, as charts draw it.
struct NamedIndicator {
    indicators::Group group = indicators::Group::kOverlap;
    std::vector<std::string> labels;    ///< of the program's lines, which are those that the expressions name
    SeriesPart part;                    ///< it alone
    bool of_prices = true;              ///< it reads prices and nothing else
    std::vector<double> levels;         ///< numbers that the expressions compare its lines with, ascending
    std::optional<std::size_t> beside;  ///< which of the named indicators, all of the same series, it reads
};

/// Where a value is found at a bar of the main series.
struct Reading {
    enum class Kind : std::uint8_t {
        kConstant,  ///< `value`
        kLine,      ///< the line `index` of the series part `part`, at the last closed bar of its series
        kPosition,  ///< `position`
        kComputed,  ///< the line `index` of the program that runs at each bar
    };
    Kind kind = Kind::kConstant;
    std::size_t part = 0;
    std::size_t index = 0;
    PositionValue position = PositionValue::kSize;
    double value = 0;
};

/// How the expressions of a strategy are computed.
struct Plan {
    std::vector<SeriesPart> parts;
    /// What needs values of several series or of the position, run at each bar of the main series on what
    /// `each_bar_inputs` read; none where nothing does.
    std::unique_ptr<Program> each_bar;
    std::vector<Reading> each_bar_inputs;
    std::vector<Reading> roots;  ///< in the order of the roots that were given
    /// Those that the roots need and that are of one series.
    std::vector<NamedIndicator> named;
};

/// Takes the functions out of the graph.
Plan make_plan(Graph& graph, std::span<const NodeId> roots, std::span<const NamedLine> named = {});

}  // namespace ct::expr
