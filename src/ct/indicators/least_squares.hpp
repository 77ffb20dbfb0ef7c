#pragma once

#include <cstddef>

#include "ct/indicators/folds.hpp"
#include "ct/indicators/kernel.hpp"
#include "ct/indicators/lead_in.hpp"
#include "ct/indicators/sma.hpp"
#include "ct/indicators/standard_deviation.hpp"
#include "ct/indicators/window.hpp"

namespace ct::indicators {

/// The line of least squares of the first input over the second, in the last `period` rows: slope and intercept. The
/// slope is 0 where the second does not move.
class LeastSquares {
  public:
    static constexpr std::size_t kInputs = 2;
    static constexpr std::size_t kLines = 2;

    /// Requires: 1 <= period <= kMaxPeriod.
    explicit LeastSquares(std::size_t period) : window_(period) {}
    [[nodiscard]] std::size_t lead_in() const { return window_.lead_in(); }
    void run(Inputs<2> in, Lines<2> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(window_);
    }

  private:
    Window<PairFold> window_;
};

/// How far the first input lies from that line, the mean and the deviation of these distances, and how many deviations
/// from the mean the newest is; 0 where they do not deviate.
class LeastSquaresSpread {
  public:
    static constexpr std::size_t kInputs = 2;
    static constexpr std::size_t kLines = 4;

    /// Requires: 1 <= period <= kMaxPeriod.
    explicit LeastSquaresSpread(std::size_t period)
        : line_(period), mean_(period), deviation_(period), lead_in_(line_.lead_in() + mean_.lead_in()) {}
    [[nodiscard]] std::size_t lead_in() const { return lead_in_.rows(); }
    /// Continues the series: lines spread, mean, deviation, z-score.
    void run(Inputs<2> in, Lines<4> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(line_, mean_, deviation_, lead_in_);
    }

  private:
    LeastSquares line_;
    Sma mean_;
    StandardDeviation deviation_;
    LeadIn lead_in_;
};

}  // namespace ct::indicators
