#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "ct/indicators/folds.hpp"
#include "ct/indicators/window.hpp"

namespace ct::indicators {

/// What the sum of squares is divided by.
enum class Deviation : std::uint8_t {
    kPopulation,  ///< period, as TA-Lib and backtrader
    kSample,      ///< period - 1, as pandas; NaN for a period of 1 is given as 0
};

/// Variance of the last `period` values.
class Variance {
  public:
    /// Requires: 1 <= period <= kMaxPeriod.
    explicit Variance(std::size_t period, Deviation deviation = Deviation::kPopulation);

    [[nodiscard]] std::size_t lead_in() const { return window_.lead_in(); }

    /// Continues the series; in and out may be the same.
    void run(std::span<const double> in, std::span<double> out);

    template <class Archive>
    void state(Archive& archive) {
        archive(window_);
    }

  private:
    Window<MomentFold> window_;
    double divisor_;
};

}  // namespace ct::indicators
