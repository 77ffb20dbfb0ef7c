// Calls of the registry's indicators: which arguments are inputs, which are parameters, and which line is meant.

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "ct/core/nearest.hpp"
#include "ct/core/result.hpp"
#include "ct/expr/arguments.hpp"
#include "ct/expr/checker.hpp"
#include "ct/expr/functions.hpp"
#include "ct/expr/graph.hpp"
#include "ct/expr/names.hpp"
#include "ct/expr/source.hpp"
#include "ct/expr/syntax.hpp"
#include "ct/expr/text.hpp"
#include "ct/indicators/indicator.hpp"
#include "ct/indicators/registry.hpp"

namespace ct::expr {

namespace {

using indicators::IndicatorInfo;
using indicators::ParameterInfo;

/// What charts call lines that have another name in the registry.
constexpr std::array<std::pair<std::string_view, std::string_view>, 13> kLineNames = {{
    {"upper", "top"},
    {"upper", "dch"},
    {"middle", "mid"},
    {"middle", "dcm"},
    {"lower", "bot"},
    {"lower", "dcl"},
    {"k", "percK"},
    {"d", "percD"},
    {"hist", "histo"},
    {"histogram", "histo"},
    {"plus_di", "plusDI"},
    {"minus_di", "minusDI"},
    {"direction", "trend"},
}};

std::optional<std::size_t> find_line(const IndicatorInfo& info, std::string_view name) {
    const auto place = [&](std::string_view wanted) -> std::optional<std::size_t> {
        const auto found = std::find(info.lines.begin(), info.lines.end(), wanted);
        if (found == info.lines.end()) return std::nullopt;
        return static_cast<std::size_t>(found - info.lines.begin());
    };
    if (const auto own = place(name)) return own;
    for (const auto& [chart, line] : kLineNames) {
        if (chart != name) continue;
        if (const auto found = place(line)) return found;
    }
    return std::nullopt;
}

bool reads_bars(const IndicatorInfo& info) {
    return std::all_of(info.inputs.begin(), info.inputs.end(), [](auto input) { return bar_field(input).has_value(); });
}

/// Bars that an indicator may keep: its windows.
std::size_t rows_of(const IndicatorInfo& info, std::span<const double> parameters) {
    double rows = 0;
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        const ParameterInfo& known = info.parameters[i];
        if (known.whole && known.choices.empty()) rows += std::max(parameters[i], 0.0);
    }
    return static_cast<std::size_t>(rows);
}

std::string expected(const ParameterInfo& parameter) {
    if (!parameter.choices.empty()) return fmt::format("one of {}", fmt::join(parameter.choices, ", "));
    return fmt::format("{} from {} to {}", parameter.whole ? "a whole number" : "a number", parameter.min,
                       parameter.max);
}

/// The place of a choice by name.
std::optional<double> choice(const ParameterInfo& parameter, const Expression& given) {
    if (given.syntax != Syntax::kText && given.syntax != Syntax::kName) return std::nullopt;
    const auto found = std::find(parameter.choices.begin(), parameter.choices.end(), given.name);
    if (found == parameter.choices.end()) return std::nullopt;
    return parameter.min + static_cast<double>(found - parameter.choices.begin());
}

/// True where an argument may be the name of a choice, which has no value of its own.
bool may_be_choice(const IndicatorInfo& info, const Part& part) {
    if (part.value->syntax == Syntax::kText) return true;
    const auto known = std::find_if(info.parameters.begin(), info.parameters.end(),
                                    [&](const ParameterInfo& parameter) { return parameter.name == part.keyword; });
    return known != info.parameters.end() && choice(*known, *part.value);
}

}  // namespace

Result<NodeId> Checker::line(const Expression& part, const SeriesName& series) {
    const Expression* owner = part.parts[0].value.get();
    SeriesName inner = series;
    while (owner->syntax == Syntax::kOfSeries) {
        const auto named = series_of(*owner, inner);
        if (!named) return fail(named);
        inner = *named;
        owner = owner->parts[0].value.get();
    }
    const bool is_call = owner->syntax == Syntax::kCall && find_function(owner->name) == nullptr;
    if (!is_call) {
        return fail_here(part.name_span, fmt::format("'.{}' names a line of an indicator, such as macd(close).signal; "
                                                     "there is none before it",
                                                     part.name));
    }
    const auto info = indicators::find(owner->name);
    if (!info) return call(*owner, inner);
    auto node = call_indicator(**info, *owner, inner, &part);
    if (node) name_line(*node, part, inner);
    return node;
}

void Checker::name_line(NodeId node, const Expression& written, const SeriesName& series) {
    std::string text = text_of(source_, written, space_.parameters);
    const bool named = text.find('@') != std::string::npos;
    if (!named && !series.symbol.empty()) text += fmt::format("@{}", series.symbol);
    if (!named && series.timeframe) text += fmt::format("@{}", series.timeframe->text());
    space_.named.push_back({node, std::move(text)});
}

Result<NodeId> Checker::call_indicator(const IndicatorInfo& info, const Expression& call, const SeriesName& series,
                                       const Expression* line) {
    const auto values = check_arguments(info, call, series);
    if (!values) return fail(values);
    const auto is_series = [&](std::size_t i) {
        return (*values)[i].has_value() && !graph_.is_constant(*(*values)[i]);
    };
    const std::size_t input_count = info.inputs.size();
    const bool names_input = std::any_of(call.parts.begin(), call.parts.end(), [&](const Part& part) {
        return std::find(info.inputs.begin(), info.inputs.end(), part.keyword) != info.inputs.end();
    });
    const bool is_positional = !call.parts.empty() && call.parts[0].keyword.empty();
    const bool has_inputs = names_input || !reads_bars(info) || (is_positional && is_series(0));

    std::vector<std::string_view> places = info.inputs;
    for (const ParameterInfo& parameter : info.parameters) places.push_back(parameter.name);
    const auto given = place_arguments(source_, call, places, has_inputs ? 0 : input_count);
    if (!given) return fail(given);
    const auto inputs = inputs_of(info, call, series, *given, *values);
    if (!inputs) return fail(inputs);

    std::vector<double> parameters;
    for (std::size_t i = 0; i < info.parameters.size(); ++i) {
        const std::size_t part = (*given)[input_count + i];
        if (part == kNotGiven) {
            parameters.push_back(info.parameters[i].default_value);
            continue;
        }
        const auto value = parameter(info, info.parameters[i], *call.parts[part].value, (*values)[part]);
        if (!value) return fail(value);
        parameters.push_back(*value);
    }
    const Callee callee{.indicator = &info, .constants = parameters};
    Result<void> made;
    const NodeId node = graph_.call(callee, *inputs, [&]() -> std::unique_ptr<indicators::Indicator> {
        made = keep_rows(rows_of(info, parameters), call.span);
        if (!made) return nullptr;
        auto indicator = indicators::make(info, parameters);
        if (indicator) return std::move(*indicator);
        made = fail_here(call.span, indicator.error().message);
        return nullptr;
    });
    if (!made) return fail(made);
    if (graph_.node(node).home == kNowhere) {
        return fail_here(call.span, fmt::format("{} of constants says nothing: it is the same in each bar", info.name));
    }
    return pick_line(info, node, call.span, line);
}

Result<std::vector<std::optional<NodeId>>> Checker::check_arguments(const IndicatorInfo& info, const Expression& call,
                                                                    const SeriesName& series) {
    std::vector<std::optional<NodeId>> values;
    for (const Part& part : call.parts) {
        if (may_be_choice(info, part)) {
            values.emplace_back();
            continue;
        }
        const auto node =
            check_as(*part.value, series, Type::kNumber, fmt::format("{} expects numbers; this", call.name));
        if (!node) return fail(node);
        values.emplace_back(*node);
    }
    return values;
}

Result<Checker::Inputs> Checker::inputs_of(const IndicatorInfo& info, const Expression& call, const SeriesName& series,
                                           std::span<const std::size_t> places,
                                           std::span<const std::optional<NodeId>> values) {
    Inputs inputs;
    const Home home = graph_.series(series);
    const auto own = places.first(info.inputs.size());
    const bool none = std::all_of(own.begin(), own.end(), [](std::size_t part) { return part == kNotGiven; });
    for (std::size_t i = 0; i < own.size(); ++i) {
        const auto field = bar_field(info.inputs[i]);
        if (own[i] != kNotGiven) {
            const Expression& part = *call.parts[own[i]].value;
            if (!values[own[i]]) return fail_here(part.span, fmt::format("{} expects numbers here", call.name));
            inputs.push_back(*values[own[i]]);
        } else if (none && field && reads_bars(info)) {
            inputs.push_back(graph_.field(*field, home));
        } else {
            return fail_here(call.span, fmt::format("{} needs {}; it reads {}", call.name, info.inputs[i],
                                                    fmt::join(info.inputs, ", ")));
        }
    }
    return inputs;
}

Result<double> Checker::parameter(const IndicatorInfo& info, const ParameterInfo& parameter, const Expression& given,
                                  std::optional<NodeId> value) const {
    if (const auto chosen = choice(parameter, given)) return *chosen;
    const auto bad = [&](std::string_view is) {
        return fail_here(
            given.span, fmt::format("{} of {} must be {}, not {}", parameter.name, info.name, expected(parameter), is));
    };
    if (!value) return bad(fmt::format("\"{}\"", given.name));
    if (!graph_.is_constant(*value)) return bad("what changes from bar to bar");
    const double number = graph_.node(*value).value;
    const bool within = number >= parameter.min && number <= parameter.max;
    if (!within || (parameter.whole && std::trunc(number) != number)) return bad(fmt::format("{}", number));
    return number;
}

Result<NodeId> Checker::pick_line(const IndicatorInfo& info, NodeId call, Span span, const Expression* line) {
    if (line == nullptr) {
        if (info.lines.size() == 1) return placed(call, span);
        return fail_here(span, fmt::format("{0} has several lines; write which: {0}(...).{1}", info.name,
                                           fmt::join(info.lines, fmt::format(", {}(...).", info.name))));
    }
    const auto found = find_line(info, line->name);
    if (!found) {
        return fail_here(line->name_span,
                         fmt::format("{} has no line '{}'{}; it has {}", info.name, line->name,
                                     nearest_name(line->name, info.lines), fmt::join(info.lines, ", ")));
    }
    return placed(info.lines.size() == 1 ? call : graph_.line(call, *found), span);
}

}  // namespace ct::expr
