#pragma once

#include <cstddef>
#include <span>

#include "ct/indicators/delay.hpp"
#include "ct/indicators/ema.hpp"

namespace ct::indicators {

/// Zero lag exponential moving average: of the value plus what it has gained in half a period, 2 x - x[(period - 1) / 2
/// ago]. (J. Ehlers and R. Way.)
class Zlema {
  public:
    /// Requires: 1 <= period <= kMaxPeriod.
    explicit Zlema(std::size_t period, Seed seed = Seed::kMean) : delay_((period - 1) / 2), average_(period, seed) {}

    [[nodiscard]] std::size_t lead_in() const { return delay_.lead_in() + average_.lead_in(); }

    /// Continues the series; in and out may be the same.
    void run(std::span<const double> in, std::span<double> out);

    template <class Archive>
    void state(Archive& archive) {
        archive(delay_, average_);
    }

  private:
    Delay delay_;
    Ema average_;
};

}  // namespace ct::indicators
