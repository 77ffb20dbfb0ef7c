#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

#include "ct/indicators/column_sums.hpp"
#include "ct/indicators/ema.hpp"
#include "ct/indicators/kernel.hpp"
#include "ct/indicators/previous.hpp"
#include "ct/indicators/running_sum.hpp"
#include "ct/indicators/sma.hpp"

namespace ct::indicators {

/// Chaikin's accumulation/distribution line: the running sum of volume weighed by where the close lies between low (-1)
/// and high (1).
class AccumulationDistribution {
  public:
    static constexpr std::size_t kInputs = 4;
    static constexpr std::size_t kLines = 1;
    [[nodiscard]] static std::size_t lead_in() { return 0; }
    /// Continues the series: inputs high, low, close, volume.
    void run(Inputs<4> in, Lines<1> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(sum_);
    }

  private:
    RunningSum sum_;
};

/// Chaikin's oscillator: a fast exponential average of that line less a slow one, both seeded with its first value.
class ChaikinOscillator {
  public:
    static constexpr std::size_t kInputs = 4;
    static constexpr std::size_t kLines = 1;
    /// Requires: 1 <= fast, slow <= kMaxPeriod.
    ChaikinOscillator(std::size_t fast, std::size_t slow) : fast_(fast, Seed::kFirst), slow_(slow, Seed::kFirst) {}
    [[nodiscard]] std::size_t lead_in() const { return std::max(fast_.lead_in(), slow_.lead_in()); }
    void run(Inputs<4> in, Lines<1> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(line_, fast_, slow_);
    }

  private:
    AccumulationDistribution line_;
    Ema fast_;
    Ema slow_;
};

/// Granville's on balance volume: the running sum of volume, added where the close rises, taken off where it falls. It
/// begins with the first volume.
class OnBalanceVolume {
  public:
    static constexpr std::size_t kInputs = 2;
    static constexpr std::size_t kLines = 1;
    [[nodiscard]] static std::size_t lead_in() { return 0; }
    /// Continues the series: inputs close, volume.
    void run(Inputs<2> in, Lines<1> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(close_, sum_);
    }

  private:
    Previous close_;
    RunningSum sum_;
};

/// Which rows a volume index follows.
enum class VolumeIndexKind : std::uint8_t {
    kNegative,  ///< those whose volume is less than the one before
    kPositive,  ///< more
};

/// Negative or positive volume index: from 1000 on it moves with the returns of the rows that it follows.
class VolumeIndex {
  public:
    static constexpr std::size_t kInputs = 2;
    static constexpr std::size_t kLines = 1;
    explicit VolumeIndex(VolumeIndexKind kind) : kind_(kind) {}
    [[nodiscard]] static std::size_t lead_in() { return 0; }
    /// Continues the series: inputs close, volume.
    void run(Inputs<2> in, Lines<1> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(close_, volume_, index_);
    }

  private:
    VolumeIndexKind kind_;
    Previous close_;
    Previous volume_;
    double index_ = 1000;
};

/// Price volume trend: the running sum of volume times the return; 0 at the first row.
class PriceVolumeTrend {
  public:
    static constexpr std::size_t kInputs = 2;
    static constexpr std::size_t kLines = 1;
    [[nodiscard]] static std::size_t lead_in() { return 0; }
    /// Continues the series: inputs close, volume.
    void run(Inputs<2> in, Lines<1> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(close_, sum_);
    }

  private:
    Previous close_;
    RunningSum sum_;
};

/// Elder's force index: an exponential average of the change of the close times the volume.
class ForceIndex {
  public:
    static constexpr std::size_t kInputs = 2;
    static constexpr std::size_t kLines = 1;
    /// Requires: 1 <= period <= kMaxPeriod.
    explicit ForceIndex(std::size_t period) : average_(period) {}
    [[nodiscard]] std::size_t lead_in() const { return average_.lead_in() + 1; }
    /// Continues the series: inputs close, volume.
    void run(Inputs<2> in, Lines<1> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(close_, average_);
    }

  private:
    Previous close_;
    Ema average_;
};

/// The volume over the mean of those of the `period` rows before.
class RelativeVolume {
  public:
    /// Requires: 1 <= period <= kMaxPeriod.
    explicit RelativeVolume(std::size_t period) : mean_(period) {}
    [[nodiscard]] std::size_t lead_in() const { return mean_.lead_in() + 1; }
    void run(std::span<const double> in, std::span<double> out);
    template <class Archive>
    void state(Archive& archive) {
        archive(mean_, before_);
    }

  private:
    Sma mean_;
    Previous before_;
};

/// Volume weighted average price since the first row, of the typical price; before anything is traded the typical
/// price.
class CumulativeVwap {
  public:
    static constexpr std::size_t kInputs = 4;
    static constexpr std::size_t kLines = 1;
    [[nodiscard]] static std::size_t lead_in() { return 0; }
    /// Continues the series: inputs high, low, close, volume.
    void run(Inputs<4> in, Lines<1> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(notional_, volume_);
    }

  private:
    RunningSum notional_;
    RunningSum volume_;
};

/// Volume weighted moving average of the last `period` rows.
class Vwma {
  public:
    static constexpr std::size_t kInputs = 2;
    static constexpr std::size_t kLines = 1;
    /// Requires: 1 <= period <= kMaxPeriod.
    explicit Vwma(std::size_t period) : window_(period) {}
    [[nodiscard]] std::size_t lead_in() const { return window_.lead_in(); }
    /// Continues the series: inputs close, volume.
    void run(Inputs<2> in, Lines<1> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(window_);
    }

  private:
    ColumnSums<2> window_;
};

/// Volume weighted average of the typical price of the last `period` rows.
class Vwap {
  public:
    static constexpr std::size_t kInputs = 4;
    static constexpr std::size_t kLines = 1;
    /// Requires: 1 <= period <= kMaxPeriod.
    explicit Vwap(std::size_t period) : average_(period) {}
    [[nodiscard]] std::size_t lead_in() const { return average_.lead_in(); }
    /// Continues the series: inputs high, low, close, volume.
    void run(Inputs<4> in, Lines<1> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(average_);
    }

  private:
    Vwma average_;
};

}  // namespace ct::indicators
