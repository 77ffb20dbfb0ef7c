#pragma once

#include <span>
#include <vector>

#include "ct/core/time.hpp"

namespace ct::analyzers {

/// Streams the equity at the end of each UTC day: that of the last step in (midnight, next midnight], because a step
/// happens at the close of its bar and the bar that closes at midnight belongs to the day that ends. A day without a
/// step keeps the equity of the day before. It does the same for any other value that steps have.
class DailyEquity {
  public:
    /// `delay_ns`: how long after the times that are given the steps happen, such as a bar's length for open times.
    explicit DailyEquity(TimeNs delay_ns = 0) : delay_ns_(delay_ns) {}

    /// Requires: times ascend over all calls, both columns have the same length.
    void add(std::span<const TimeNs> time_ns, std::span<const double> equity);

    /// The midnights that end the days; for the last day the time of its last step so far.
    [[nodiscard]] std::span<const TimeNs> time_ns() const { return time_ns_; }
    [[nodiscard]] std::span<const double> equity() const { return equity_; }

  private:
    void open_day(TimeNs step_ns);

    TimeNs delay_ns_;
    std::vector<TimeNs> time_ns_;
    std::vector<double> equity_;
    TimeNs day_end_ns_ = 0;  ///< midnight that ends the last day
};

/// The relative change over each day, the first against `start_equity`.
std::vector<double> daily_returns(double start_equity, std::span<const double> daily_equity);

}  // namespace ct::analyzers
