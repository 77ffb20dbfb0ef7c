#pragma once

#include <algorithm>
#include <cstddef>
#include <span>

#include "ct/indicators/folds.hpp"
#include "ct/indicators/window.hpp"

namespace ct::indicators {

/// The sum of the last `period` values.
class WindowSum {
  public:
    /// Requires: 1 <= period <= kMaxPeriod.
    explicit WindowSum(std::size_t period) : window_(period) {}

    [[nodiscard]] std::size_t lead_in() const { return window_.lead_in(); }

    /// Continues the series; in and out may be the same.
    void run(std::span<const double> in, std::span<double> out) {
        window_.run({in.data()}, in.size(), [to = out.data()](std::size_t at, std::size_t rows, auto parts) {
            copy_rows(parts[0], rows, to + at);
        });
    }

    template <class Archive>
    void state(Archive& archive) {
        archive(window_);
    }

  private:
    Window<SumFold<1>> window_;
};

}  // namespace ct::indicators
