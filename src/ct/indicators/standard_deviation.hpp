#pragma once

#include <cstddef>
#include <span>

#include "ct/indicators/variance.hpp"

namespace ct::indicators {

/// Standard deviation of the last `period` values, times a factor.
class StandardDeviation {
  public:
    /// Requires: 1 <= period <= kMaxPeriod.
    explicit StandardDeviation(std::size_t period, double factor = 1, Deviation deviation = Deviation::kPopulation)
        : variance_(period, deviation), factor_(factor) {}

    [[nodiscard]] std::size_t lead_in() const { return variance_.lead_in(); }

    /// Continues the series; in and out may be the same.
    void run(std::span<const double> in, std::span<double> out);

    template <class Archive>
    void state(Archive& archive) {
        archive(variance_);
    }

  private:
    Variance variance_;
    double factor_;
};

}  // namespace ct::indicators
