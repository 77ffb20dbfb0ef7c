#pragma once

#include <array>
#include <cstddef>

#include "ct/core/simd.hpp"
#include "ct/indicators/kernel.hpp"
#include "ct/indicators/lead_in.hpp"
#include "ct/indicators/prices.hpp"
#include "ct/indicators/sma.hpp"

namespace ct::indicators {

/// Valcu's haDelta: close less open of Heikin-Ashi candles, and its mean.
class HeikinAshiDelta {
  public:
    static constexpr std::size_t kInputs = 4;
    static constexpr std::size_t kLines = 2;

    /// Requires: 1 <= period < kMaxPeriod.
    explicit HeikinAshiDelta(std::size_t period) : mean_(period), lead_in_(period) {}
    [[nodiscard]] std::size_t lead_in() const { return lead_in_.rows(); }
    /// Continues the series: inputs open, high, low, close; lines delta, mean.
    void run(Inputs<4> in, Lines<2> out, std::size_t rows) {
        std::array<Block, 2> others;
        in_blocks(rows, [&](std::size_t at, std::size_t count) {
            const auto lines = from_row(out, at);
            candles_.run(from_row(in, at), {lines[1], others[0].data(), others[1].data(), lines[0]}, count);
            each(count, [=](std::size_t i) CT_LOOP { lines[0][i] -= lines[1][i]; });
            mean_.run({lines[0], count}, {lines[1], count});
            lead_in_.blank(lines, count);
        });
    }
    template <class Archive>
    void state(Archive& archive) {
        archive(candles_, mean_, lead_in_);
    }

  private:
    HeikinAshi candles_;
    Sma mean_;
    LeadIn lead_in_;
};

}  // namespace ct::indicators
