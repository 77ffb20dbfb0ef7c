#pragma once

#include <cstddef>
#include <span>

#include "ct/indicators/block_sums.hpp"
#include "ct/indicators/division.hpp"

namespace ct::indicators {

/// Simple moving average, fast: the mean of the last `period` values. The sum of the window is within a few units in
/// the last place of the exact one; SmaExact gives the correctly rounded sum.
class Sma {
  public:
    static constexpr std::size_t kMaxPeriod = Division::kMaxDivisor;

    /// Requires: 1 <= period <= kMaxPeriod. All memory is allocated here.
    explicit Sma(std::size_t period) : division_(period), sums_(period) {}

    [[nodiscard]] std::size_t period() const { return sums_.period(); }
    /// How many first values are NaN.
    [[nodiscard]] std::size_t lead_in() const { return sums_.lead_in(); }

    /// Continues the series: out[i] is the mean of the window that ends at in[i]. Any chunking gives the same bits.
    /// Requires: in.size() == out.size(); in and out may be the same.
    void run(std::span<const double> in, std::span<double> out);

    template <class Archive>
    void state(Archive& archive) {
        archive(sums_);
    }

  private:
    Division division_;
    BlockSums<PlainSum> sums_;
};

}  // namespace ct::indicators
