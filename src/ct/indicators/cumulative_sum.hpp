#pragma once

#include <cstddef>

#include "ct/indicators/kernel.hpp"
#include "ct/indicators/running_sum.hpp"

namespace ct::indicators {

/// The sum of all values so far.
class CumulativeSum {
  public:
    static constexpr std::size_t kInputs = 1;
    static constexpr std::size_t kLines = 1;

    [[nodiscard]] static std::size_t lead_in() { return 0; }

    /// Continues the series.
    void run(Inputs<1> in, Lines<1> out, std::size_t rows) { sum_.run(in[0], rows, out[0]); }

    template <class Archive>
    void state(Archive& archive) {
        archive(sum_);
    }

  private:
    RunningSum sum_;
};

}  // namespace ct::indicators
