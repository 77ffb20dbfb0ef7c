#pragma once

#include <cstddef>
#include <span>

#include "ct/indicators/average.hpp"
#include "ct/indicators/delay.hpp"

namespace ct::indicators {

/// Altman's relative momentum index: the share of rises in the averaged changes over `lookback` rows, 0 to 100; 50
/// where nothing changes. With a lookback of 1 it is a relative strength index with an average of any kind.
class RelativeMomentum {
  public:
    /// Requires: 1 <= period, lookback <= kMaxPeriod.
    RelativeMomentum(std::size_t period, std::size_t lookback, AverageKind kind)
        : delay_(lookback), up_(kind, period), down_(kind, period) {}
    [[nodiscard]] std::size_t lead_in() const { return delay_.lead_in() + up_.lead_in(); }
    void run(std::span<const double> in, std::span<double> out);
    template <class Archive>
    void state(Archive& archive) {
        archive(delay_, up_, down_);
    }

  private:
    Delay delay_;
    Average up_;
    Average down_;
};

}  // namespace ct::indicators
