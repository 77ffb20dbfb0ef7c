#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "ct/indicators/binary_grid.hpp"
#include "ct/indicators/division.hpp"
#include "ct/indicators/exact_sum.hpp"

namespace ct::indicators {

/// Simple moving average, exact: the correctly rounded sum of the last `period` values (as Python's math.fsum) divided
/// once by `period`: the bits of backtrader's SMA.
///
/// While the window's values are positive and lie within a few binary orders of magnitude, which prices do, they are
/// integers of one power of two and their sum runs in 64-bit integer arithmetic. Any other window is summed by an
/// ExactSum. Both are exact, so switching between them cannot be seen in the result.
/// A window with a NaN or with infinities of both signs gives NaN, one with infinities of one sign that infinity, one
/// whose sum lies beyond the largest double an infinity too. The sum of zeros is +0.
class SmaExact {
  public:
    static constexpr std::size_t kMaxPeriod = Division::kMaxDivisor;

    /// Requires: 1 <= period <= kMaxPeriod. All memory is allocated here.
    explicit SmaExact(std::size_t period);

    [[nodiscard]] std::size_t period() const { return period_; }
    /// How many first values are NaN.
    [[nodiscard]] std::size_t lead_in() const { return period_ - 1; }

    /// Continues the series: out[i] is the mean of the window that ends at in[i]. Any chunking gives the same bits.
    /// Requires: in.size() == out.size(); they do not overlap.
    void run(std::span<const double> in, std::span<double> out);

    template <class Archive>
    void state(Archive& archive) {
        archive(seen_, end_, retry_in_, narrow_, grid_, sum_, counts_, wide_sum_, values_);
    }

  private:
    bool step_narrow(double value, double& mean);
    std::size_t run_narrow(const double* in, std::size_t count, double* out);
    std::size_t run_wide(const double* in, std::size_t count, double* out);
    void leave_narrow();
    bool enter_narrow(double next);
    void make_room();
    void blank_lead_in(double* out, std::size_t count);

    std::size_t period_;
    Division division_;
    std::size_t seen_ = 0;      ///< values so far, at most period
    std::size_t end_;           ///< one past the newest value in counts_ (narrow) or values_ (wide)
    std::size_t retry_in_ = 0;  ///< wide: how many values until the next try to become narrow
    bool narrow_ = false;

    // Narrow: the window's values are integers times a power of two.
    BinaryGrid grid_;
    std::uint64_t sum_ = 0;
    std::vector<std::uint64_t> counts_;

    // Wide: any doubles.
    ExactSum wide_sum_;
    std::vector<double> values_;
};

}  // namespace ct::indicators
