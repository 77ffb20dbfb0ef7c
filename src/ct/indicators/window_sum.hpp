#pragma once

#include <cstddef>
#include <span>

#include "ct/core/simd.hpp"
#include "ct/indicators/block_sums.hpp"
#include "ct/indicators/kernel.hpp"

namespace ct::indicators {

/// The sum of the last `period` values.
class WindowSum {
  public:
    /// Requires: 1 <= period <= kMaxPeriod.
    explicit WindowSum(std::size_t period) : sums_(period) {}

    [[nodiscard]] std::size_t lead_in() const { return sums_.lead_in(); }

    /// Continues the series; in and out may be the same.
    void run(std::span<const double> in, std::span<double> out) {
        sums_.run(in, [to = out.data()](std::size_t at, std::size_t rows, auto prefixes, auto suffixes) {
            each(rows, [prefix = prefixes[0], suffix = suffixes[0], sum = to + at](std::size_t i)
                           CT_LOOP { sum[i] = prefix[i] + suffix[i]; });
        });
    }

    template <class Archive>
    void state(Archive& archive) {
        archive(sums_);
    }

  private:
    BlockSums<PlainSum> sums_;
};

}  // namespace ct::indicators
