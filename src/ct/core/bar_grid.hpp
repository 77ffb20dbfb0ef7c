#pragma once

#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"

namespace ct {

/// Where the bars of a series open and close, be it off the calendar: one may begin at half past each hour.
class BarGrid {
  public:
    BarGrid() = default;
    /// The one on which a bar opens at `open_ns`; months always begin on their first day.
    BarGrid(Timeframe timeframe, TimeNs open_ns)
        : timeframe_(timeframe), shift_ns_(timeframe.is_month() ? 0 : open_ns - timeframe.open_of(open_ns)) {}

    [[nodiscard]] Timeframe timeframe() const { return timeframe_; }
    /// When the bar that covers `time_ns` opens and when it closes.
    [[nodiscard]] TimeNs open_of(TimeNs time_ns) const { return timeframe_.open_of(time_ns - shift_ns_) + shift_ns_; }
    [[nodiscard]] TimeNs close_of(TimeNs time_ns) const { return timeframe_.close_of(open_of(time_ns)); }

  private:
    Timeframe timeframe_;
    TimeNs shift_ns_ = 0;
};

}  // namespace ct
