#pragma once

#include <cstddef>
#include <span>

#include "ct/indicators/block_sums.hpp"

namespace ct::indicators {

/// Weighted moving average: the newest of `period` values weighs `period`, the oldest 1.
class Wma {
  public:
    /// Requires: 1 <= period <= kMaxPeriod.
    explicit Wma(std::size_t period) : sums_(period) {}

    [[nodiscard]] std::size_t period() const { return sums_.period(); }
    [[nodiscard]] std::size_t lead_in() const { return sums_.lead_in(); }

    /// Continues the series; in and out may be the same.
    void run(std::span<const double> in, std::span<double> out);

    template <class Archive>
    void state(Archive& archive) {
        archive(sums_);
    }

  private:
    BlockSums<RisingSum> sums_;
};

}  // namespace ct::indicators
