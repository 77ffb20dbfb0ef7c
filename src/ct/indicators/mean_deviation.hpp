#pragma once

#include <cstddef>
#include <span>

#include "ct/indicators/history.hpp"
#include "ct/indicators/kernel.hpp"
#include "ct/indicators/sma.hpp"

namespace ct::indicators {

/// Mean of the last `period` values, and their mean distance from it. Each row looks at all of its window: no sum that
/// runs along gives the distances from a mean that moves.
class MeanDeviation {
  public:
    static constexpr std::size_t kInputs = 1;
    static constexpr std::size_t kLines = 2;

    /// Requires: 1 <= period <= kMaxPeriod.
    explicit MeanDeviation(std::size_t period) : period_(period), mean_(period), history_(period) {}

    [[nodiscard]] std::size_t lead_in() const { return mean_.lead_in(); }

    /// Continues the series: lines mean, deviation.
    void run(Inputs<1> in, Lines<2> out, std::size_t rows);

    template <class Archive>
    void state(Archive& archive) {
        archive(mean_, history_);
    }

  private:
    std::size_t period_;
    Sma mean_;
    History history_;
};

}  // namespace ct::indicators
