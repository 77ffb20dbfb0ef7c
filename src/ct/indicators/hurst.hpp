#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "ct/indicators/folds.hpp"
#include "ct/indicators/history.hpp"
#include "ct/indicators/window.hpp"

namespace ct::indicators {

/// Hurst's exponent of the last `period` values: how fast the spread of differences grows with their lag, as the slope
/// of its logarithm over that of the lag. 0.5 is a random walk, more a trend, less a return to the mean.
class Hurst {
  public:
    static constexpr std::size_t kMinPeriod = 8;

    /// Lags from `first` to before `end`; an end of 0 is half of the period. They are cut to leave at least two lags
    /// and two differences each. Requires: kMinPeriod <= period <= kMaxPeriod, 1 <= first.
    Hurst(std::size_t period, std::size_t first, std::size_t end);
    [[nodiscard]] std::size_t lead_in() const { return period_ - 1; }
    void run(std::span<const double> in, std::span<double> out);
    template <class Archive>
    void state(Archive& archive) {
        archive(history_, spreads_);
    }

  private:
    std::size_t period_;
    std::size_t first_;
    History history_;
    std::vector<Window<MomentFold>> spreads_;  ///< of the differences, lag by lag
    std::vector<double> weights_;              ///< of the logarithms of the variances
};

}  // namespace ct::indicators
