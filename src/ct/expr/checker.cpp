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
#include <fmt/ranges.h>

#include "ct/core/bar_field.hpp"
#include "ct/core/nearest.hpp"
#include "ct/core/result.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/expr/functions.hpp"
#include "ct/expr/graph.hpp"
#include "ct/expr/limits.hpp"
#include "ct/expr/names.hpp"
#include "ct/expr/parser.hpp"
#include "ct/expr/source.hpp"
#include "ct/expr/syntax.hpp"
#include "ct/expr/unreachable.hpp"
#include "ct/indicators/definition.hpp"
#include "ct/indicators/delay.hpp"
#include "ct/indicators/registry.hpp"

namespace ct::expr {

Result<NodeId> Checker::run(const Expression& expression, Type wanted) {
    auto node = check(expression, {});
    if (!node) return node;
    const Type type = graph_.node(*node).type;
    if (type != wanted) {
        return fail_here(expression.span,
                         fmt::format("expected {}, such as {}; this is {}", text(wanted),
                                     wanted == Type::kCondition ? "close > open" : "2 * atr(14)", text(type)));
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
            return fail_here(part.span,
                             "a text in quotes has no value here; quotes are for choices (average=\"ema\") "
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
        space_.used_parameters.insert(found->first);
        return placed(graph_.constant(found->second, Type::kNumber), name.span);
    }
    if (const ValueName* const known = find_value_name(name.name)) return value_of(*known, name, series);
    if (find_function(name.name) != nullptr || indicators::find(name.name)) {
        return fail_here(name.span, fmt::format("'{0}' is a function; write {0}(...)", name.name));
    }
    return fail_here(name.span, fmt::format("nothing is called '{}'{}", name.name, nearest_value(name.name)));
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
        const Callee callee{.called = function, .remembers = false};
        return placed(graph_.call(callee, {&time, 1}, [&] { return function->make({}); }), name.span);
    }
    if (!sees_position_) {
        return fail_here(
            name.span,
            fmt::format("'{}' is of the position: only the conditions of entries and exits may use it", known.name));
    }
    if (home != kMainSeries) {
        return fail_here(name.span, fmt::format("'{}' belongs to no series: write it outside of the @", known.name));
    }
    return placed(graph_.position(known.position), name.span);
}

Result<std::size_t> Checker::count(NodeId node, Span span, std::string_view what, std::size_t least) {
    const auto bad = [&](std::string_view is) {
        return fail_here(span,
                         fmt::format("{} must be a whole number from {} to {}, not {}", what, least, kMaxBarsBack, is));
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
    auto now = check(*part.parts[0].value, series);
    if (!now) return now;
    auto back = check(distance, series);
    if (!back) return back;
    const auto rows = count(*back, distance.span, "how many bars to look back", 0);
    if (!rows) return fail(rows);
    if (graph_.is_constant(*now)) return fail_here(part.span, "a constant has no past: it is the same in each bar");
    if (*rows == 0) return now;
    const auto constant = static_cast<double>(*rows);
    const Callee callee{.type = graph_.node(*now).type, .constants = {&constant, 1}};
    const auto make = [&] { return indicators::make_kernel<indicators::Delay, std::size_t>({&constant, 1}); };
    return placed(graph_.call(callee, {&*now, 1}, make), part.span);
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
    const std::string_view found = likely(name, names);
    if (found.empty()) return fmt::format("; there is {}", fmt::join(names, ", "));
    const bool is_parameter = space_.parameters.contains(found);
    return fmt::format("; the nearest name is the {} '{}'", is_parameter ? "parameter" : "value", found);
}

Result<NodeId> check(Workspace& space, const Source& source, Type wanted, bool sees_position) {
    const auto tree = parse(source);
    if (!tree) return fail(tree);
    return Checker(space, source, sees_position).run(**tree, wanted);
}

}  // namespace ct::expr
