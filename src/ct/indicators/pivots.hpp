#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "ct/core/simd.hpp"
#include "ct/indicators/kernel.hpp"

namespace ct::indicators {

// Pivot points: levels for the next bar from the range of this one. Inputs open, high, low, close.

/// What a bar's middle is the mean of: high, low, close, and perhaps the open, or the close once more.
enum class PivotWeight : std::uint8_t { kNone, kOpen, kClose };

inline double pivot(PivotWeight weight, const Inputs<4>& in, std::size_t i) {
    const double sum = in[1][i] + in[2][i] + in[3][i];
    if (weight == PivotWeight::kNone) return sum / 3.0;
    return (sum + (weight == PivotWeight::kOpen ? in[0][i] : in[3][i])) / 4.0;
}

/// Two supports and two resistances.
class PivotPoint {
  public:
    static constexpr std::size_t kInputs = 4;
    static constexpr std::size_t kLines = 5;

    explicit PivotPoint(PivotWeight weight) : weight_(weight) {}
    [[nodiscard]] static std::size_t lead_in() { return 0; }
    /// Lines p, s1, s2, r1, r2.
    void run(Inputs<4> in, Lines<5> out, std::size_t rows) const {
        each(rows, [=, weight = weight_](std::size_t i) CT_LOOP {
            const double p = pivot(weight, in, i);
            const double range = in[1][i] - in[2][i];
            out[0][i] = p;
            out[1][i] = p * 2.0 - in[1][i];
            out[2][i] = p - range;
            out[3][i] = p * 2.0 - in[2][i];
            out[4][i] = p + range;
        });
    }
    template <class Archive>
    void state(Archive& /*archive*/) {}

  private:
    PivotWeight weight_;
};

/// Three supports and resistances at shares of the range.
class FibonacciPivot {
  public:
    static constexpr std::size_t kInputs = 4;
    static constexpr std::size_t kLines = 7;

    FibonacciPivot(PivotWeight weight, double first, double second, double third)
        : weight_(weight), levels_{first, second, third} {}
    [[nodiscard]] static std::size_t lead_in() { return 0; }
    /// Lines p, s1, s2, s3, r1, r2, r3.
    void run(Inputs<4> in, Lines<7> out, std::size_t rows) const {
        each(rows, [=, weight = weight_, levels = levels_](std::size_t i) CT_LOOP {
            const double p = pivot(weight, in, i);
            const double range = in[1][i] - in[2][i];
            out[0][i] = p;
            for (std::size_t k = 0; k < levels.size(); ++k) {
                out[1 + k][i] = p - levels[k] * range;
                out[4 + k][i] = p + levels[k] * range;
            }
        });
    }
    template <class Archive>
    void state(Archive& /*archive*/) {}

  private:
    PivotWeight weight_;
    std::array<double, 3> levels_;
};

/// DeMark's: the extreme on the side to which the bar closed counts twice, or the close where it closed as it opened.
class DemarkPivot {
  public:
    static constexpr std::size_t kInputs = 4;
    static constexpr std::size_t kLines = 3;

    [[nodiscard]] static std::size_t lead_in() { return 0; }
    /// Lines p, s1, r1.
    static void run(Inputs<4> in, Lines<3> out, std::size_t rows) {
        each(rows, [=](std::size_t i) CT_LOOP {
            const double open = in[0][i];
            const double high = in[1][i];
            const double low = in[2][i];
            const double close = in[3][i];
            const double twice = close < open ? low : close > open ? high : close;
            const double sum = high + low + close + twice;
            out[0][i] = sum / 4.0;
            out[1][i] = sum / 2.0 - high;
            out[2][i] = sum / 2.0 - low;
        });
    }
    template <class Archive>
    void state(Archive& /*archive*/) {}
};

}  // namespace ct::indicators
