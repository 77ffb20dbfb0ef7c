#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include "ct/core/bar.hpp"
#include "ct/core/result.hpp"
#include "ct/engine/context.hpp"
#include "ct/engine/line.hpp"
#include "ct/expr/plan.hpp"
#include "ct/indicators/indicator.hpp"

namespace ct::strategies {

/// What a strategy knows of its position, by expr::PositionValue.
using PositionValues = std::array<double, 4>;

/// The roots of a plan at the bars of one series of a run.
class ExpressionValues {
  public:
    /// Registers the plan's programs with their series; call in on_start. Borrows the plan. Errors: kNotFound naming
    /// the series that the run does not have and those that it has.
    static Result<ExpressionValues> bind(engine::Context& ctx, const expr::Plan& plan, SeriesIndex main);

    /// Goes on to the next bar of the series: once for each, where there is something to compute at each.
    void advance(const PositionValues& position);
    [[nodiscard]] bool advances() const { return advances_; }

    /// The value of a root at the current bar. Those of the position are as of the last advance().
    [[nodiscard]] double operator[](std::size_t root) const { return value(roots_[root]); }

  private:
    /// Where a value is read: a line, or a place in memory that stays.
    struct Value {
        engine::Line line;
        const double* place = nullptr;
    };
    static double value(const Value& value) { return value.place != nullptr ? *value.place : value.line.value(); }
    [[nodiscard]] std::vector<Value> values(std::span<const expr::Reading> readings,
                                            std::span<const std::vector<engine::Line>> lines) const;

    bool advances_ = false;
    std::vector<Value> roots_;
    std::vector<Value> inputs_;
    std::unique_ptr<indicators::Indicator> each_bar_;
    std::unique_ptr<PositionValues> position_;
    std::vector<double> row_;       ///< what each_bar_ reads
    std::vector<double> computed_;  ///< what it writes
    std::vector<const double*> row_places_;
    std::vector<double*> computed_places_;
};

}  // namespace ct::strategies
