#pragma once

#include <cstddef>

#include "ct/indicators/kernel.hpp"
#include "ct/indicators/range.hpp"

namespace ct::indicators {

/// The middle between the highest of the first input's and the lowest of the second's last `period` values.
class Midpoint {
  public:
    static constexpr std::size_t kInputs = 2;
    static constexpr std::size_t kLines = 1;

    /// Requires: 1 <= period <= kMaxPeriod.
    explicit Midpoint(std::size_t period) : range_(period) {}
    [[nodiscard]] std::size_t lead_in() const { return range_.lead_in(); }
    void run(Inputs<2> in, Lines<1> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(range_);
    }

  private:
    Range range_;
};

}  // namespace ct::indicators
