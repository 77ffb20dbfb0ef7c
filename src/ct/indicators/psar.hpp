#pragma once

#include <cstddef>

#include "ct/indicators/kernel.hpp"

namespace ct::indicators {

/// Wilder's parabolic stop and reverse as backtrader begins it: the direction of the second row is that of its close,
/// and no stop is tested there. A stop that reverses is the extreme of the trend before, wherever the last bars lie.
class Psar {
  public:
    static constexpr std::size_t kInputs = 3;
    static constexpr std::size_t kLines = 1;

    /// The stop follows from the second row on, and is told from row `period` - 1 on. Requires: 2 <= period.
    Psar(std::size_t period, double step, double max) : lead_in_(period - 1), step_(step), max_(max) {}
    [[nodiscard]] std::size_t lead_in() const { return lead_in_; }
    /// Continues the series: inputs high, low, close.
    void run(Inputs<3> in, Lines<1> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(seen_, long_, high_, low_, close_, extreme_, stop_, pace_);
    }

  private:
    double follow(double high, double low, double close);

    std::size_t lead_in_;
    double step_;
    double max_;

    std::size_t seen_ = 0;  ///< rows, at most one more than the lead-in
    bool long_ = true;
    double high_ = 0;  ///< of the row before
    double low_ = 0;
    double close_ = 0;
    double extreme_ = 0;
    double stop_ = 0;
    double pace_ = 0;
};

}  // namespace ct::indicators
