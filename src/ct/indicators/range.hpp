#pragma once

#include <cstddef>
#include <span>

#include "ct/indicators/folds.hpp"
#include "ct/indicators/history.hpp"
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

/// In which row, counted from the series' first, the extreme of the last `period` values lies, with TA-Lib's choice
/// among equals: a new value that equals the extreme takes its place; when the extreme has left the window, the oldest
/// of equals does.
template <class Fold>
class ExtremeIndex {
  public:
    /// Requires: 1 <= period <= kMaxPeriod.
    explicit ExtremeIndex(std::size_t period) : window_(period), history_(period) {}
    [[nodiscard]] std::size_t lead_in() const { return window_.lead_in(); }
    /// Continues the series.
    void run(std::span<const double> in, std::span<double> out);
    template <class Archive>
    void state(Archive& archive) {
        archive(row_, back_, window_, history_);
    }

  private:
    double row_ = 0;
    std::ptrdiff_t back_ = kGone;  ///< how many rows ago the extreme was
    Window<Fold> window_;
    History history_;

    static constexpr auto kGone = static_cast<std::ptrdiff_t>(kMaxPeriod);
};

/// The rows of both extremes.
class RangeIndex {
  public:
    static constexpr std::size_t kInputs = 1;
    static constexpr std::size_t kLines = 2;

    /// Requires: 1 <= period <= kMaxPeriod.
    explicit RangeIndex(std::size_t period) : lowest_(period), highest_(period) {}
    [[nodiscard]] std::size_t lead_in() const { return lowest_.lead_in(); }
    /// Continues the series: lines row of the lowest, row of the highest.
    void run(Inputs<1> in, Lines<2> out, std::size_t rows) {
        lowest_.run({in[0], rows}, {out[0], rows});
        highest_.run({in[0], rows}, {out[1], rows});
    }
    template <class Archive>
    void state(Archive& archive) {
        archive(lowest_, highest_);
    }

  private:
    ExtremeIndex<LowestFold> lowest_;
    ExtremeIndex<HighestFold> highest_;
};

}  // namespace ct::indicators
