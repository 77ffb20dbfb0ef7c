#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "ct/indicators/average.hpp"
#include "ct/indicators/change.hpp"
#include "ct/indicators/ema.hpp"
#include "ct/indicators/kernel.hpp"
#include "ct/indicators/lead_in.hpp"
#include "ct/indicators/sma.hpp"
#include "ct/indicators/trix.hpp"

namespace ct::indicators {

// Oscillators that come with a smoothed signal. All lines begin with the signal.

/// The rate of change of a triple smoothed average, and an exponential average of it.
class TrixSignal {
  public:
    static constexpr std::size_t kInputs = 1;
    static constexpr std::size_t kLines = 2;

    /// Requires: 1 <= both periods <= kMaxPeriod.
    TrixSignal(std::size_t period, std::size_t signal)
        : trix_(period), signal_(signal), lead_in_(trix_.lead_in() + signal_.lead_in()) {}
    [[nodiscard]] std::size_t lead_in() const { return lead_in_.rows(); }
    /// Continues the series: lines trix, signal.
    void run(Inputs<1> in, Lines<2> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(trix_, signal_, lead_in_);
    }

  private:
    Trix trix_;
    Ema signal_;
    LeadIn lead_in_;
};

/// What the difference of two averages is a percentage of.
enum class PercentOf : std::uint8_t { kSlow, kFast };

/// A fast average less a slow one in percent of one of them, its signal, and their difference.
class PercentagePriceOscillator {
  public:
    static constexpr std::size_t kInputs = 1;
    static constexpr std::size_t kLines = 3;

    /// Requires: 1 <= all periods <= kMaxPeriod.
    PercentagePriceOscillator(std::size_t fast, std::size_t slow, std::size_t signal, AverageKind kind, PercentOf of);
    [[nodiscard]] std::size_t lead_in() const { return lead_in_.rows(); }
    /// Continues the series: lines ppo, signal, histogram.
    void run(Inputs<1> in, Lines<3> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(fast_, slow_, signal_, lead_in_);
    }

  private:
    PercentOf of_;
    Average fast_;
    Average slow_;
    Average signal_;
    LeadIn lead_in_;
};

/// Pring's know sure thing: the weighted sum of four smoothed rates of change, and its signal.
class KnowSureThing {
  public:
    static constexpr std::size_t kInputs = 1;
    static constexpr std::size_t kLines = 2;
    static constexpr std::size_t kRates = 4;

    struct Rate {
        std::size_t change = 1;  ///< rows
        std::size_t average = 1;
        double weight = 1;
    };

    /// Requires: 1 <= all periods <= kMaxPeriod.
    KnowSureThing(const std::array<Rate, kRates>& rates, std::size_t signal);
    [[nodiscard]] std::size_t lead_in() const { return lead_in_.rows(); }
    /// Continues the series: lines kst, signal.
    void run(Inputs<1> in, Lines<2> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(changes_, averages_, signal_, lead_in_);
    }

  private:
    std::array<double, kRates> weights_;
    std::array<Change<RateOfChange>, kRates> changes_;
    std::array<Sma, kRates> averages_;
    Sma signal_;
    LeadIn lead_in_;
};

}  // namespace ct::indicators
