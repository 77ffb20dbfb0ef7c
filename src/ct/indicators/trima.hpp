#pragma once

#include <cstddef>
#include <span>

#include "ct/indicators/sma.hpp"

namespace ct::indicators {

/// Triangular moving average: the mean of means, so that the middle of the window weighs most.
class Trima {
  public:
    /// Requires: 1 <= period <= kMaxPeriod.
    explicit Trima(std::size_t period) : first_((period + 1) / 2), second_(period / 2 + 1) {}

    [[nodiscard]] std::size_t lead_in() const { return first_.lead_in() + second_.lead_in(); }

    /// Continues the series; in and out may be the same.
    void run(std::span<const double> in, std::span<double> out);

    template <class Archive>
    void state(Archive& archive) {
        archive(first_, second_);
    }

  private:
    Sma first_;
    Sma second_;
};

}  // namespace ct::indicators
