#pragma once

#include <cstddef>
#include <vector>

#include "ct/indicators/average.hpp"
#include "ct/indicators/kernel.hpp"
#include "ct/indicators/late.hpp"

namespace ct::indicators {

/// A moving average whose period is a column of its own, cut to whole numbers from `least` to `most`. An average of
/// each period runs along; all start together.
class VariableAverage {
  public:
    static constexpr std::size_t kInputs = 2;
    static constexpr std::size_t kLines = 1;
    static constexpr std::size_t kMostPeriod = 1000;

    /// Requires: 1 <= least, most <= kMostPeriod. Swapped ones are put right.
    VariableAverage(std::size_t least, std::size_t most, AverageKind kind);
    [[nodiscard]] std::size_t lead_in() const { return averages_.back().lead_in(); }
    /// Continues the series: inputs value, period.
    void run(Inputs<2> in, Lines<1> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(averages_);
    }

  private:
    double least_;
    double most_;
    std::vector<Late<Average>> averages_;
};

}  // namespace ct::indicators
