#pragma once

#include <cstddef>
#include <functional>
#include <limits>
#include <span>
#include <vector>

#include "ct/analyzers/daily_equity.hpp"
#include "ct/core/bar.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"

namespace ct::analyzers {

/// Streams what a series was worth at the end of each UTC day, and its first price.
class DailyCloses {
  public:
    explicit DailyCloses(Timeframe timeframe)
        : timeframe_(timeframe), closes_(timeframe.is_month() ? 0 : timeframe.duration_ns()) {}

    /// Requires: bars ascend over all calls.
    void add(const BarColumns& bars);

    /// Of the first bar; NaN before it.
    [[nodiscard]] double first_open() const { return first_open_; }
    [[nodiscard]] TimeNs first_ns() const { return first_ns_; }
    [[nodiscard]] const DailyEquity& closes() const { return closes_; }

  private:
    Timeframe timeframe_;
    DailyEquity closes_;
    double first_open_ = std::numeric_limits<double>::quiet_NaN();
    TimeNs first_ns_ = 0;
};

/// What one of an instrument's quote asset is worth at these prices of all instruments.
using QuoteRate = std::function<double(std::size_t instrument, std::span<const double> prices)>;

/// What `start` would have become at the ends of these days, spread equally over instruments that are each bought
/// without costs at the open of their first bar and held. Until then their share lies idle. Quote assets are converted
/// at the closes of the day, when something is bought at those of the day before; an instrument that has not closed yet
/// counts as its first open. Requires: day ends ascend.
std::vector<double> buy_and_hold(double start, std::span<const TimeNs> day_ends_ns,
                                 std::span<const DailyCloses> instruments, const QuoteRate& rate);

}  // namespace ct::analyzers
