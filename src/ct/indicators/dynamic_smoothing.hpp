#pragma once

#include <cstddef>

#include "ct/indicators/kernel.hpp"

namespace ct::indicators {

/// Exponential smoothing whose weight is a column of its own; begins with the mean of the first `period` values.
class DynamicSmoothing {
  public:
    static constexpr std::size_t kInputs = 2;
    static constexpr std::size_t kLines = 1;

    /// Requires: 1 <= period <= kMaxPeriod.
    explicit DynamicSmoothing(std::size_t period) : period_(period) {}
    [[nodiscard]] std::size_t lead_in() const { return period_ - 1; }
    /// Continues the series: inputs value, weight.
    void run(Inputs<2> in, Lines<1> out, std::size_t rows) {
        for (std::size_t i = 0; i < rows; ++i) {
            if (seen_ < period_) {
                average_ += in[0][i];
                out[0][i] = kNan;
                if (++seen_ == period_) out[0][i] = average_ /= static_cast<double>(period_);
            } else {
                out[0][i] = average_ = average_ * (1.0 - in[1][i]) + in[0][i] * in[1][i];
            }
        }
    }
    template <class Archive>
    void state(Archive& archive) {
        archive(seen_, average_);
    }

  private:
    std::size_t period_;
    std::size_t seen_ = 0;
    double average_ = 0;  ///< while it begins the sum
};

}  // namespace ct::indicators
