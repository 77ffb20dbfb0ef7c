#pragma once

#include <cassert>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ct/core/bar.hpp"
#include "ct/core/bar_field.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/expr/checker.hpp"
#include "ct/expr/functions.hpp"
#include "ct/expr/plan.hpp"
#include "ct/expr/program.hpp"

namespace ct::test {

/// The fields of bars, the time of the close in seconds among them.
class FieldColumns {
  public:
    FieldColumns(const BarColumns& columns, Timeframe timeframe) : columns_(columns) {
        for (const TimeNs open_ns : columns.time_ns) {
            close_times_.push_back(static_cast<double>(timeframe.close_of(open_ns)) / 1e9);
        }
    }
    [[nodiscard]] const double* of(BarField field) const {
        return field == BarField::kCloseTime ? close_times_.data() : column(columns_, field).data();
    }
    [[nodiscard]] std::size_t rows() const { return close_times_.size(); }

  private:
    BarColumns columns_;
    std::vector<double> close_times_;
};

/// An expression without a position: checked, and with its program.
struct Compiled {
    expr::Workspace space;
    expr::Plan plan;
};

inline Result<Compiled> compile(std::string_view text, expr::Type type, const expr::ParameterValues& parameters = {}) {
    Compiled compiled;
    compiled.space.parameters = parameters;
    const auto node = expr::check(compiled.space, {text, "entry"}, type, false);
    if (!node) return fail(node);
    compiled.plan = expr::make_plan(compiled.space.graph, {&*node, 1});
    return compiled;
}

/// The program of a compiled expression, run over the rows [begin, end) on from where it stands.
inline void run_rows(expr::Program& program, const std::vector<BarField>& fields, const FieldColumns& bars,
                     std::size_t begin, std::size_t end, double* out) {
    std::vector<const double*> inputs;
    inputs.reserve(fields.size());
    for (const BarField field : fields) inputs.push_back(bars.of(field) + begin);
    program.run(inputs, {&out, 1}, end - begin);
}

/// The values of an expression of one series, or of a constant.
inline std::vector<double> values_of(Compiled& compiled, const FieldColumns& bars) {
    const expr::Reading& root = compiled.plan.roots[0];
    if (root.kind == expr::Reading::Kind::kConstant) return std::vector<double>(bars.rows(), root.value);
    assert(root.kind == expr::Reading::Kind::kLine && compiled.plan.parts.size() == 1);
    std::vector<double> values(bars.rows());
    const expr::SeriesPart& part = compiled.plan.parts[0];
    run_rows(*part.program, part.fields, bars, 0, bars.rows(), values.data());
    return values;
}

/// The message of an expression that is refused; empty for one that is not.
inline std::string error_of(std::string_view text, expr::Type type = expr::Type::kCondition,
                            const expr::ParameterValues& parameters = {}) {
    const auto compiled = compile(text, type, parameters);
    return compiled ? "" : compiled.error().message;
}

/// Only its first line.
inline std::string first_line(const std::string& message) { return message.substr(0, message.find('\n')); }

}  // namespace ct::test
