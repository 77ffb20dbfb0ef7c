#pragma once

#include <cstddef>

#include "ct/core/maths_parts.hpp"
#include "ct/indicators/kernel.hpp"

namespace ct::indicators {

// Numbers of a single bar.

CT_IN_LOOPS double average_price(double open, double high, double low, double close) {
    return (high + low + close + open) / 4.0;
}
CT_IN_LOOPS double median_price(double high, double low) { return (high + low) / 2.0; }
CT_IN_LOOPS double typical_price(double high, double low, double close) { return (high + low + close) / 3.0; }
CT_IN_LOOPS double weighted_close(double high, double low, double close) { return (high + low + close * 2.0) / 4.0; }

/// Of the way between low and high, the share from open to close, -1 to 1; 0 for a bar without a range.
CT_IN_LOOPS double balance_of_power(double open, double high, double low, double close) {
    const double range = high - low;
    return range <= 0 ? 0.0 : (close - open) / range;
}

/// The range of a bar for each unit of its volume; 0 without volume.
CT_IN_LOOPS double market_facilitation(double high, double low, double volume) {
    return volume == 0 ? 0.0 : (high - low) / volume;
}

/// Heikin-Ashi candles: they close at a bar's average price and open in the middle of the body before.
class HeikinAshi {
  public:
    static constexpr std::size_t kInputs = 4;
    static constexpr std::size_t kLines = 4;

    [[nodiscard]] static std::size_t lead_in() { return 0; }

    /// Continues the series: inputs and lines open, high, low, close.
    void run(Inputs<4> in, Lines<4> out, std::size_t rows);

    template <class Archive>
    void state(Archive& archive) {
        archive(begun_, middle_);
    }

  private:
    bool begun_ = false;
    double middle_ = 0;  ///< of the last body
};

}  // namespace ct::indicators
