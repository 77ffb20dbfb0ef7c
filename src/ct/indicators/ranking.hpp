#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "ct/indicators/history.hpp"
#include "ct/indicators/kernel.hpp"
#include "ct/indicators/sma.hpp"
#include "ct/indicators/style.hpp"

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

/// Of the `period` values before it, how many percent are less than a value; or, as backtrader, which share of the last
/// `period` values, itself among them.
class PercentRank {
  public:
    /// Requires: 1 <= period <= kMaxPeriod.
    explicit PercentRank(std::size_t period, Style style = Style::kTaLib);
    [[nodiscard]] std::size_t lead_in() const { return before_; }
    void run(std::span<const double> in, std::span<double> out);
    template <class Archive>
    void state(Archive& archive) {
        archive(history_);
    }

  private:
    std::size_t before_;  ///< values that each is compared with
    double factor_;
    History history_;
};

/// Varadi's DV2: the rank, in percent, of how the close lies in its bar on average, among the last `period` such means.
class Dv2 {
  public:
    static constexpr std::size_t kInputs = 3;
    static constexpr std::size_t kLines = 1;

    /// Requires: 1 <= both periods <= kMaxPeriod.
    Dv2(std::size_t period, std::size_t average) : mean_(average), rank_(period, Style::kBacktrader) {}
    [[nodiscard]] std::size_t lead_in() const { return mean_.lead_in() + rank_.lead_in(); }
    /// Continues the series: inputs high, low, close.
    void run(Inputs<3> in, Lines<1> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(mean_, rank_);
    }

  private:
    Sma mean_;
    PercentRank rank_;
};

}  // namespace ct::indicators
