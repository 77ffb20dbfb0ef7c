#pragma once

#include <optional>
#include <span>

#include "ct/core/time.hpp"

namespace ct::analyzers {

/// The deepest fall from a peak, as a positive fraction of that peak; of several equally deep ones the first.
struct DeepestFall {
    double fraction = 0;
    TimeNs peak_time_ns = 0;
    TimeNs trough_time_ns = 0;
    std::optional<TimeNs> recovery_time_ns;  ///< when the peak was first reached again
};

/// Streams the drawdown of an equity curve over every point. The start equity is the first peak, at the time of the
/// first point. While the peak is not positive there is no drawdown.
class Drawdown {
  public:
    explicit Drawdown(double start_equity) : peak_(start_equity) {}

    /// Requires: times ascend over all calls, values are finite, both columns have the same length. The result is the
    /// same to the bit as that of adding one point after the other.
    void add(std::span<const TimeNs> time_ns, std::span<const double> equity);
    void add(TimeNs time_ns, double equity);

    [[nodiscard]] const DeepestFall& deepest() const { return deepest_; }

  private:
    [[nodiscard]] double fall_to(double equity) const { return peak_ > 0 ? (peak_ - equity) / peak_ : 0; }
    void add_below_peak(std::span<const TimeNs> time_ns, std::span<const double> equity, double lowest);

    double peak_;
    TimeNs peak_time_ns_ = 0;
    DeepestFall deepest_;
    bool started_ = false;
    bool below_peak_ = false;  ///< the peak of the deepest fall has not been reached again
};

}  // namespace ct::analyzers
