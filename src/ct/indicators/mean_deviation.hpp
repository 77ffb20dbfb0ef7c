#pragma once

#include <cstddef>

#include "ct/indicators/history.hpp"
#include "ct/indicators/kernel.hpp"
#include "ct/indicators/sma.hpp"
#include "ct/indicators/style.hpp"

namespace ct::indicators {

/// Mean of the last `period` values, and their mean distance from it. Each row looks at all of its window: no sum that
/// runs along gives the distances from a mean that moves. As backtrader it is the mean of the distances that each value
/// had from the mean of its own row.
class MeanDeviation {
  public:
    static constexpr std::size_t kInputs = 1;
    static constexpr std::size_t kLines = 2;

    /// Requires: 1 <= period <= kMaxPeriod.
    explicit MeanDeviation(std::size_t period, Style style = Style::kTaLib)
        : period_(period), style_(style), mean_(period), distance_(period), history_(period) {}

    [[nodiscard]] std::size_t lead_in() const { return (style_ == Style::kTaLib ? 1 : 2) * mean_.lead_in(); }

    /// Continues the series: lines mean, deviation, of which the first may begin earlier.
    void run(Inputs<1> in, Lines<2> out, std::size_t rows);

    template <class Archive>
    void state(Archive& archive) {
        archive(mean_, distance_, history_);
    }

  private:
    void mean_distances(const double* values, const double* mean, std::size_t rows, double* to) const;

    std::size_t period_;
    Style style_;
    Sma mean_;
    Sma distance_;  ///< of backtrader's style
    History history_;
};

}  // namespace ct::indicators
