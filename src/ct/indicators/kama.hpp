#pragma once

#include <cstddef>
#include <span>

#include "ct/indicators/delay.hpp"
#include "ct/indicators/recurrence.hpp"
#include "ct/indicators/style.hpp"
#include "ct/indicators/window_sum.hpp"

namespace ct::indicators {

/// Kaufman's adaptive moving average: an exponential one whose weight follows the efficiency ratio, the way from the
/// value of `period` ago over the sum of all steps: between 2 / (slow + 1) and 2 / (fast + 1), squared.
/// (P. Kaufman, Trading Systems and Methods, 1995.)
/// It begins from the value before it, or, as backtrader, with the mean of the last `period` values.
/// Leading NaNs delay the start. Requires: finite values after it.
class Kama {
  public:
    /// Requires: 1 <= period <= kMaxPeriod, 1 <= fast, slow.
    explicit Kama(std::size_t period, std::size_t fast = 2, std::size_t slow = 30, Style style = Style::kTaLib);

    [[nodiscard]] std::size_t lead_in() const { return delay_.lead_in(); }

    /// Continues the series; in and out may be the same.
    void run(std::span<const double> in, std::span<double> out);

    template <class Archive>
    void state(Archive& archive) {
        archive(previous_, average_, sum_, seen_, delay_, steps_);
    }

  private:
    std::size_t warm_up(std::span<const double> in, std::span<double> out);

    std::size_t period_;
    Style style_;
    double fast_;  ///< weights before squaring
    double slow_;
    double previous_;  ///< value
    Recurrence average_;
    double sum_ = 0;  ///< of the first values but the oldest
    std::size_t seen_ = 0;
    Delay delay_;
    WindowSum steps_;
};

}  // namespace ct::indicators
