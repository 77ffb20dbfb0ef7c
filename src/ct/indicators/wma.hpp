#pragma once

#include <cstddef>
#include <span>

#include "ct/indicators/folds.hpp"
#include "ct/indicators/window.hpp"

namespace ct::indicators {

/// Weighted moving average: the newest of `period` values weighs `period`, the oldest 1.
class Wma {
  public:
    /// Requires: 1 <= period <= kMaxPeriod.
    explicit Wma(std::size_t period) : window_(period) {}

    [[nodiscard]] std::size_t period() const { return window_.period(); }
    [[nodiscard]] std::size_t lead_in() const { return window_.lead_in(); }

    /// Continues the series; in and out may be the same.
    void run(std::span<const double> in, std::span<double> out);

    template <class Archive>
    void state(Archive& archive) {
        archive(window_);
    }

  private:
    Window<TrendFold> window_;
};

}  // namespace ct::indicators
