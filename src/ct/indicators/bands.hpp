#pragma once

#include <cstddef>
#include <utility>

#include "ct/indicators/atr.hpp"
#include "ct/indicators/average.hpp"
#include "ct/indicators/ema.hpp"
#include "ct/indicators/kernel.hpp"
#include "ct/indicators/late.hpp"
#include "ct/indicators/lead_in.hpp"
#include "ct/indicators/sma.hpp"
#include "ct/indicators/standard_deviation.hpp"
#include "ct/indicators/variance.hpp"

namespace ct::indicators {

/// Bollinger's bands: a moving average, and so many standard deviations of the window above and below it.
class BollingerBands {
  public:
    static constexpr std::size_t kInputs = 1;
    static constexpr std::size_t kLines = 3;

    /// Requires: 1 <= period <= kMaxPeriod.
    BollingerBands(std::size_t period, double up, double down, AverageKind kind = AverageKind::kSma,
                   Deviation deviation = Deviation::kPopulation);
    [[nodiscard]] std::size_t lead_in() const { return lead_in_.rows(); }
    /// Continues the series: lines upper, middle, lower.
    void run(Inputs<1> in, Lines<3> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(average_, deviation_, lead_in_);
    }

  private:
    Average average_;
    StandardDeviation deviation_;
    double up_;
    double down_;
    LeadIn lead_in_;
};

/// The same with a fourth line: where the value lies between the lower band (0) and the upper one (1); half way where
/// they are one.
class BollingerPercent {
  public:
    static constexpr std::size_t kInputs = 1;
    static constexpr std::size_t kLines = 4;

    /// Requires: 1 <= period <= kMaxPeriod.
    BollingerPercent(std::size_t period, double width, AverageKind kind) : bands_(period, width, width, kind) {}
    [[nodiscard]] std::size_t lead_in() const { return bands_.lead_in(); }
    /// Continues the series: lines upper, middle, lower, place.
    void run(Inputs<1> in, Lines<4> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(bands_);
    }

  private:
    BollingerBands bands_;
};

/// Headley's acceleration bands: averages of the high and the low, each moved away by the width of its bar.
class AccelerationBands {
  public:
    static constexpr std::size_t kInputs = 3;
    static constexpr std::size_t kLines = 3;

    /// Requires: 1 <= period <= kMaxPeriod.
    explicit AccelerationBands(std::size_t period) : upper_(period), middle_(period), lower_(period) {}
    [[nodiscard]] std::size_t lead_in() const { return middle_.lead_in(); }
    /// Continues the series: inputs high, low, close; lines upper, middle, lower.
    void run(Inputs<3> in, Lines<3> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(upper_, middle_, lower_);
    }

  private:
    Sma upper_;
    Sma middle_;
    Sma lower_;
};

/// Keltner's channel: an exponential average of the typical price, and so many average true ranges above and below it.
/// Both averages begin together.
class KeltnerChannel {
  public:
    static constexpr std::size_t kInputs = 3;
    static constexpr std::size_t kLines = 3;

    /// Requires: 1 <= both periods <= kMaxPeriod.
    KeltnerChannel(std::size_t period, std::size_t range_period, double width)
        : KeltnerChannel(start_together(Ema(period), Atr(range_period)), width) {}
    [[nodiscard]] std::size_t lead_in() const { return average_.lead_in(); }
    /// Continues the series: inputs high, low, close; lines upper, middle, lower.
    void run(Inputs<3> in, Lines<3> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(average_, range_);
    }

  private:
    KeltnerChannel(const std::pair<Late<Ema>, Late<Atr>>& averages, double width)
        : average_(averages.first), range_(averages.second), width_(width) {}

    Late<Ema> average_;
    Late<Atr> range_;
    double width_;
};

}  // namespace ct::indicators
