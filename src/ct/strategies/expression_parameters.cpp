#include "ct/strategies/expression_parameters.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "ct/core/nearest.hpp"
#include "ct/core/result.hpp"
#include "ct/expr/checker.hpp"
#include "ct/expr/functions.hpp"
#include "ct/expr/graph.hpp"
#include "ct/expr/names.hpp"
#include "ct/strategies/expression_definition.hpp"
#include "ct/strategies/registry.hpp"

namespace ct::strategies {

namespace {

bool is_name(std::string_view text) {
    const auto is_letter = [](char c) { return c == '_' || std::isalpha(static_cast<unsigned char>(c)) != 0; };
    const auto is_part = [&](char c) { return is_letter(c) || (c >= '0' && c <= '9'); };
    return !text.empty() && is_letter(text.front()) && std::all_of(text.begin(), text.end(), is_part);
}

Result<void> check_declaration(const ExpressionParameter& parameter) {
    const auto bad = [&](std::string_view what) {
        return fail(ErrorCode::kInvalidArgument,
                    fmt::format("{}parameter '{}': {}", before(parameter.place), parameter.name, what));
    };
    if (!is_name(parameter.name)) return bad("expected a name of letters, digits and _");
    if (expr::is_reserved(parameter.name)) return bad("the language has that name already; choose another");
    if (parameter.min > parameter.max) {
        return bad(fmt::format("its min {} is above its max {}", parameter.min, parameter.max));
    }
    if (!(parameter.step >= 0)) return bad(fmt::format("its step {} is not 0 or above", parameter.step));
    return {};
}

/// A step is met to within rounding: 0.1 + 2 * 0.1 is no 0.3.
bool is_on_step(const ExpressionParameter& parameter, double value) {
    constexpr double kTolerance = 1e-9;
    const double steps = (value - parameter.min) / parameter.step;
    return std::fabs(steps - std::round(steps)) <= kTolerance * std::max(1.0, std::fabs(steps));
}

Result<void> check_value(const ExpressionParameter& parameter, double value) {
    const auto bad = [&](std::string_view expected) {
        return fail(ErrorCode::kInvalidArgument, fmt::format("{}parameter {}={}: expected {}", before(parameter.place),
                                                             parameter.name, value, expected));
    };
    if (!std::isfinite(value)) return bad("a finite number");
    if (!(value >= parameter.min && value <= parameter.max)) {
        return bad(fmt::format("a number from {} to {}", parameter.min, parameter.max));
    }
    if (parameter.step <= 0 || std::isinf(parameter.min) || is_on_step(parameter, value)) return {};
    return bad(fmt::format("{} and so many steps of {}", parameter.min, parameter.step));
}

Result<double> read_value(const ExpressionParameter& parameter, std::string_view text) {
    expr::Workspace space;
    const std::string place = fmt::format("{}parameter {}", before(parameter.place), parameter.name);
    const auto node = expr::check(space, {text, place}, expr::Type::kNumber, false);
    if (!node) return fail(node);
    const expr::Node& value = space.graph.node(*node);
    if (value.kind == expr::Node::Kind::kConstant) return value.value;
    return fail(ErrorCode::kInvalidArgument, fmt::format("{}={}: expected a number", place, text));
}

Result<void> check_given(std::span<const ExpressionParameter> parameters, const Parameters& given) {
    std::vector<std::string_view> names;
    for (const ExpressionParameter& parameter : parameters) names.push_back(parameter.name);
    for (const auto& [name, text] : given) {
        if (std::find(names.begin(), names.end(), name) != names.end()) continue;
        if (names.empty()) {
            return fail(ErrorCode::kInvalidArgument, fmt::format("no parameter '{}': the strategy has none", name));
        }
        return fail(ErrorCode::kInvalidArgument, fmt::format("no parameter '{}'{} There is {}", name,
                                                             did_you_mean(name, names), fmt::join(names, ", ")));
    }
    return {};
}

}  // namespace

std::string before(const std::string& place) { return place.empty() ? "" : place + ": "; }

Result<expr::ParameterValues> parameter_values(std::span<const ExpressionParameter> parameters,
                                               const Parameters& given) {
    expr::ParameterValues values;
    for (const ExpressionParameter& parameter : parameters) {
        if (auto checked = check_declaration(parameter); !checked) return fail(checked);
        if (auto checked = check_value(parameter, parameter.value); !checked) return fail(checked);
        double value = parameter.value;
        if (const auto found = given.find(parameter.name); found != given.end()) {
            const auto read = read_value(parameter, found->second);
            if (!read) return fail(read);
            value = *read;
        }
        if (auto checked = check_value(parameter, value); !checked) return fail(checked);
        if (!values.emplace(parameter.name, value).second) {
            return fail(ErrorCode::kInvalidArgument,
                        fmt::format("{}parameter '{}' is there twice", before(parameter.place), parameter.name));
        }
    }
    if (auto checked = check_given(parameters, given); !checked) return fail(checked);
    return values;
}

}  // namespace ct::strategies
