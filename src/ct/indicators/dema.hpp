#pragma once

#include <cstddef>
#include <span>

#include "ct/indicators/ema.hpp"

namespace ct::indicators {

/// Double exponential moving average: 2 e - e(e), for an e that lags half as much. (P. Mulloy, 1994.)
class Dema {
  public:
    /// Requires: 1 <= period <= kMaxPeriod.
    explicit Dema(std::size_t period, Seed seed = Seed::kMean) : first_(period, seed), second_(period, seed) {}

    [[nodiscard]] std::size_t lead_in() const { return 2 * first_.lead_in(); }

    /// Continues the series; in and out may be the same.
    void run(std::span<const double> in, std::span<double> out);

    template <class Archive>
    void state(Archive& archive) {
        archive(first_, second_);
    }

  private:
    Ema first_;
    Ema second_;
};

}  // namespace ct::indicators
