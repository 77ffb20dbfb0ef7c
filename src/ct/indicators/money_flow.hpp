#pragma once

#include <cstddef>

#include "ct/indicators/column_sums.hpp"
#include "ct/indicators/kernel.hpp"
#include "ct/indicators/previous.hpp"

namespace ct::indicators {

/// Money flow index: of the typical price x volume of the last bars, the share of those whose typical price rose, 0 to
/// 100; 0 where nothing was traded.
class MoneyFlowIndex {
  public:
    static constexpr std::size_t kInputs = 4;
    static constexpr std::size_t kLines = 1;

    /// Requires: 1 <= period <= kMaxPeriod.
    explicit MoneyFlowIndex(std::size_t period) : window_(period) {}
    [[nodiscard]] std::size_t lead_in() const { return window_.lead_in() + 1; }
    /// Continues the series: inputs high, low, close, volume.
    void run(Inputs<4> in, Lines<1> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(typical_, window_);
    }

  private:
    Previous typical_;
    ColumnSums<2> window_;  ///< of rises, of falls
};

/// Chaikin's money flow: of the last bars, the volume weighed by where the close lies between low (-1) and high (1),
/// over the volume, -1 to 1.
class ChaikinMoneyFlow {
  public:
    static constexpr std::size_t kInputs = 4;
    static constexpr std::size_t kLines = 1;

    /// Requires: 1 <= period <= kMaxPeriod.
    explicit ChaikinMoneyFlow(std::size_t period) : window_(period) {}
    [[nodiscard]] std::size_t lead_in() const { return window_.lead_in(); }
    void run(Inputs<4> in, Lines<1> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(window_);
    }

  private:
    ColumnSums<2> window_;
};

}  // namespace ct::indicators
