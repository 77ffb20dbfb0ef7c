#pragma once

#include <cstddef>

namespace ct::indicators {

/// The sum of all values so far. What each addition rounds off is summed beside it, so that nothing drifts however long
/// the series; it does not lengthen the chain of additions that the next row waits for.
class RunningSum {
  public:
    /// Continues the series; in and out may be the same.
    void run(const double* in, std::size_t rows, double* out) {
        double sum = sum_;
        double lost = lost_;
        for (std::size_t i = 0; i < rows; ++i) {
            const double value = in[i];
            const double next = sum + value;
            const double taken = next - sum;
            lost += (sum - (next - taken)) + (value - taken);
            sum = next;
            out[i] = sum + lost;
        }
        sum_ = sum;
        lost_ = lost;
    }

    template <class Archive>
    void state(Archive& archive) {
        archive(sum_, lost_);
    }

  private:
    double sum_ = 0;
    double lost_ = 0;
};

}  // namespace ct::indicators
