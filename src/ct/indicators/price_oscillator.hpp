#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

#include "ct/indicators/average.hpp"

namespace ct::indicators {

enum class OscillatorUnit : std::uint8_t {
    kPrice,    ///< fast - slow
    kPercent,  ///< of the slow one
};

/// A fast moving average less a slow one.
class PriceOscillator {
  public:
    /// Requires: 1 <= fast, slow <= kMaxPeriod. The shorter of the two is the fast one.
    PriceOscillator(std::size_t fast, std::size_t slow, AverageKind kind, OscillatorUnit unit);

    [[nodiscard]] std::size_t lead_in() const { return std::max(fast_.lead_in(), slow_.lead_in()); }

    /// Continues the series; in and out may be the same.
    void run(std::span<const double> in, std::span<double> out);

    template <class Archive>
    void state(Archive& archive) {
        archive(fast_, slow_);
    }

  private:
    Average fast_;
    Average slow_;
    OscillatorUnit unit_;
};

}  // namespace ct::indicators
