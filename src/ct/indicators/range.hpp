#pragma once

#include <cstddef>

#include "ct/indicators/folds.hpp"
#include "ct/indicators/kernel.hpp"
#include "ct/indicators/window.hpp"

namespace ct::indicators {

/// The highest of the first input's and the lowest of the second's last `period` values.
class Range {
  public:
    static constexpr std::size_t kInputs = 2;
    static constexpr std::size_t kLines = 2;

    /// Requires: 1 <= period <= kMaxPeriod.
    explicit Range(std::size_t period) : window_(period) {}
    [[nodiscard]] std::size_t lead_in() const { return window_.lead_in(); }
    /// Continues the series: lines highest, lowest.
    void run(Inputs<2> in, Lines<2> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(window_);
    }

  private:
    Window<RangeFold> window_;
};

/// In which rows, counted from the series' first, the extremes of the last `period` values lie; of equals the newest.
class RangeRows {
  public:
    static constexpr std::size_t kInputs = 2;
    static constexpr std::size_t kLines = 2;

    /// Requires: 1 <= period <= kMaxPeriod.
    explicit RangeRows(std::size_t period) : window_(period) {}
    [[nodiscard]] std::size_t lead_in() const { return window_.lead_in(); }
    /// Continues the series: lines row of the highest, row of the lowest.
    void run(Inputs<2> in, Lines<2> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(window_);
    }

  private:
    Window<RangeRowFold<true>> window_;
};

/// The same with TA-Lib's choice among equals: a new value that equals the extreme takes its place; when the extreme
/// has left the window, the oldest of equals does.
class RangeIndex {
  public:
    static constexpr std::size_t kInputs = 2;
    static constexpr std::size_t kLines = 2;

    /// Requires: 1 <= period <= kMaxPeriod.
    explicit RangeIndex(std::size_t period) : window_(period) {}
    [[nodiscard]] std::size_t lead_in() const { return window_.lead_in(); }
    /// Continues the series: lines row of the highest, row of the lowest.
    void run(Inputs<2> in, Lines<2> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(row_, highest_row_, lowest_row_, window_);
    }

  private:
    double row_ = 0;
    double highest_row_ = -1;
    double lowest_row_ = -1;
    Window<RangeRowFold<false>> window_;
};

}  // namespace ct::indicators
