#pragma once

#include <cstddef>
#include <span>
#include <utility>

#include "ct/core/simd.hpp"
#include "ct/indicators/kernel.hpp"

namespace ct::indicators {

/// The value itself, for what goes around averages.
class Unsmoothed {
  public:
    [[nodiscard]] static std::size_t lead_in() { return 0; }
    static void run(std::span<const double> in, std::span<double> out) { copy_rows(in.data(), in.size(), out.data()); }
    template <class Archive>
    void state(Archive& /*archive*/) {}
};

/// An average, and lines so many percent above and below it.
template <class Average>
class Envelope {
  public:
    static constexpr std::size_t kInputs = 1;
    static constexpr std::size_t kLines = 3;

    Envelope(Average average, double percent)
        : average_(std::move(average)), up_(1.0 + percent / 100.0), down_(1.0 - percent / 100.0) {}
    [[nodiscard]] std::size_t lead_in() const { return average_.lead_in(); }
    /// Continues the series: lines average, upper, lower.
    void run(Inputs<1> in, Lines<3> out, std::size_t rows) {
        average_.run({in[0], rows}, {out[0], rows});
        each(rows, [=, up = up_, down = down_](std::size_t i) CT_LOOP {
            out[1][i] = out[0][i] * up;
            out[2][i] = out[0][i] * down;
        });
    }
    template <class Archive>
    void state(Archive& archive) {
        archive(average_);
    }

  private:
    Average average_;
    double up_;
    double down_;
};

/// How far the value lies above an average.
template <class Average>
class AverageOscillator {
  public:
    explicit AverageOscillator(Average average) : average_(std::move(average)) {}
    [[nodiscard]] std::size_t lead_in() const { return average_.lead_in(); }
    void run(std::span<const double> in, std::span<double> out) {
        average_.run(in, out);
        each(in.size(), [now = in.data(), line = out.data()](std::size_t i) CT_LOOP { line[i] = now[i] - line[i]; });
    }
    template <class Archive>
    void state(Archive& archive) {
        archive(average_);
    }

  private:
    Average average_;
};

}  // namespace ct::indicators
