#pragma once

#include <cstddef>

#include "ct/indicators/kernel.hpp"
#include "ct/indicators/mean_deviation.hpp"
#include "ct/indicators/style.hpp"

namespace ct::indicators {

/// Lambert's commodity channel index: the typical price's distance from its mean, in mean deviations x factor; 0 where
/// there is no deviation. Deviations in either style, see MeanDeviation.
class Cci {
  public:
    static constexpr std::size_t kInputs = 3;
    static constexpr std::size_t kLines = 1;

    /// Requires: 1 <= period <= kMaxPeriod, factor > 0.
    explicit Cci(std::size_t period, double factor = 0.015, Style style = Style::kTaLib)
        : factor_(factor), deviation_(period, style) {}
    [[nodiscard]] std::size_t lead_in() const { return deviation_.lead_in(); }
    /// Continues the series: inputs high, low, close.
    void run(Inputs<3> in, Lines<1> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(deviation_);
    }

  private:
    double factor_;
    MeanDeviation deviation_;
};

}  // namespace ct::indicators
