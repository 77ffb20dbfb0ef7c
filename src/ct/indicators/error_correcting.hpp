#pragma once

#include <cstddef>
#include <span>

#include "ct/indicators/ema.hpp"
#include "ct/indicators/hma.hpp"
#include "ct/indicators/kernel.hpp"

namespace ct::indicators {

/// Ehlers' and Way's zero lag indicator: an exponential average that each row is corrected by the gain, in tenths
/// between plus and minus the limit, that brings it closest to the value. (Zero Lag, 2010; as backtrader.)
class ErrorCorrecting {
  public:
    /// Requires: 1 <= period <= kMaxPeriod, 0 <= gain_limit (in tenths).
    explicit ErrorCorrecting(std::size_t period, std::size_t gain_limit = 50);
    [[nodiscard]] std::size_t lead_in() const { return average_.lead_in(); }
    void run(std::span<const double> in, std::span<double> out);
    template <class Archive>
    void state(Archive& archive) {
        archive(corrected_, average_);
    }

  private:
    double limit_;
    double weight_;
    double corrected_ = kNan;  ///< of the row before
    Ema average_;
};

/// Dickson's moving average: the mean of the zero lag indicator and a Hull average.
class Dickson {
  public:
    /// Requires: 1 <= both periods <= kMaxPeriod.
    explicit Dickson(std::size_t period, std::size_t gain_limit = 50, std::size_t hull_period = 7);
    [[nodiscard]] std::size_t lead_in() const;
    void run(std::span<const double> in, std::span<double> out);
    template <class Archive>
    void state(Archive& archive) {
        archive(corrected_, hull_);
    }

  private:
    ErrorCorrecting corrected_;
    Hma hull_;
};

}  // namespace ct::indicators
