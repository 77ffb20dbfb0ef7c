#pragma once

#include <array>
#include <cstddef>

#include "ct/indicators/average.hpp"
#include "ct/indicators/ema.hpp"
#include "ct/indicators/kernel.hpp"
#include "ct/indicators/lead_in.hpp"
#include "ct/indicators/range.hpp"
#include "ct/indicators/rsi.hpp"

namespace ct::indicators {

/// Where the close lies between the lowest low (0) and the highest high (100) of the last bars; 0 where they are equal.
class RawStochastic {
  public:
    static constexpr std::size_t kInputs = 3;
    static constexpr std::size_t kLines = 1;

    /// Requires: 1 <= period <= kMaxPeriod.
    explicit RawStochastic(std::size_t period) : range_(period) {}
    [[nodiscard]] std::size_t lead_in() const { return range_.lead_in(); }
    /// Continues the series: inputs high, low, close.
    void run(Inputs<3> in, Lines<1> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(range_);
    }

  private:
    Range range_;
};

/// Lane's stochastic: the raw one smoothed (%K), and that smoothed again (%D).
class Stochastic {
  public:
    static constexpr std::size_t kInputs = 3;
    static constexpr std::size_t kLines = 2;

    /// Requires: 1 <= all periods <= kMaxPeriod. A k_period of 1 leaves %K raw: the fast stochastic.
    Stochastic(std::size_t period, std::size_t k_period, AverageKind k_kind, std::size_t d_period, AverageKind d_kind);
    [[nodiscard]] std::size_t lead_in() const { return lead_in_.rows(); }
    /// Continues the series: inputs high, low, close; lines k, d.
    void run(Inputs<3> in, Lines<2> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(raw_, k_, d_, lead_in_);
    }

  private:
    RawStochastic raw_;
    Average k_;
    Average d_;
    LeadIn lead_in_;
};

/// The raw one, that smoothed, and that smoothed again.
class FullStochastic {
  public:
    static constexpr std::size_t kInputs = 3;
    static constexpr std::size_t kLines = 3;

    /// Requires: 1 <= all periods <= kMaxPeriod.
    FullStochastic(std::size_t period, std::size_t d_period, std::size_t slow_period, AverageKind kind);
    [[nodiscard]] std::size_t lead_in() const { return lead_in_.rows(); }
    /// Continues the series: inputs high, low, close; lines k, d, slow d.
    void run(Inputs<3> in, Lines<3> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(raw_, d_, slow_, lead_in_);
    }

  private:
    RawStochastic raw_;
    Average d_;
    Average slow_;
    LeadIn lead_in_;
};

/// Lane's stochastic with a third line, 3 k - 2 d.
class Kdj {
  public:
    static constexpr std::size_t kInputs = 3;
    static constexpr std::size_t kLines = 3;

    Kdj(std::size_t period, std::size_t k_period, AverageKind k_kind, std::size_t d_period, AverageKind d_kind)
        : stochastic_(period, k_period, kind_or(k_kind, AverageKind::kRma), d_period,
                      kind_or(d_kind, AverageKind::kRma)) {}
    [[nodiscard]] std::size_t lead_in() const { return stochastic_.lead_in(); }
    void run(Inputs<3> in, Lines<3> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(stochastic_);
    }

  private:
    Stochastic stochastic_;
};

/// The fast stochastic of the relative strength index.
class StochasticRsi {
  public:
    static constexpr std::size_t kInputs = 1;
    static constexpr std::size_t kLines = 2;

    StochasticRsi(std::size_t period, std::size_t k_period, std::size_t d_period, AverageKind d_kind)
        : rsi_(period),
          stochastic_(k_period, 1, AverageKind::kNone, d_period, d_kind),
          lead_in_(rsi_.lead_in() + stochastic_.lead_in()) {}
    [[nodiscard]] std::size_t lead_in() const { return lead_in_.rows(); }
    /// Continues the series: lines k, d.
    void run(Inputs<1> in, Lines<2> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(rsi_, stochastic_, lead_in_);
    }

  private:
    Rsi rsi_;
    Stochastic stochastic_;
    LeadIn lead_in_;
};

/// Williams' %R: how far the close lies below the highest high, -100 (at the lowest low) to 0.
class WilliamsR {
  public:
    static constexpr std::size_t kInputs = 3;
    static constexpr std::size_t kLines = 1;

    /// Requires: 1 <= period <= kMaxPeriod.
    explicit WilliamsR(std::size_t period) : range_(period) {}
    [[nodiscard]] std::size_t lead_in() const { return range_.lead_in(); }
    void run(Inputs<3> in, Lines<1> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(range_);
    }

  private:
    Range range_;
};

/// Stochastic momentum index: how far the close lies from the middle of the range, both smoothed twice, -100 to 100,
/// and a smoothed signal. (W. Blau, 1993.)
class StochasticMomentum {
  public:
    static constexpr std::size_t kInputs = 3;
    static constexpr std::size_t kLines = 2;

    StochasticMomentum(std::size_t period, std::size_t fast, std::size_t slow, std::size_t signal);
    [[nodiscard]] std::size_t lead_in() const { return lead_in_.rows(); }
    /// Continues the series: inputs high, low, close; lines smi, signal.
    void run(Inputs<3> in, Lines<2> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(range_, distance_, width_, signal_, lead_in_);
    }

  private:
    Range range_;
    std::array<Ema, 2> distance_;  ///< slow, then fast
    std::array<Ema, 2> width_;
    Ema signal_;
    LeadIn lead_in_;
};

}  // namespace ct::indicators
