#pragma once

#include <cstddef>
#include <limits>

#include "ct/indicators/atr.hpp"
#include "ct/indicators/kernel.hpp"

namespace ct::indicators {

/// Supertrend: a band of so many average true ranges below the middle of the bar while the trend is up, above it while
/// it is down. A band only moves towards the price until a close passes it; the trend turns when a close passes its
/// band. It begins up. (O. Seban; as TA-Lib.)
class Supertrend {
  public:
    static constexpr std::size_t kInputs = 3;
    static constexpr std::size_t kLines = 2;

    /// Requires: 1 <= period <= kMaxPeriod, multiplier >= 0.
    Supertrend(std::size_t period, double multiplier) : multiplier_(multiplier), range_(period) {}

    [[nodiscard]] std::size_t lead_in() const { return range_.lead_in(); }

    /// Continues the series: inputs high, low, close; lines band, trend (1 or -1).
    void run(Inputs<3> in, Lines<2> out, std::size_t rows);

    template <class Archive>
    void state(Archive& archive) {
        archive(range_, bands_.started, bands_.up, bands_.upper, bands_.lower, bands_.close);
    }

  private:
    struct Bands {
        bool started = false;
        bool up = true;
        double upper = std::numeric_limits<double>::infinity();
        double lower = -std::numeric_limits<double>::infinity();
        double close = 0;  ///< of the row before
    };

    double multiplier_;
    Atr range_;
    Bands bands_;
};

}  // namespace ct::indicators
