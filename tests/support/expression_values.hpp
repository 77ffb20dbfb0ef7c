#pragma once

#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "ct/core/bar_field.hpp"
#include "ct/expr/checker.hpp"
#include "ct/expr/syntax.hpp"
#include "ct/indicators/registry.hpp"
#include "support/expressions.hpp"

namespace ct::test {

/// The values of an expression at all bars, by walking over its tree part by part, row by row, with definitions of its
/// own: slow and obvious. Knows what random expressions are made of. Conditions are 1, 0 or NaN.
class SlowEvaluator {
  public:
    using Values = std::vector<double>;

    SlowEvaluator(const FieldColumns& bars, const expr::ParameterValues& parameters)
        : bars_(bars), parameters_(parameters) {}

    Values values(const expr::Expression& part) {
        using expr::Syntax;
        if (part.syntax == Syntax::kNumber || part.syntax == Syntax::kTruth) return all(part.number);
        if (part.syntax == Syntax::kName) return named(part.name);
        if (part.syntax == Syntax::kHistory) return history(part);
        if (part.syntax == Syntax::kLine) return indicator(*part.parts[0].value, part.name);
        return call(part);
    }

  private:
    static constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

    [[nodiscard]] Values all(double value) const { return Values(bars_.rows(), value); }

    Values named(std::string_view name) {
        if (const auto found = parameters_.find(name); found != parameters_.end()) return all(found->second);
        if (const auto field = expr::bar_field(name)) return {bars_.of(*field), bars_.of(*field) + bars_.rows()};
        Values values;
        for (std::size_t i = 0; i < bars_.rows(); ++i) {
            if (name == "hl2") values.push_back((bars_.of(BarField::kHigh)[i] + bars_.of(BarField::kLow)[i]) / 2);
            if (name == "hour") values.push_back(std::fmod(bars_.of(BarField::kCloseTime)[i] / 3600, 24));
        }
        EXPECT_EQ(values.size(), bars_.rows()) << name;
        return values;
    }

    Values history(const expr::Expression& part) {
        const Values now = values(*part.parts[0].value);
        const auto back = static_cast<std::size_t>(part.parts[1].value->number);
        Values then = all(kUnknown);
        for (std::size_t i = back; i < then.size(); ++i) then[i] = now[i - back];
        return then;
    }

    Values indicator(const expr::Expression& part, std::string_view line) {
        const auto info = *indicators::find(part.name);
        const Values input = values(*part.parts[0].value);
        Values parameters;
        for (std::size_t i = 1; i < part.parts.size(); ++i) parameters.push_back(part.parts[i].value->number);
        std::vector<Values> lines(info->lines.size(), all(0));
        std::vector<double*> outputs;
        for (Values& each : lines) outputs.push_back(each.data());
        const double* const column = input.data();
        indicators::make(*info, parameters).value()->run({&column, 1}, outputs, bars_.rows());
        for (std::size_t k = 0; k < lines.size(); ++k) {
            if (line.empty() || info->lines[k] == line) return lines[k];
        }
        return {};
    }

    Values call(const expr::Expression& part) {
        if (part.name == "sma" || part.name == "ema") return indicator(part, "");
        std::vector<Values> arguments;
        for (const expr::Part& argument : part.parts) arguments.push_back(values(*argument.value));
        Values results;
        for (std::size_t i = 0; i < bars_.rows(); ++i) results.push_back(row(part.name, arguments, i));
        return results;
    }

    static double truth(std::optional<bool> condition) { return condition ? (*condition ? 1.0 : 0.0) : kUnknown; }

    double row(std::string_view name, const std::vector<Values>& arguments, std::size_t i) {
        const double a = arguments[0][i];
        const double b = arguments.size() > 1 ? arguments[1][i] : 0;
        const bool known = !std::isnan(a) && !std::isnan(b);
        if (name == "since") return since(arguments[0], i);
        if (name == "rising") return rising(arguments[0], static_cast<std::size_t>(b), i);
        if (name == "crossover") return crossover(arguments[0], arguments[1], i);
        if (name == "na") return std::isnan(a) ? 1 : 0;
        if (name == "nz") return std::isnan(a) ? b : a;
        if (name == "and") return a == 0 || b == 0 ? 0 : truth(known ? std::optional(true) : std::nullopt);
        if (name == "or") return a == 1 || b == 1 ? 1 : truth(known ? std::optional(false) : std::nullopt);
        if (name == "if") return std::isnan(a) ? kUnknown : (a == 1 ? b : arguments[2][i]);
        if (!known) return kUnknown;
        if (name == "not") return a == 1 ? 0 : 1;
        if (name == "+") return a + b;
        if (name == "-") return a - b;
        if (name == "*") return a * b;
        if (name == "/") return b == 0 ? kUnknown : a / b;
        if (name == "%") return b == 0 ? kUnknown : remainder(a, b);
        if (name == "negate") return -a;
        if (name == "abs") return std::fabs(a);
        if (name == "sqrt") return std::sqrt(a);
        if (name == "min") return std::fmin(a, b);
        if (name == "max") return std::fmax(a, b);
        if (name == "<") return truth(a < b);
        if (name == "<=") return truth(a <= b);
        if (name == ">") return truth(a > b);
        if (name == ">=") return truth(a >= b);
        if (name == "==") return truth(a == b);
        if (name == "!=") return truth(a != b);
        ADD_FAILURE() << "the slow evaluator does not know " << name;
        return kUnknown;
    }

    static double remainder(double a, double b) {
        const double rest = std::fmod(a, b);
        return rest != 0 && std::signbit(rest) != std::signbit(b) ? rest + b : rest;
    }

    static double since(const Values& condition, std::size_t i) {
        for (std::size_t age = 0; age <= i; ++age) {
            if (condition[i - age] == 1) return static_cast<double>(age);
        }
        return kUnknown;
    }

    static double rising(const Values& values, std::size_t bars, std::size_t i) {
        if (i < bars) return kUnknown;
        bool rises = true;
        for (std::size_t k = i - bars; k <= i; ++k) {
            if (std::isnan(values[k])) return kUnknown;
            rises = rises && (k == i - bars || values[k] > values[k - 1]);
        }
        return truth(rises);
    }

    /// Rows with a difference that is no finite number do not count; before the first there is no answer.
    static double crossover(const Values& a, const Values& b, std::size_t i) {
        const auto counts = [&](std::size_t row) { return std::isfinite(a[row]) && std::isfinite(b[row]); };
        if (!counts(i)) return kUnknown;
        bool first = true;
        for (std::size_t row = i; row-- > 0;) {
            if (!counts(row)) continue;
            first = false;
            if (a[row] != b[row]) return truth(a[row] < b[row] && a[i] > b[i]);
        }
        return truth(first ? std::nullopt : std::optional(false));
    }

    const FieldColumns& bars_;
    const expr::ParameterValues& parameters_;
};

}  // namespace ct::test
