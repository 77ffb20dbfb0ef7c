#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "ct/indicators/folds.hpp"
#include "ct/indicators/window.hpp"

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
    Window<TrendFold> window_;
    double mean_weight_ = 1;
    double trend_weight_ = 0;
};

/// The angle of that line in degrees, when a row is as long as a unit of the values.
class LinearRegressionAngle {
  public:
    /// Requires: 2 <= period <= kMaxPeriod.
    explicit LinearRegressionAngle(std::size_t period) : slope_(period, RegressionPart::kSlope) {}

    [[nodiscard]] std::size_t lead_in() const { return slope_.lead_in(); }

    /// Continues the series; in and out may be the same.
    void run(std::span<const double> in, std::span<double> out);

    template <class Archive>
    void state(Archive& archive) {
        archive(slope_);
    }

  private:
    LinearRegression slope_;
};

}  // namespace ct::indicators
