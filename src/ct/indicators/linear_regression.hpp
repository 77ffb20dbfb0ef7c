#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "ct/indicators/block_window.hpp"
#include "ct/indicators/folds.hpp"

namespace ct::indicators {

/// What of the line of least squares through the last `period` values.
enum class RegressionPart : std::uint8_t {
    kValue,      ///< at the newest value
    kSlope,      ///< a row
    kIntercept,  ///< at the oldest value
    kForecast,   ///< one row after the newest value
};

/// The line of least squares through the last `period` values.
class LinearRegression {
  public:
    /// Requires: 2 <= period <= kMaxPeriod.
    LinearRegression(std::size_t period, RegressionPart part);

    [[nodiscard]] std::size_t lead_in() const { return window_.lead_in(); }

    /// Continues the series; in and out may be the same.
    void run(std::span<const double> in, std::span<double> out);

    template <class Archive>
    void state(Archive& archive) {
        archive(window_);
    }

  private:
    BlockWindow<TrendFold> window_;
    double sum_weight_;  ///< the result is the anchor x (1 or 0) + sum_weight x sum + trend_weight x weighted sum
    double trend_weight_;
    double anchor_weight_;
};

}  // namespace ct::indicators
