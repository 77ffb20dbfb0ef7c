#pragma once

#include <cstddef>

#include "ct/indicators/kernel.hpp"

namespace ct::indicators {

/// How fast a parabolic stop follows: the share of the way to the extreme price that it goes a row.
struct Acceleration {
    double initial = 0.02;
    double step = 0.02;  ///< more at each new extreme
    double max = 0.2;
};

/// Wilder's parabolic stop and reverse. The first row is consumed: the direction of the second is up unless its low
/// fell further than its high rose, and its stop is the first row's low, or high. (New Concepts in Technical Trading
/// Systems, 1978; start as TA-Lib.)
class ParabolicSar {
  public:
    static constexpr std::size_t kInputs = 2;
    static constexpr std::size_t kLines = 1;

    /// The same acceleration both ways.
    explicit ParabolicSar(double step = 0.02, double max = 0.2)
        : ParabolicSar({step, step, max}, {step, step, max}, 0, 0, false) {}
    /// `start` above 0 begins long at that stop, below 0 short. At a reversal the stop moves by `offset` of itself away
    /// from the price. A signed line is negative while short. Accelerations above their maximum are cut to it.
    ParabolicSar(Acceleration rising, Acceleration falling, double start, double offset, bool is_signed);

    [[nodiscard]] static std::size_t lead_in() { return 1; }

    /// Continues the series: inputs high, low.
    void run(Inputs<2> in, Lines<1> out, std::size_t rows);

    template <class Archive>
    void state(Archive& archive) {
        archive(rows_, side_, high_, low_, extreme_, stop_, pace_);
    }

  private:
    double next(double high, double low);
    void begin(double high, double low);
    double step(double high, double low);
    [[nodiscard]] const Acceleration& acceleration() const { return side_ > 0 ? rising_ : falling_; }

    Acceleration rising_;
    Acceleration falling_;
    double start_;
    double offset_;
    bool signed_;

    std::size_t rows_ = 0;  ///< at most 2
    double high_ = 0;       ///< of the row before
    double low_ = 0;
    double side_ = 1;     ///< 1 while long, -1 while short
    double extreme_ = 0;  ///< times the side, as the stop
    double stop_ = 0;
    double pace_ = 0;
};

}  // namespace ct::indicators
