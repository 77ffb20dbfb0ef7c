#pragma once

#include <cstddef>

#include "ct/indicators/extreme_age.hpp"
#include "ct/indicators/folds.hpp"
#include "ct/indicators/kernel.hpp"

namespace ct::indicators {

/// Chande's Aroon: how recently, of the last `period` rows, the lowest low and the highest high were seen: 100 is now,
/// 0 is `period` rows ago.
class Aroon {
  public:
    static constexpr std::size_t kInputs = 2;
    static constexpr std::size_t kLines = 2;

    /// Requires: 1 <= period < kMaxPeriod.
    explicit Aroon(std::size_t period) : period_(static_cast<double>(period)), low_(period + 1), high_(period + 1) {}
    [[nodiscard]] std::size_t lead_in() const { return low_.lead_in(); }
    /// Continues the series: inputs high, low; lines down, up.
    void run(Inputs<2> in, Lines<2> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(low_, high_);
    }

  private:
    double period_;
    ExtremeAge<Extreme::kLowest, true> low_;
    ExtremeAge<Extreme::kHighest, true> high_;
};

/// Aroon up less Aroon down, -100 to 100.
class AroonOscillator {
  public:
    static constexpr std::size_t kInputs = 2;
    static constexpr std::size_t kLines = 1;

    explicit AroonOscillator(std::size_t period) : aroon_(period) {}
    [[nodiscard]] std::size_t lead_in() const { return aroon_.lead_in(); }
    void run(Inputs<2> in, Lines<1> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(aroon_);
    }

  private:
    Aroon aroon_;
};

/// Both and their difference.
class AroonLines {
  public:
    static constexpr std::size_t kInputs = 2;
    static constexpr std::size_t kLines = 3;

    explicit AroonLines(std::size_t period) : aroon_(period) {}
    [[nodiscard]] std::size_t lead_in() const { return aroon_.lead_in(); }
    /// Continues the series: inputs high, low; lines up, down, oscillator.
    void run(Inputs<2> in, Lines<3> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(aroon_);
    }

  private:
    Aroon aroon_;
};

}  // namespace ct::indicators
