// Calls of the language's own functions, operators among them.

#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "ct/core/nearest.hpp"
#include "ct/core/result.hpp"
#include "ct/expr/arguments.hpp"
#include "ct/expr/checker.hpp"
#include "ct/expr/functions.hpp"
#include "ct/expr/graph.hpp"
#include "ct/expr/names.hpp"
#include "ct/expr/source.hpp"
#include "ct/expr/syntax.hpp"
#include "ct/indicators/registry.hpp"

namespace ct::expr {

namespace {

/// What a call is named in messages: a sign is called by its look.
std::string shown(const Expression& call) {
    if (!call.is_operator) return std::string(call.name);
    return fmt::format("'{}'", call.name == "negate" ? "-" : call.name);
}

/// Whose argument is of a wrong type: "'and' expects conditions; left".
std::string whose(const Expression& call, const Argument& argument, Type wanted) {
    const bool condition = wanted == Type::kCondition;
    if (call.is_operator) {
        return fmt::format("{} expects {}; {}", shown(call), condition ? "conditions" : "numbers", argument.name);
    }
    return fmt::format("{} expects {} as {}; this", call.name, text(wanted), argument.name);
}

/// Windows are whole and longer than a bar.
bool looks_like_window(const Node& node) {
    return node.kind == Node::Kind::kConstant && node.value > 1 && std::trunc(node.value) == node.value;
}

bool divides(const Expression& call) { return call.is_operator && (call.name == "/" || call.name == "%"); }

}  // namespace

Result<NodeId> Checker::call(const Expression& call, const SeriesName& series) {
    if (const Function* const function = find_function(call.name)) return call_function(*function, call, series);
    if (const auto info = indicators::find(call.name)) {
        auto node = call_indicator(**info, call, series, nullptr);
        if (node) name_line(*node, call, series);
        return node;
    }
    const bool value = find_value_name(call.name) != nullptr || space_.parameters.contains(call.name);
    if (value) return fail_here(call.name_span, fmt::format("'{0}' is no function; write {0} alone", call.name));
    return fail_here(call.name_span, fmt::format("no function is called '{}'{}", call.name, nearest_call(call.name)));
}

Result<NodeId> Checker::call_function(const Function& function, const Expression& call, const SeriesName& series) {
    const auto given = arguments_of(function, call, series);
    if (!given) return fail(given);
    const Inputs& inputs = given->inputs;
    if (divides(call) && graph_.is_constant(inputs[1]) && graph_.node(inputs[1]).value == 0) {
        return fail_here(call.parts[1].value->span, "a division by zero");
    }
    warn_of_window(call, inputs);
    const Type result = function.result.value_or(given->either.value_or(Type::kNumber));
    const Callee callee{
        .called = &function, .type = result, .constants = given->counts, .remembers = function.remembers};
    const NodeId node = graph_.call(callee, inputs, [&] { return function.make(given->counts); });
    const Node& made = graph_.node(node);
    if (made.kind == Node::Kind::kConstant && !std::isfinite(made.value)) {
        return fail_here(call.span, "this has no value");
    }
    if (made.kind == Node::Kind::kCall && made.home == kNowhere) {
        return fail_here(call.span, fmt::format("{} of constants says nothing: it is the same in each bar", call.name));
    }
    return placed(node, call.span);
}

Result<Checker::Arguments> Checker::arguments_of(const Function& function, const Expression& call,
                                                 const SeriesName& series) {
    std::vector<std::string_view> places;
    places.reserve(function.arguments.size());
    for (const Argument& argument : function.arguments) places.push_back(argument.name);
    const auto given = place_arguments(source_, call, places, 0);
    if (!given) return fail(given);
    Arguments all;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const Argument& argument = function.arguments[i];
        const std::size_t part = (*given)[i];
        if (part == kNotGiven && !argument.default_value) {
            return fail_here(call.span, fmt::format("{} needs {}", shown(call), argument.name));
        }
        const Expression* const value = part == kNotGiven ? nullptr : call.parts[part].value.get();
        const auto node = value == nullptr ? Result<NodeId>(graph_.constant(*argument.default_value, Type::kNumber))
                                           : argument_of(argument, *value, call, series, all.either);
        if (!node) return fail(node);
        if (argument.wanted == Wanted::kCount) {
            const Span span = value == nullptr ? call.span : value->span;
            const auto rows = count(*node, span, fmt::format("{} of {}", argument.name, call.name), 1);
            if (!rows) return fail(rows);
            all.counts.push_back(static_cast<double>(*rows));
            continue;
        }
        if (argument.wanted == Wanted::kEither) all.either = graph_.node(*node).type;
        all.inputs.push_back(*node);
    }
    return all;
}

Result<NodeId> Checker::argument_of(const Argument& argument, const Expression& value, const Expression& call,
                                    const SeriesName& series, std::optional<Type> either) {
    const bool any = argument.wanted == Wanted::kCount || (argument.wanted == Wanted::kEither && !either);
    if (any) return check(value, series);
    Type wanted = Type::kNumber;
    if (argument.wanted == Wanted::kCondition) wanted = Type::kCondition;
    if (argument.wanted == Wanted::kEither) wanted = *either;
    return check_as(value, series, wanted, whose(call, argument, wanted));
}

void Checker::warn_of_window(const Expression& call, const Inputs& inputs) {
    const bool larger = call.name == "max";
    if (!larger && call.name != "min") return;
    const Node& window = graph_.node(inputs[1]);
    if (graph_.is_constant(inputs[0]) || !looks_like_window(window)) return;
    const auto warning =
        fmt::format("{} takes the {} of two values; over the last {} bars write {}(x, {})", call.name,
                    larger ? "larger" : "smaller", window.value, larger ? "highest" : "lowest", window.value);
    space_.warnings.push_back(message_at(source_, call.span, warning));
}

std::string Checker::nearest_call(std::string_view name) const {
    std::vector<std::string_view> names;
    for (const Function& function : functions()) {
        if (!function.text.empty()) names.push_back(function.name);
    }
    for (const indicators::IndicatorInfo* info : indicators::all()) {
        names.push_back(info->name);
        names.insert(names.end(), info->aliases.begin(), info->aliases.end());
    }
    const std::string found = nearest_name(name, names);
    return found.empty() ? "; docs/expressions.md lists the functions, `cracktrader indicators` the indicators" : found;
}

}  // namespace ct::expr
