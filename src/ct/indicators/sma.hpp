#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "ct/indicators/division.hpp"

namespace ct::indicators {

/// Simple moving average, fast: the mean of the last `period` values.
///
/// The series is cut into blocks of `period` values counted from its first one. A window is the end of one block and
/// the beginning of the next, so its sum is a suffix sum plus a prefix sum: nothing is subtracted, nothing drifts, and
/// a NaN or an infinity is felt only while it is in the window. The sum is within a few units in the last place of the
/// exact one; SmaExact gives the correctly rounded sum.
class Sma {
  public:
    static constexpr std::size_t kMaxPeriod = Division::kMaxDivisor;

    /// Requires: 1 <= period <= kMaxPeriod. All memory is allocated here.
    explicit Sma(std::size_t period);

    [[nodiscard]] std::size_t period() const { return period_; }
    /// How many first values are NaN.
    [[nodiscard]] std::size_t lead_in() const { return period_ - 1; }

    /// Continues the series: out[i] is the mean of the window that ends at in[i]. Any chunking gives the same bits.
    /// Requires: in.size() == out.size(); they do not overlap.
    void run(std::span<const double> in, std::span<double> out);

    template <class Archive>
    void state(Archive& archive) {
        archive(position_, prefix_, block_, suffix_);
    }

  private:
    void step(double value, double& mean);
    void run_within_block(const double* in, std::size_t count, double* out);
    void run_blocks(const double* in, std::size_t blocks, double* out);
    void end_block();

    std::size_t period_;
    Division division_;
    std::size_t blocks_at_once_;
    std::size_t position_ = 0;    ///< in the current block
    double prefix_ = 0;           ///< sum of the current block up to here
    std::vector<double> block_;   ///< the current block's values so far
    std::vector<double> suffix_;  ///< [i]: sum of the last block from i on, for 0 < i < period; [period] is 0
    std::vector<double> prefixes_;
};

}  // namespace ct::indicators
