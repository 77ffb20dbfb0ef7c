#pragma once

#include <cstddef>

#include "ct/indicators/kernel.hpp"
#include "ct/indicators/range.hpp"

namespace ct::indicators {

/// Donchian's channel: the highest high and the lowest low of the last `period` bars, and the middle between them.
class Donchian {
  public:
    static constexpr std::size_t kInputs = 2;
    static constexpr std::size_t kLines = 3;

    /// Requires: 1 <= period <= kMaxPeriod.
    explicit Donchian(std::size_t period) : range_(period) {}
    [[nodiscard]] std::size_t lead_in() const { return range_.lead_in(); }
    /// Continues the series: inputs high, low; lines upper, middle, lower.
    void run(Inputs<2> in, Lines<3> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(range_);
    }

  private:
    Range range_;
};

}  // namespace ct::indicators
