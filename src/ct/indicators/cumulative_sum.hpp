#pragma once

#include <cstddef>

#include "ct/indicators/kernel.hpp"

namespace ct::indicators {

/// The sum of all values so far. What each addition rounds off is summed as well (T. Ogita, S. Rump, S. Oishi, 2005), so
/// that the sum is as good after millions of values as after one.
class CumulativeSum {
  public:
    static constexpr std::size_t kInputs = 1;
    static constexpr std::size_t kLines = 1;

    [[nodiscard]] static std::size_t lead_in() { return 0; }

    /// Continues the series.
    void run(Inputs<1> in, Lines<1> out, std::size_t rows);

    template <class Archive>
    void state(Archive& archive) {
        archive(sum_, rest_);
    }

  private:
    double sum_ = 0;
    double rest_ = 0;  ///< what the sum lacks
};

}  // namespace ct::indicators
