#pragma once

#include <cstddef>
#include <span>

#include "ct/core/simd.hpp"
#include "ct/indicators/folds.hpp"
#include "ct/indicators/kernel.hpp"
#include "ct/indicators/window.hpp"

namespace ct::indicators {

/// How many rows ago the extreme of the last `period` values was; of equals the newest, or else the oldest.
template <Extreme Which, bool Newest>
class ExtremeAge {
  public:
    /// Requires: 1 <= period <= kMaxPeriod.
    explicit ExtremeAge(std::size_t period) : window_(period) {}
    [[nodiscard]] std::size_t lead_in() const { return window_.lead_in(); }
    void run(std::span<const double> in, std::span<double> out) {
        window_.run({in.data()}, in.size(), [&](std::size_t at, std::size_t rows, auto parts) {
            each(rows, [=, first = row_, line = out.data() + at](std::size_t i) CT_LOOP {
                const double row = first + static_cast<double>(static_cast<int>(i));
                line[i] = parts[0][i] != parts[0][i] ? kNan : row - parts[1][i];
            });
            row_ += static_cast<double>(rows);
        });
    }
    template <class Archive>
    void state(Archive& archive) {
        archive(row_, window_);
    }

  private:
    double row_ = 0;
    Window<ExtremeRowFold<Which, Newest>> window_;
};

}  // namespace ct::indicators
