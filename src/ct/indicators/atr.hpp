#pragma once

#include <cstddef>

#include "ct/core/simd.hpp"
#include "ct/indicators/ema.hpp"
#include "ct/indicators/kernel.hpp"
#include "ct/indicators/true_range.hpp"

namespace ct::indicators {

/// Wilder's average true range.
class Atr {
  public:
    static constexpr std::size_t kInputs = 3;
    static constexpr std::size_t kLines = 1;

    /// Requires: 1 <= period <= kMaxPeriod.
    explicit Atr(std::size_t period) : average_(Ema::wilder(period)) {}
    [[nodiscard]] std::size_t lead_in() const { return average_.lead_in() + 1; }
    /// Continues the series: inputs high, low, close. The line is none of the inputs.
    void run(Inputs<3> in, Lines<1> out, std::size_t rows) {
        range_.run(in, out, rows);
        average_.run({out[0], rows}, {out[0], rows});
    }
    template <class Archive>
    void state(Archive& archive) {
        archive(range_, average_);
    }

  private:
    TrueRange range_;
    Ema average_;
};

/// The same in percent of the close.
class NormalizedAtr {
  public:
    static constexpr std::size_t kInputs = 3;
    static constexpr std::size_t kLines = 1;

    /// Requires: 1 <= period <= kMaxPeriod.
    explicit NormalizedAtr(std::size_t period) : atr_(period) {}
    [[nodiscard]] std::size_t lead_in() const { return atr_.lead_in(); }
    void run(Inputs<3> in, Lines<1> out, std::size_t rows) {
        atr_.run(in, out, rows);
        each(rows, [close = in[2], line = out[0]](std::size_t i) CT_LOOP {
            const double range = line[i];
            line[i] = close[i] == 0 && range == range ? 0.0 : range / close[i] * 100.0;
        });
    }
    template <class Archive>
    void state(Archive& archive) {
        archive(atr_);
    }

  private:
    Atr atr_;
};

}  // namespace ct::indicators
