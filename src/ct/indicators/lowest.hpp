#pragma once

#include <cstddef>
#include <span>

#include "ct/indicators/folds.hpp"
#include "ct/indicators/window.hpp"

namespace ct::indicators {

/// The lowest of the last `period` values.
class Lowest {
  public:
    /// Requires: 1 <= period <= kMaxPeriod.
    explicit Lowest(std::size_t period) : window_(period) {}
    [[nodiscard]] std::size_t lead_in() const { return window_.lead_in(); }
    /// Continues the series; in and out may be the same.
    void run(std::span<const double> in, std::span<double> out);
    template <class Archive>
    void state(Archive& archive) {
        archive(window_);
    }

  private:
    Window<LowestFold> window_;
};

}  // namespace ct::indicators
