#pragma once

#include <cstddef>
#include <span>

#include "ct/indicators/smoothing.hpp"

namespace ct::indicators {

// What a strength tells of the averages of rises and falls; 0 where there was neither.
struct RiseShare {
    static double of(double up, double down) {
        const double both = up + down;
        return 100.0 * (up / (both == 0 ? 1.0 : both));
    }
};
struct RiseBalance {
    static double of(double up, double down) {
        const double both = up + down;
        return 100.0 * ((up - down) / (both == 0 ? 1.0 : both));
    }
};

/// Compares the averages of the rises and of the falls from value to value. As TA-Lib: the first averages are the means
/// of the first `period` changes, from then on average = (average x (period - 1) + change) / period; 0 / 0, no change
/// ever, gives 0.
/// A NaN stays in all later values, but leading NaNs (the lead-in of another indicator) only delay the start.
template <class Index>
class Strength {
  public:
    static constexpr std::size_t kMaxPeriod = std::size_t{1} << 20U;

    /// Requires: 1 <= period <= kMaxPeriod.
    explicit Strength(std::size_t period);

    [[nodiscard]] std::size_t period() const { return period_; }
    /// How many first values are NaN.
    [[nodiscard]] std::size_t lead_in() const { return period_; }

    /// Continues the series. Any chunking gives the same bits. Requires: in.size() == out.size(); they do not overlap.
    void run(std::span<const double> in, std::span<double> out);

    template <class Archive>
    void state(Archive& archive) {
        archive(previous_, changes_, sum_up_, sum_down_, up_, down_);
    }

  private:
    std::size_t warm_up(std::span<const double> in, std::span<double> out);
    double step(double value);
    void run_blocks(std::span<const double> in, std::span<double> out);

    std::size_t period_;
    double previous_;
    std::size_t changes_ = 0;  ///< seen so far, at most period
    double sum_up_ = 0;        ///< of the first changes
    double sum_down_ = 0;
    Smoothing up_;
    Smoothing down_;
};

extern template class Strength<RiseShare>;
extern template class Strength<RiseBalance>;

/// Wilder's relative strength index: 100 x up / (up + down). (New Concepts in Technical Trading Systems, 1978.)
using Rsi = Strength<RiseShare>;
/// Chande's momentum oscillator with Wilder's averages, as TA-Lib: 100 x (up - down) / (up + down).
using Cmo = Strength<RiseBalance>;

}  // namespace ct::indicators
