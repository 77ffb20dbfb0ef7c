#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "ct/indicators/history.hpp"
#include "ct/indicators/kernel.hpp"

namespace ct::indicators {

/// The percentile of the last `period` values by the nearest rank: the least value that so many percent do not exceed.
/// The window is kept in order: a row costs a search and a move in it.
class Percentile {
  public:
    /// Requires: 1 <= period <= kMaxPeriod, 0 <= percentile <= 100.
    Percentile(std::size_t period, double percentile);
    [[nodiscard]] std::size_t lead_in() const { return window_.size() - 1; }
    void run(std::span<const double> in, std::span<double> out);
    template <class Archive>
    void state(Archive& archive) {
        archive(head_, missing_, window_, sorted_);
    }

  private:
    void replace(double old, double value);

    std::size_t rank_;
    std::size_t head_ = 0;
    std::size_t missing_;         ///< NaNs in the window, rows before the first included
    std::vector<double> window_;  ///< a ring
    std::vector<double> sorted_;  ///< the same with infinity for NaN
};

/// Of the `period` values before it, how many percent are less than a value.
class PercentRank {
  public:
    /// Requires: 1 <= period <= kMaxPeriod.
    explicit PercentRank(std::size_t period) : period_(period), history_(period) {}
    [[nodiscard]] std::size_t lead_in() const { return period_; }
    void run(std::span<const double> in, std::span<double> out);
    template <class Archive>
    void state(Archive& archive) {
        archive(history_);
    }

  private:
    std::size_t period_;
    History history_;
};

}  // namespace ct::indicators
