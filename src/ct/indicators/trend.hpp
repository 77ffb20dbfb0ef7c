#pragma once

#include <algorithm>
#include <cstddef>
#include <span>

#include "ct/indicators/atr.hpp"
#include "ct/indicators/change.hpp"
#include "ct/indicators/column_sums.hpp"
#include "ct/indicators/delay.hpp"
#include "ct/indicators/ema.hpp"
#include "ct/indicators/history.hpp"
#include "ct/indicators/kernel.hpp"
#include "ct/indicators/lead_in.hpp"
#include "ct/indicators/linear_regression.hpp"
#include "ct/indicators/previous.hpp"
#include "ct/indicators/range.hpp"
#include "ct/indicators/running_sum.hpp"
#include "ct/indicators/sma.hpp"
#include "ct/indicators/style.hpp"
#include "ct/indicators/true_range.hpp"
#include "ct/indicators/window_sum.hpp"
#include "ct/indicators/wma.hpp"

namespace ct::indicators {

// Small oscillators of one or two stages.

/// Coppock's curve: a weighted average of two rates of change.
class Coppock {
  public:
    /// Requires: 1 <= all periods <= kMaxPeriod.
    Coppock(std::size_t average, std::size_t first, std::size_t second)
        : first_(first), second_(second), average_(average) {}
    [[nodiscard]] std::size_t lead_in() const {
        return std::max(first_.lead_in(), second_.lead_in()) + average_.lead_in();
    }
    void run(std::span<const double> in, std::span<double> out);
    template <class Archive>
    void state(Archive& archive) {
        archive(first_, second_, average_);
    }

  private:
    Change<RateOfChange> first_;
    Change<RateOfChange> second_;
    Wma average_;
};

/// Detrended price oscillator: the value of period / 2 + 1 rows ago less the moving average; or, as backtrader, the
/// value less the moving average of period / 2 - 1 rows ago.
class DetrendedPrice {
  public:
    /// Requires: 1 <= period <= kMaxPeriod.
    explicit DetrendedPrice(std::size_t period, Style style = Style::kTaLib);
    [[nodiscard]] std::size_t lead_in() const;
    void run(std::span<const double> in, std::span<double> out);
    template <class Archive>
    void state(Archive& archive) {
        archive(delay_, mean_);
    }

  private:
    Style style_;
    Delay delay_;
    Sma mean_;
};

/// Johnson's pretty good oscillator: the close's distance from its mean in average true ranges.
class PrettyGood {
  public:
    static constexpr std::size_t kInputs = 3;
    static constexpr std::size_t kLines = 1;

    /// Requires: 1 <= period <= kMaxPeriod.
    explicit PrettyGood(std::size_t period) : mean_(period), range_(period) {}
    [[nodiscard]] std::size_t lead_in() const { return range_.lead_in(); }
    /// Continues the series: inputs high, low, close.
    void run(Inputs<3> in, Lines<1> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(mean_, range_);
    }

  private:
    Sma mean_;
    Atr range_;
};

/// Kaufman's efficiency ratio: the way from the value of `period` ago over the sum of all steps, 0 to 1; 1 where
/// nothing moves.
class EfficiencyRatio {
  public:
    /// Requires: 1 <= period <= kMaxPeriod.
    explicit EfficiencyRatio(std::size_t period) : delay_(period), steps_(period) {}
    [[nodiscard]] std::size_t lead_in() const { return delay_.lead_in(); }
    void run(std::span<const double> in, std::span<double> out);
    template <class Archive>
    void state(Archive& archive) {
        archive(before_, delay_, steps_);
    }

  private:
    Previous before_;
    Delay delay_;
    WindowSum steps_;
};

/// Elder's ray: the high and the low less an exponential average of the close.
class ElderRay {
  public:
    static constexpr std::size_t kInputs = 3;
    static constexpr std::size_t kLines = 2;
    /// Requires: 1 <= period <= kMaxPeriod.
    explicit ElderRay(std::size_t period) : average_(period) {}
    [[nodiscard]] std::size_t lead_in() const { return average_.lead_in(); }
    /// Continues the series: inputs high, low, close; lines bull power, bear power.
    void run(Inputs<3> in, Lines<2> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(average_);
    }

  private:
    Ema average_;
};

/// Chande's forecast oscillator: how far, in percent, the value lies above what the line of least squares through the
/// `period` values before it had forecast.
class ForecastOscillator {
  public:
    /// Requires: 2 <= period <= kMaxPeriod.
    explicit ForecastOscillator(std::size_t period) : line_(period, RegressionPart::kForecast) {}
    [[nodiscard]] std::size_t lead_in() const { return line_.lead_in() + 1; }
    void run(std::span<const double> in, std::span<double> out);
    template <class Archive>
    void state(Archive& archive) {
        archive(line_, before_);
    }

  private:
    LinearRegression line_;
    Previous before_;
};

/// Chande's qstick: the mean of close less open.
class Qstick {
  public:
    static constexpr std::size_t kInputs = 2;
    static constexpr std::size_t kLines = 1;
    /// Requires: 1 <= period <= kMaxPeriod.
    explicit Qstick(std::size_t period) : mean_(period) {}
    [[nodiscard]] std::size_t lead_in() const { return mean_.lead_in(); }
    /// Continues the series: inputs open, close.
    void run(Inputs<2> in, Lines<1> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(mean_);
    }

  private:
    Sma mean_;
};

/// Vertical horizontal filter: the range of the last `period` closes over the sum of the last `period` steps.
class VerticalHorizontal {
  public:
    /// Requires: 1 <= period <= kMaxPeriod.
    explicit VerticalHorizontal(std::size_t period) : range_(period), steps_(period) {}
    [[nodiscard]] std::size_t lead_in() const { return steps_.lead_in() + 1; }
    void run(std::span<const double> in, std::span<double> out);
    template <class Archive>
    void state(Archive& archive) {
        archive(before_, range_, steps_);
    }

  private:
    Previous before_;
    Range range_;
    WindowSum steps_;
};

/// Vortex: how far highs lie from the lows before them, and lows from the highs before them, over the true range.
class Vortex {
  public:
    static constexpr std::size_t kInputs = 3;
    static constexpr std::size_t kLines = 2;
    /// Requires: 1 <= period <= kMaxPeriod.
    explicit Vortex(std::size_t period) : window_(period) {}
    [[nodiscard]] std::size_t lead_in() const { return window_.lead_in() + 1; }
    /// Continues the series: inputs high, low, close; lines plus, minus.
    void run(Inputs<3> in, Lines<2> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(high_, low_, range_, window_);
    }

  private:
    Previous high_;
    Previous low_;
    TrueRange range_;
    ColumnSums<3> window_;
};

/// Williams' accumulation/distribution: the running sum of how far the close lies above the true low where it rises,
/// and below the true high where it falls.
class WilliamsAccumulation {
  public:
    static constexpr std::size_t kInputs = 3;
    static constexpr std::size_t kLines = 1;
    [[nodiscard]] static std::size_t lead_in() { return 0; }
    /// Continues the series: inputs high, low, close.
    void run(Inputs<3> in, Lines<1> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(close_, sum_);
    }

  private:
    Previous close_;
    RunningSum sum_;
};

/// Williams' awesome oscillator: a fast mean of the middles of bars less a slow one.
class AwesomeOscillator {
  public:
    static constexpr std::size_t kInputs = 2;
    static constexpr std::size_t kLines = 1;
    /// Requires: 1 <= fast, slow <= kMaxPeriod.
    AwesomeOscillator(std::size_t fast, std::size_t slow) : fast_(fast), slow_(slow) {}
    [[nodiscard]] std::size_t lead_in() const { return std::max(fast_.lead_in(), slow_.lead_in()); }
    /// Continues the series: inputs high, low.
    void run(Inputs<2> in, Lines<1> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(fast_, slow_);
    }

  private:
    Sma fast_;
    Sma slow_;
};

/// Williams' acceleration oscillator: the awesome oscillator less its mean.
class AccelerationOscillator {
  public:
    static constexpr std::size_t kInputs = 2;
    static constexpr std::size_t kLines = 1;
    /// Requires: 1 <= all periods <= kMaxPeriod.
    AccelerationOscillator(std::size_t fast, std::size_t slow, std::size_t signal)
        : awesome_(fast, slow), mean_(signal) {}
    [[nodiscard]] std::size_t lead_in() const { return awesome_.lead_in() + mean_.lead_in(); }
    void run(Inputs<2> in, Lines<1> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(awesome_, mean_);
    }

  private:
    AwesomeOscillator awesome_;
    Sma mean_;
};

/// Williams' fractals: 100 where the bar of `right` rows ago has a high above, or a low below, all of the `left` before
/// and the `right` after it.
class Fractal {
  public:
    static constexpr std::size_t kInputs = 2;
    static constexpr std::size_t kLines = 2;
    /// Requires: 1 <= left, right; left + right < kMaxPeriod.
    Fractal(std::size_t left, std::size_t right);
    [[nodiscard]] std::size_t lead_in() const { return left_ + right_; }
    /// Continues the series: inputs high, low; lines high, low.
    void run(Inputs<2> in, Lines<2> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(high_, low_, blank_);
    }

  private:
    std::size_t left_;
    std::size_t right_;
    History high_;
    History low_;
    LeadIn blank_;
};

/// Mean of high less low.
class AverageDailyRange {
  public:
    static constexpr std::size_t kInputs = 2;
    static constexpr std::size_t kLines = 1;
    /// Requires: 1 <= period <= kMaxPeriod.
    explicit AverageDailyRange(std::size_t period) : mean_(period) {}
    [[nodiscard]] std::size_t lead_in() const { return mean_.lead_in(); }
    /// Continues the series: inputs high, low.
    void run(Inputs<2> in, Lines<1> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(mean_);
    }

  private:
    Sma mean_;
};

/// Chaikin's volatility: the rate of change, in percent, of an exponential average of high less low.
class ChaikinVolatility {
  public:
    static constexpr std::size_t kInputs = 2;
    static constexpr std::size_t kLines = 1;
    /// Requires: 1 <= both periods <= kMaxPeriod.
    ChaikinVolatility(std::size_t period, std::size_t change) : average_(period), change_(change) {}
    [[nodiscard]] std::size_t lead_in() const { return average_.lead_in() + change_.lead_in(); }
    void run(Inputs<2> in, Lines<1> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(average_, change_);
    }

  private:
    Ema average_;
    Change<RateOfChange> change_;
};

/// Dorsey's mass index: the sum of an average of high less low over an average of that average, 1 where all are flat.
class MassIndex {
  public:
    static constexpr std::size_t kInputs = 2;
    static constexpr std::size_t kLines = 1;
    /// Requires: 1 <= both periods <= kMaxPeriod.
    MassIndex(std::size_t average, std::size_t sum) : once_(average), twice_(average), sum_(sum) {}
    [[nodiscard]] std::size_t lead_in() const { return 2 * once_.lead_in() + sum_.lead_in(); }
    void run(Inputs<2> in, Lines<1> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(once_, twice_, sum_);
    }

  private:
    Ema once_;
    Ema twice_;
    WindowSum sum_;
};

}  // namespace ct::indicators
