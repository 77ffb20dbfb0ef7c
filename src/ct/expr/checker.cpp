#include "ct/expr/checker.hpp"

#include <cmath>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "ct/core/bar_field.hpp"
#include "ct/core/nearest.hpp"
#include "ct/core/result.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/expr/arguments.hpp"
#include "ct/expr/functions.hpp"
#include "ct/expr/graph.hpp"
#include "ct/expr/limits.hpp"
#include "ct/expr/names.hpp"
#include "ct/expr/parser.hpp"
#include "ct/expr/ranges.hpp"
#include "ct/expr/source.hpp"
#include "ct/expr/syntax.hpp"
#include "ct/indicators/definition.hpp"
#include "ct/indicators/delay.hpp"
#include "ct/indicators/indicator.hpp"
#include "ct/indicators/registry.hpp"

namespace ct::expr {

namespace {

using Made = std::unique_ptr<indicators::Indicator>;

/// Tells looks back from other calls.
constexpr char kDelay = 0;

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

Result<NodeId> Checker::run(const Expression& expression, Type wanted) {
    auto node = check(expression, {});
    if (!node) return node;
    const Type type = graph_.node(*node).type;
    if (type != wanted) {
        return fail_here(expression.span, fmt::format("expected {}, such as {}; this is {}", text(wanted),
                                                      wanted == Type::kCondition ? "close > open" : "2 * atr(14)",
                                                      text(type)));
    }
    if (wanted == Type::kCondition && is_never_true(graph_, *node)) {
        space_.warnings.push_back(message_at(source_, expression.span, "this can never be true"));
    }
    return node;
}

Result<NodeId> Checker::check(const Expression& part, const SeriesName& series) {
    switch (part.syntax) {
        case Syntax::kNumber:
            return placed(graph_.constant(part.number, Type::kNumber), part.span);
        case Syntax::kTruth:
            return placed(graph_.constant(part.number, Type::kCondition), part.span);
        case Syntax::kText:
            return fail_here(part.span, "a text in quotes has no value here; quotes are for choices (average=\"ema\") "
                                        "and symbols (close@\"ETH/USDT\")");
        case Syntax::kName:
            return value_of_name(part, series);
        case Syntax::kCall:
            return call(part, series);
        case Syntax::kHistory:
            return history(part, series);
        case Syntax::kLine:
            return line(part, series);
        case Syntax::kOfSeries: {
            const auto inner = series_of(part, series);
            if (!inner) return fail(inner);
            return check(*part.parts[0].value, *inner);
        }
    }
    return fail(ErrorCode::kInternal, "a part of an expression of no known kind");
}

Result<NodeId> Checker::check_as(const Expression& part, const SeriesName& series, Type wanted,
                                 std::string_view whose) {
    auto node = check(part, series);
    if (!node) return node;
    const Type type = graph_.node(*node).type;
    if (type != wanted) return fail_here(part.span, fmt::format("{} is {}", whose, text(type)));
    return node;
}

Result<NodeId> Checker::placed(NodeId node, Span span) const {
    if (graph_.size() > kMaxNodes) {
        return fail_here(span, fmt::format("the expressions have more than {} different parts", kMaxNodes));
    }
    return node;
}

Result<void> Checker::keep_rows(std::size_t rows, Span span) {
    space_.history_rows += rows;
    if (space_.history_rows <= kMaxHistoryRows) return {};
    return fail_here(span, fmt::format("all windows and looks back together keep more than {} bars", kMaxHistoryRows));
}

Result<NodeId> Checker::value_of_name(const Expression& name, const SeriesName& series) {
    if (const auto found = space_.parameters.find(name.name); found != space_.parameters.end()) {
        return placed(graph_.constant(found->second, Type::kNumber), name.span);
    }
    if (const ValueName* const known = find_value_name(name.name)) return value_of(*known, name, series);
    if (find_function(name.name) != nullptr || indicators::find(name.name)) {
        return fail_here(name.span, fmt::format("'{0}' is a function; write {0}(...)", name.name));
    }
    return fail_here(name.span, fmt::format("nothing is called '{}'; the nearest name is {}", name.name,
                                            nearest_value(name.name)));
}

Result<NodeId> Checker::value_of(const ValueName& known, const Expression& name, const SeriesName& series) {
    using enum ValueName::Kind;
    const Home home = graph_.series(series);
    if (known.kind == kField) return placed(graph_.field(known.field, home), name.span);
    if (known.kind == kMean) {
        Expression bar{.syntax = Syntax::kCall, .span = name.span, .name = known.function, .name_span = name.span};
        return call_indicator(**indicators::find(known.function), bar, series, nullptr);
    }
    if (known.kind == kTime) {
        const Function* const function = find_time_function(known.function);
        const NodeId time = graph_.field(BarField::kCloseTime, home);
        const Callee callee{function, Type::kNumber, {}, false};
        return placed(graph_.call(callee, {&time, 1}, [&] { return function->make({}); }), name.span);
    }
    if (!sees_position_) {
        return fail_here(name.span, fmt::format("'{}' is known while there is a position: only an exit may use it",
                                                known.name));
    }
    if (home != kMainSeries) {
        return fail_here(name.span, fmt::format("'{}' belongs to no series: write it outside of the @", known.name));
    }
    return placed(graph_.position(known.position), name.span);
}

Result<std::size_t> Checker::count(NodeId node, Span span, std::string_view what, std::size_t least) {
    const auto bad = [&](std::string_view is) {
        return fail_here(span, fmt::format("{} must be a whole number from {} to {}, not {}", what, least,
                                           kMaxBarsBack, is));
    };
    const Node& given = graph_.node(node);
    if (given.kind != Node::Kind::kConstant) return bad("what changes from bar to bar");
    if (given.type != Type::kNumber) return bad("a condition");
    const bool fits = given.value >= static_cast<double>(least) && given.value <= static_cast<double>(kMaxBarsBack) &&
                      std::trunc(given.value) == given.value;
    if (!fits) return bad(fmt::format("{}", given.value));
    const auto rows = static_cast<std::size_t>(given.value);
    if (auto kept = keep_rows(rows, span); !kept) return fail(kept);
    return rows;
}

Result<NodeId> Checker::history(const Expression& part, const SeriesName& series) {
    const Expression& distance = *part.parts[1].value;
    const auto now = check(*part.parts[0].value, series);
    if (!now) return now;
    const auto back = check(distance, series);
    if (!back) return back;
    const auto rows = count(*back, distance.span, "how many bars to look back", 0);
    if (!rows) return fail(rows);
    if (graph_.is_constant(*now)) return fail_here(part.span, "a constant has no past: it is the same in each bar");
    if (*rows == 0) return now;
    const auto constant = static_cast<double>(*rows);
    const Callee callee{&kDelay, graph_.node(*now).type, {&constant, 1}};
    const auto make = [&] { return indicators::make_kernel<indicators::Delay, std::size_t>({&constant, 1}); };
    return placed(graph_.call(callee, {&*now, 1}, make), part.span);
}

Result<NodeId> Checker::call(const Expression& call, const SeriesName& series) {
    if (const Function* const function = find_function(call.name)) return call_function(*function, call, series);
    if (const auto info = indicators::find(call.name)) return call_indicator(**info, call, series, nullptr);
    const bool value = find_value_name(call.name) != nullptr || space_.parameters.contains(call.name);
    if (value) return fail_here(call.name_span, fmt::format("'{0}' is no function; write {0} alone", call.name));
    return fail_here(call.name_span, fmt::format("no function is called '{}'; the nearest name is '{}'", call.name,
                                                 nearest_call(call.name)));
}

Result<NodeId> Checker::call_function(const Function& function, const Expression& call, const SeriesName& series) {
    std::vector<std::string_view> places;
    for (const Argument& argument : function.arguments) places.push_back(argument.name);
    const auto given = place_arguments(source_, call, places, 0);
    if (!given) return fail(given);

    Inputs inputs;
    std::vector<double> counts;
    std::optional<Type> either;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const Argument& argument = function.arguments[i];
        const bool is_given = (*given)[i] != kNotGiven;
        if (!is_given && !argument.default_value) {
            return fail_here(call.span, fmt::format("{} needs {}", shown(call), argument.name));
        }
        const Expression* const part = is_given ? call.parts[(*given)[i]].value.get() : nullptr;
        const bool is_condition = argument.wanted == Wanted::kCondition;
        const Type wanted = is_condition ? Type::kCondition : either.value_or(Type::kNumber);
        Result<NodeId> node;
        if (part == nullptr) {
            node = graph_.constant(*argument.default_value, Type::kNumber);
        } else if (argument.wanted == Wanted::kCount || (argument.wanted == Wanted::kEither && !either)) {
            node = check(*part, series);
        } else {
            node = check_as(*part, series, wanted, whose(call, argument, wanted));
        }
        if (!node) return node;
        if (argument.wanted == Wanted::kCount) {
            const Span span = part == nullptr ? call.span : part->span;
            const auto rows = count(*node, span, fmt::format("{} of {}", argument.name, call.name), 1);
            if (!rows) return fail(rows);
            counts.push_back(static_cast<double>(*rows));
            continue;
        }
        if (argument.wanted == Wanted::kEither) either = graph_.node(*node).type;
        inputs.push_back(*node);
    }
    if (divides(call) && graph_.is_constant(inputs[1]) && graph_.node(inputs[1]).value == 0) {
        return fail_here(call.parts[1].value->span, "a division by zero");
    }
    const bool larger = call.name == "max";
    if ((larger || call.name == "min") && !graph_.is_constant(inputs[0]) && looks_like_window(graph_.node(inputs[1]))) {
        const auto warning = fmt::format(
            "{} takes the {} of two values; over the last {} bars write {}(x, {})", call.name,
            larger ? "larger" : "smaller", graph_.node(inputs[1]).value, larger ? "highest" : "lowest",
            graph_.node(inputs[1]).value);
        space_.warnings.push_back(message_at(source_, call.span, warning));
    }
    const Type result = function.result.value_or(either.value_or(Type::kNumber));
    const Callee callee{&function, result, counts, function.remembers};
    const NodeId node = graph_.call(callee, inputs, [&] { return function.make(counts); });
    const Node& made = graph_.node(node);
    if (made.kind == Node::Kind::kConstant && !std::isfinite(made.value)) {
        return fail_here(call.span, "this has no value");
    }
    if (made.kind == Node::Kind::kCall && made.home == kNowhere) {
        return fail_here(call.span, fmt::format("{} of constants says nothing: it is the same in each bar", call.name));
    }
    return placed(node, call.span);
}

Result<SeriesName> Checker::series_of(const Expression& part, const SeriesName& around) const {
    SeriesName series = around;
    const std::string_view name = part.name;
    const std::size_t colon = name.rfind(':');
    const bool quoted = part.name_span.end - part.name_span.begin != name.size() + 1;  // the @ alone
    if (const auto timeframe = Timeframe::parse(name)) {
        series.timeframe = *timeframe;
    } else if (!quoted) {
        return fail_here(part.name_span, fmt::format("no timeframe is called '{}'; there is {}; a symbol stands in "
                                                     "quotes: @\"ETH/USDT\"",
                                                     name, Timeframe::names()));
    } else if (name.empty()) {
        return fail_here(part.name_span, "the quotes are empty; expected a symbol such as @\"ETH/USDT\"");
    } else if (const auto behind = Timeframe::parse(colon == std::string_view::npos ? "" : name.substr(colon + 1))) {
        series = {std::string(name.substr(0, colon)), *behind};
    } else {
        series.symbol = name;
    }
    return series;
}

std::string Checker::nearest_value(std::string_view name) const {
    std::vector<std::string_view> names;
    for (const ValueName& known : value_names()) {
        if (sees_position_ || known.kind != ValueName::Kind::kPosition) names.push_back(known.name);
    }
    for (const auto& [parameter, value] : space_.parameters) names.push_back(parameter);
    const std::string_view found = nearest(name, names);
    const bool is_parameter = space_.parameters.contains(found);
    return fmt::format("the {} '{}'", is_parameter ? "parameter" : "value", found);
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
    return std::string(nearest(name, names));
}

Result<NodeId> check(Workspace& space, const Source& source, Type wanted, bool sees_position) {
    const auto tree = parse(source);
    if (!tree) return fail(tree);
    return Checker(space, source, sees_position).run(**tree, wanted);
}

}  // namespace ct::expr
