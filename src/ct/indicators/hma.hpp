#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>

#include "ct/indicators/wma.hpp"

namespace ct::indicators {

/// Hull moving average: 2 w(period / 2) - w(period), smoothed by a w of the root of the period, where w is a weighted
/// moving average. (A. Hull, 2005.)
class Hma {
  public:
    /// Requires: 1 <= period <= kMaxPeriod.
    explicit Hma(std::size_t period)
        : half_(std::max(period / 2, std::size_t{1})),
          whole_(period),
          smooth_(static_cast<std::size_t>(std::sqrt(static_cast<double>(period)))) {}

    [[nodiscard]] std::size_t lead_in() const { return whole_.lead_in() + smooth_.lead_in(); }

    /// Continues the series; in and out may be the same.
    void run(std::span<const double> in, std::span<double> out);

    template <class Archive>
    void state(Archive& archive) {
        archive(half_, whole_, smooth_);
    }

  private:
    Wma half_;
    Wma whole_;
    Wma smooth_;
};

}  // namespace ct::indicators
