#pragma once

#include <array>
#include <cstddef>
#include <span>

#include "ct/indicators/column_sums.hpp"
#include "ct/indicators/ema.hpp"
#include "ct/indicators/kernel.hpp"
#include "ct/indicators/previous.hpp"
#include "ct/indicators/standard_deviation.hpp"

namespace ct::indicators {

// Oscillators that weigh rises against falls.

/// Intraday momentum index: of the bodies of the last candles, the share of the rising ones, 0 to 100; 50 where there
/// are none.
class IntradayMomentum {
  public:
    static constexpr std::size_t kInputs = 2;
    static constexpr std::size_t kLines = 1;
    /// Requires: 1 <= period <= kMaxPeriod.
    explicit IntradayMomentum(std::size_t period) : window_(period) {}
    [[nodiscard]] std::size_t lead_in() const { return window_.lead_in(); }
    /// Continues the series: inputs open, close.
    void run(Inputs<2> in, Lines<1> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(window_);
    }

  private:
    ColumnSums<2> window_;  ///< of rising, of falling bodies
};

/// Chande's momentum oscillator with plain sums of the last `period` changes: rises less falls over both, -100 to 100.
class ChandeMomentum {
  public:
    /// Requires: 1 <= period <= kMaxPeriod.
    explicit ChandeMomentum(std::size_t period) : window_(period) {}
    [[nodiscard]] std::size_t lead_in() const { return window_.lead_in() + 1; }
    void run(std::span<const double> in, std::span<double> out);
    template <class Archive>
    void state(Archive& archive) {
        archive(before_, window_);
    }

  private:
    Previous before_;
    ColumnSums<2> window_;  ///< of changes, of their sizes
};

/// Dorsey's relative volatility index: a strength index of the standard deviation, counted as a rise where the price
/// rises and as a fall where it falls, 0 to 100; 50 where nothing ever moved.
class RelativeVolatility {
  public:
    /// Requires: 1 <= both periods <= kMaxPeriod.
    RelativeVolatility(std::size_t period, std::size_t deviation_period)
        : deviation_(deviation_period), up_(Ema::wilder(period)), down_(Ema::wilder(period)) {}
    [[nodiscard]] std::size_t lead_in() const;
    void run(std::span<const double> in, std::span<double> out);
    template <class Archive>
    void state(Archive& archive) {
        archive(before_, deviation_, up_, down_);
    }

  private:
    Previous before_;
    StandardDeviation deviation_;
    Ema up_;
    Ema down_;
};

/// Blau's true strength index: the change smoothed twice, over its size smoothed twice, -100 to 100.
class TrueStrength {
  public:
    /// Requires: 1 <= both periods <= kMaxPeriod.
    TrueStrength(std::size_t first, std::size_t second)
        : change_{Ema(first), Ema(second)}, size_{Ema(first), Ema(second)} {}
    [[nodiscard]] std::size_t lead_in() const { return change_[0].lead_in() + change_[1].lead_in() + 1; }
    void run(std::span<const double> in, std::span<double> out);
    template <class Archive>
    void state(Archive& archive) {
        archive(before_, change_, size_);
    }

  private:
    Previous before_;
    std::array<Ema, 2> change_;
    std::array<Ema, 2> size_;
};

}  // namespace ct::indicators
