#pragma once

#include <cstddef>

#include "ct/core/maths_parts.hpp"
#include "ct/core/simd.hpp"
#include "ct/indicators/change.hpp"
#include "ct/indicators/kernel.hpp"
#include "ct/indicators/sma.hpp"
#include "ct/indicators/standard_deviation.hpp"

namespace ct::indicators {

/// How many percent a price lies above another: of one exchange above another, of a perpetual above spot.
CT_IN_LOOPS double premium(double price, double other) { return other == 0 ? 0.0 : (price - other) / other * 100.0; }

/// The funding rate of a perpetual, as a share, by the formula that exchanges share: the mean premium of the last rows,
/// pulled towards the interest rate by at most the cap.
class FundingRate {
  public:
    static constexpr std::size_t kInputs = 2;
    static constexpr std::size_t kLines = 1;

    /// Requires: 1 <= period <= kMaxPeriod, 0 <= cap.
    FundingRate(std::size_t period, double interest, double cap) : interest_(interest), cap_(cap), mean_(period) {}
    [[nodiscard]] std::size_t lead_in() const { return mean_.lead_in(); }
    /// Continues the series: inputs price of the perpetual, of the index.
    void run(Inputs<2> in, Lines<1> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(mean_);
    }

  private:
    double interest_;
    double cap_;
    Sma mean_;
};

/// Where a position that was opened at the price is liquidated.
class LiquidationLevels {
  public:
    static constexpr std::size_t kInputs = 1;
    static constexpr std::size_t kLines = 2;

    /// Requires: 1 <= leverage.
    LiquidationLevels(double leverage, double maintenance) : distance_(1.0 / leverage - maintenance) {}
    [[nodiscard]] static std::size_t lead_in() { return 0; }
    /// Continues the series: lines of a long, of a short position.
    void run(Inputs<1> in, Lines<2> out, std::size_t rows) const {
        each(rows, [=, distance = distance_](std::size_t i) CT_LOOP {
            out[0][i] = in[0][i] * (1.0 - distance);
            out[1][i] = in[0][i] * (1.0 + distance);
        });
    }
    template <class Archive>
    void state(Archive& /*archive*/) {}

  private:
    double distance_;
};

/// The deviation of the last `period` returns, in percent a year, and whether that is below, between or above two
/// levels: -1, 0, 1. Markets of coins never close, so that a year has as many bars as fit into it.
class CryptoVolatility {
  public:
    static constexpr std::size_t kInputs = 1;
    static constexpr std::size_t kLines = 2;

    /// Requires: 1 <= period <= kMaxPeriod, 0 < bars_a_year.
    CryptoVolatility(std::size_t period, double low, double high, double bars_a_year);
    [[nodiscard]] std::size_t lead_in() const { return deviation_.lead_in() + 1; }
    /// Continues the series: lines volatility, regime.
    void run(Inputs<1> in, Lines<2> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(returns_, deviation_);
    }

  private:
    double low_;
    double high_;
    Change<RateOfChangeShare> returns_;
    StandardDeviation deviation_;
};

}  // namespace ct::indicators
