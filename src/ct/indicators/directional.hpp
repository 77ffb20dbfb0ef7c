#pragma once

#include <cstddef>
#include <span>

#include "ct/indicators/delay.hpp"
#include "ct/indicators/kernel.hpp"
#include "ct/indicators/lead_in.hpp"
#include "ct/indicators/previous.hpp"
#include "ct/indicators/smoothing.hpp"
#include "ct/indicators/style.hpp"
#include "ct/indicators/true_range.hpp"

namespace ct::indicators {

// Wilder's directional movement system. (New Concepts in Technical Trading Systems, 1978.)

/// Wilder's running sum: it begins with the sum of the first period - 1 values as TA-Lib, or of the first `period` as
/// backtrader; from then on sum - sum / period + value. A period of 1 is the value itself. Leading NaNs delay the
/// start.
class WilderSum {
  public:
    explicit WilderSum(std::size_t period, Style style = Style::kTaLib);
    [[nodiscard]] std::size_t lead_in() const { return first_ - 1; }
    /// Continues the series; in and out may be the same.
    void run(std::span<const double> in, std::span<double> out);
    template <class Archive>
    void state(Archive& archive) {
        archive(seen_, sum_, smoothing_);
    }

  private:
    std::size_t first_;  ///< how many values it begins with
    std::size_t seen_ = 0;
    double sum_ = 0;
    Smoothing smoothing_;
};

/// The wider of the moves of high and low beyond those of the bar before, as a running sum: upward moves where the high
/// moved more, downward ones where the low did.
class DirectionalMovement {
  public:
    static constexpr std::size_t kInputs = 2;
    static constexpr std::size_t kLines = 2;

    /// Requires: 1 <= period <= kMaxPeriod.
    explicit DirectionalMovement(std::size_t period, Style style = Style::kTaLib)
        : plus_(period, style), minus_(period, style) {}
    [[nodiscard]] std::size_t lead_in() const { return plus_.lead_in() + 1; }
    /// Continues the series: inputs high, low; lines plus, minus.
    void run(Inputs<2> in, Lines<2> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(high_, low_, plus_, minus_);
    }

  private:
    Previous high_;
    Previous low_;
    WilderSum plus_;
    WilderSum minus_;
};

/// The directional indicators: movement as a share of the true range, 0 to 100.
class DirectionalIndicator {
  public:
    static constexpr std::size_t kInputs = 3;
    static constexpr std::size_t kLines = 2;

    /// Requires: 1 <= period <= kMaxPeriod.
    explicit DirectionalIndicator(std::size_t period, Style style = Style::kTaLib)
        : movement_(period, style), range_sum_(period, style), blank_(period) {}
    [[nodiscard]] std::size_t lead_in() const { return blank_.rows(); }
    /// Continues the series: inputs high, low, close; lines plus, minus.
    void run(Inputs<3> in, Lines<2> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(movement_, range_, range_sum_, blank_);
    }

  private:
    DirectionalMovement movement_;
    TrueRange range_;
    WilderSum range_sum_;
    LeadIn blank_;
};

/// The directional movement index: how far the two indicators are apart, 0 to 100. Where there is no movement at all it
/// keeps its last value.
class DirectionalIndex {
  public:
    static constexpr std::size_t kInputs = 3;
    static constexpr std::size_t kLines = 1;

    /// Requires: 1 <= period <= kMaxPeriod.
    explicit DirectionalIndex(std::size_t period) : indicator_(period) {}
    [[nodiscard]] std::size_t lead_in() const { return indicator_.lead_in(); }
    void run(Inputs<3> in, Lines<1> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(indicator_, last_);
    }

  private:
    DirectionalIndicator indicator_;
    double last_ = 0;
};

/// The average directional movement index: Wilder's average of the index. Rows without any movement leave it as it is.
class AverageDirectionalIndex {
  public:
    static constexpr std::size_t kInputs = 3;
    static constexpr std::size_t kLines = 1;

    /// Requires: 1 <= period <= kMaxPeriod.
    explicit AverageDirectionalIndex(std::size_t period, Style style = Style::kTaLib);
    [[nodiscard]] std::size_t lead_in() const { return indicator_.lead_in() + period_ - 1; }
    void run(Inputs<3> in, Lines<1> out, std::size_t rows);
    /// The same with the two indicators as lines 1 and 2, which begin earlier. Requires: lines that do not overlap.
    void run(Inputs<3> in, Lines<3> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(indicator_, seen_, sum_, average_, smoothing_);
    }

  private:
    void average(const double* index, std::size_t rows, double* out);

    std::size_t period_;
    DirectionalIndicator indicator_;
    std::size_t seen_ = 0;  ///< rows of the index, at most period
    double sum_ = 0;
    double average_ = 0;
    Smoothing smoothing_;
};

/// Its rating: the mean of the average index and the one of period - 1 rows ago, or, as backtrader, of `period` ago.
class DirectionalRating {
  public:
    static constexpr std::size_t kInputs = 3;
    static constexpr std::size_t kLines = 1;

    /// Requires: 1 <= period <= kMaxPeriod.
    explicit DirectionalRating(std::size_t period, Style style = Style::kTaLib)
        : average_(period, style), delay_(style == Style::kTaLib ? period - 1 : period) {}
    [[nodiscard]] std::size_t lead_in() const { return average_.lead_in() + delay_.lead_in(); }
    void run(Inputs<3> in, Lines<1> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(average_, delay_);
    }

  private:
    AverageDirectionalIndex average_;
    Delay delay_;
};

/// The average index with the two indicators that it compares. All begin with the average index.
class DirectionalMovementIndex {
  public:
    static constexpr std::size_t kInputs = 3;
    static constexpr std::size_t kLines = 3;

    /// Requires: 1 <= period <= kMaxPeriod.
    explicit DirectionalMovementIndex(std::size_t period, Style style = Style::kTaLib)
        : average_(period, style), blank_(average_.lead_in()) {}
    [[nodiscard]] std::size_t lead_in() const { return blank_.rows(); }
    /// Continues the series: inputs high, low, close; lines average index, plus, minus.
    void run(Inputs<3> in, Lines<3> out, std::size_t rows) {
        average_.run(in, out, rows);
        blank_.blank(out, rows);
    }
    template <class Archive>
    void state(Archive& archive) {
        archive(average_, blank_);
    }

  private:
    AverageDirectionalIndex average_;
    LeadIn blank_;
};

/// All of the system: average index, rating, indicators. All begin with the rating.
class DirectionalSystem {
  public:
    static constexpr std::size_t kInputs = 3;
    static constexpr std::size_t kLines = 4;

    /// Requires: 1 <= period <= kMaxPeriod.
    explicit DirectionalSystem(std::size_t period, Style style = Style::kTaLib)
        : average_(period, style),
          delay_(style == Style::kTaLib ? period - 1 : period),
          blank_(average_.lead_in() + delay_.lead_in()) {}
    [[nodiscard]] std::size_t lead_in() const { return blank_.rows(); }
    /// Continues the series: inputs high, low, close; lines average index, rating, plus, minus.
    void run(Inputs<3> in, Lines<4> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(average_, delay_, blank_);
    }

  private:
    AverageDirectionalIndex average_;
    Delay delay_;
    LeadIn blank_;
};

}  // namespace ct::indicators
