#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "ct/core/simd.hpp"
#include "ct/indicators/folds.hpp"
#include "ct/indicators/kernel.hpp"
#include "ct/indicators/window.hpp"

namespace ct::indicators {

// What windows tell of values that say yes (anything but 0) or no, and where their extremes lie.

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

enum class Extreme : std::uint8_t { kHighest, kLowest };

/// An extreme and its row; of equals the newest, or else the oldest. A NaN is the extreme of whatever it is compared
/// with.
template <Extreme Which, bool Newest>
struct ExtremeRowFold {
    static constexpr std::size_t kInputs = 1;
    static constexpr std::size_t kParts = 2;
    static constexpr bool kIdempotent = true;
    using Parts = std::array<double, kParts>;

    static double extra(double row) { return row; }
    struct Merge {
        Merge(double /*older*/, double /*newer*/) {}
        Parts operator()(const Parts& a, const Parts& b) const {
            const bool beyond = Which == Extreme::kHighest ? b[0] > a[0] : b[0] < a[0];
            // Without short cuts, which a vector cannot take.
            const unsigned newer = unsigned{beyond} | unsigned{Newest && b[0] == a[0]} | unsigned{b[0] != b[0]};
            return {newer != 0 ? b[0] : a[0], newer != 0 ? b[1] : a[1]};
        }
    };
};

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
