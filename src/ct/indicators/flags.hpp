#pragma once

#include <cstddef>
#include <span>

#include "ct/core/simd.hpp"
#include "ct/indicators/folds.hpp"
#include "ct/indicators/kernel.hpp"
#include "ct/indicators/window.hpp"

namespace ct::indicators {

// What windows tell of values that say yes (anything but 0) or no.

/// 1 where all of the last `period` values are other than 0 (the lowest of their flags is 1), or, with the highest,
/// where any is; else 0.
template <class Fold>
class FlagWindow {
  public:
    /// Requires: 1 <= period <= kMaxPeriod.
    explicit FlagWindow(std::size_t period) : window_(period) {}
    [[nodiscard]] std::size_t lead_in() const { return window_.lead_in(); }
    void run(std::span<const double> in, std::span<double> out) {
        Block flags;
        in_blocks(in.size(), [&](std::size_t at, std::size_t rows) {
            each(rows, [values = in.data() + at, flag = flags.data()](std::size_t i) CT_LOOP {
                flag[i] = values[i] != values[i] ? values[i] : values[i] == 0 ? 0.0 : 1.0;
            });
            window_.run({flags.data()}, rows, [&](std::size_t first, std::size_t count, auto parts) {
                copy_rows(parts[0], count, out.data() + at + first);
            });
        });
    }
    template <class Archive>
    void state(Archive& archive) {
        archive(window_);
    }

  private:
    Window<Fold> window_;
};

using AllOf = FlagWindow<LowestFold>;
using AnyOf = FlagWindow<HighestFold>;

}  // namespace ct::indicators
