#pragma once

#include <cstddef>
#include <span>

#include "ct/indicators/ema.hpp"

namespace ct::indicators {

/// Triple exponential moving average: 3 e - 3 e(e) + e(e(e)). (P. Mulloy, 1994.)
class Tema {
  public:
    /// Requires: 1 <= period <= kMaxPeriod.
    explicit Tema(std::size_t period, Seed seed = Seed::kMean)
        : first_(period, seed), second_(period, seed), third_(period, seed) {}

    [[nodiscard]] std::size_t lead_in() const { return 3 * first_.lead_in(); }

    /// Continues the series; in and out may be the same.
    void run(std::span<const double> in, std::span<double> out);

    template <class Archive>
    void state(Archive& archive) {
        archive(first_, second_, third_);
    }

  private:
    Ema first_;
    Ema second_;
    Ema third_;
};

}  // namespace ct::indicators
