#pragma once

#include <array>
#include <cstddef>
#include <span>

#include "ct/indicators/change.hpp"
#include "ct/indicators/ema.hpp"

namespace ct::indicators {

/// Rate of change, in percent a row, of an average of an average of an average.
class Trix {
  public:
    /// Requires: 1 <= period <= kMaxPeriod.
    explicit Trix(std::size_t period) : averages_{Ema(period), Ema(period), Ema(period)}, change_(1) {}

    [[nodiscard]] std::size_t lead_in() const { return 3 * averages_[0].lead_in() + 1; }

    void run(std::span<const double> in, std::span<double> out);

    template <class Archive>
    void state(Archive& archive) {
        archive(averages_, change_);
    }

  private:
    std::array<Ema, 3> averages_;
    Change<RateOfChange> change_;
};

}  // namespace ct::indicators
