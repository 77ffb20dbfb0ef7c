#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "ct/indicators/smoothing.hpp"

namespace ct::indicators {

/// What an exponential average begins with.
enum class Seed : std::uint8_t {
    kMean,   ///< the mean of the first `period` values, as TA-Lib and backtrader
    kFirst,  ///< the first value, as Metastock and pandas' ewm(adjust=False)
};

/// Exponential moving average: y += weight x (x - y), with a weight of 2 / (period + 1), or 1 / period for Wilder's.
/// Leading NaNs (the lead-in of another indicator) delay the start. Requires: finite values after it.
class Ema {
  public:
    /// Requires: 1 <= period <= kMaxPeriod. The first `skip` values are passed over: so TA-Lib starts two averages of
    /// different periods together.
    explicit Ema(std::size_t period, Seed seed = Seed::kMean, std::size_t skip = 0);
    /// Requires: also 0 < weight <= 1.
    Ema(std::size_t period, double weight, Seed seed, std::size_t skip);
    static Ema wilder(std::size_t period, Seed seed = Seed::kMean);

    [[nodiscard]] std::size_t period() const { return period_; }
    [[nodiscard]] std::size_t lead_in() const { return skip_ + period_ - 1; }

    /// Continues the series; in and out may be the same.
    void run(std::span<const double> in, std::span<double> out);

    template <class Archive>
    void state(Archive& archive) {
        archive(seen_, sum_, smoothing_);
    }

  private:
    std::size_t warm_up(std::span<const double> in, std::span<double> out);

    std::size_t period_;
    std::size_t skip_;
    Seed seed_;
    std::size_t seen_ = 0;  ///< values that are no leading NaN, at most skip + period
    double sum_ = 0;        ///< of the first `period` values
    Smoothing smoothing_;
};

}  // namespace ct::indicators
