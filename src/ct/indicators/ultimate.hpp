#pragma once

#include <array>
#include <cstddef>

#include "ct/indicators/kernel.hpp"
#include "ct/indicators/lead_in.hpp"
#include "ct/indicators/previous.hpp"
#include "ct/indicators/window_sum.hpp"

namespace ct::indicators {

/// Williams' ultimate oscillator: buying pressure over true range in three windows, weighed 4, 2 and 1 from the
/// shortest to the longest, 0 to 100.
class UltimateOscillator {
  public:
    static constexpr std::size_t kInputs = 3;
    static constexpr std::size_t kLines = 1;

    /// Requires: 1 <= periods <= kMaxPeriod, in any order.
    UltimateOscillator(std::size_t first, std::size_t second, std::size_t third);
    [[nodiscard]] std::size_t lead_in() const { return lead_in_.rows(); }
    /// Continues the series: inputs high, low, close.
    void run(Inputs<3> in, Lines<1> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(close_, pressure_, range_, lead_in_);
    }

  private:
    Previous close_;
    std::array<WindowSum, 3> pressure_;  ///< from the shortest to the longest
    std::array<WindowSum, 3> range_;
    LeadIn lead_in_;
};

}  // namespace ct::indicators
