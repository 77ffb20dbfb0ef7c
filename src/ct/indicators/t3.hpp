#pragma once

#include <array>
#include <cstddef>
#include <span>

#include "ct/indicators/ema.hpp"

namespace ct::indicators {

/// Tillson's T3: three times over, the generalized double average (1 + v) e - v e(e); v = 0 is an EMA of an EMA of an
/// EMA, v = 1 a DEMA likewise. (T. Tillson, Smoothing Techniques for More Accurate Signals, 1998.)
class T3 {
  public:
    /// Requires: 1 <= period <= kMaxPeriod, volume_factor finite.
    explicit T3(std::size_t period, double volume_factor = 0.7);

    [[nodiscard]] std::size_t lead_in() const { return averages_.size() * averages_[0].lead_in(); }

    /// Continues the series; in and out may be the same.
    void run(std::span<const double> in, std::span<double> out);

    template <class Archive>
    void state(Archive& archive) {
        archive(averages_);
    }

  private:
    std::array<Ema, 6> averages_;    ///< each of the one before
    std::array<double, 4> factors_;  ///< of the third to the sixth
};

}  // namespace ct::indicators
