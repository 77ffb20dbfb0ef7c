#pragma once

#include <cstddef>

#include "ct/indicators/delay.hpp"
#include "ct/indicators/kernel.hpp"
#include "ct/indicators/lead_in.hpp"
#include "ct/indicators/midpoint.hpp"

namespace ct::indicators {

/// Hosoda's cloud: middles of the ranges of three windows, and two spans that are drawn `lead` rows later. The lagging
/// span is the close: a chart draws it `lag` rows earlier, but no row knows a later close.
class Ichimoku {
  public:
    static constexpr std::size_t kInputs = 3;
    static constexpr std::size_t kLines = 5;

    /// Requires: 1 <= periods <= kMaxPeriod.
    Ichimoku(std::size_t tenkan, std::size_t kijun, std::size_t senkou, std::size_t lead);
    [[nodiscard]] std::size_t lead_in() const { return lead_in_.rows(); }
    /// Continues the series: inputs high, low, close; lines tenkan sen, kijun sen, senkou spans a and b, chikou span.
    void run(Inputs<3> in, Lines<5> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(tenkan_, kijun_, senkou_, span_a_, span_b_, lead_in_);
    }

  private:
    Midpoint tenkan_;
    Midpoint kijun_;
    Midpoint senkou_;
    Delay span_a_;
    Delay span_b_;
    LeadIn lead_in_;
};

}  // namespace ct::indicators
