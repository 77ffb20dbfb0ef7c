#pragma once

#include <cstddef>

#include "ct/indicators/average.hpp"
#include "ct/indicators/ema.hpp"
#include "ct/indicators/kernel.hpp"
#include "ct/indicators/late.hpp"
#include "ct/indicators/lead_in.hpp"
#include "ct/indicators/style.hpp"

namespace ct::indicators {

/// Appel's moving average convergence divergence: a fast average less a slow one, an average of that as its signal, and
/// the difference of both. Averages of the kind that is asked for, or exponential ones.
template <class Line>
class MacdOf {
  public:
    static constexpr std::size_t kInputs = 1;
    static constexpr std::size_t kLines = 3;

    /// As TA-Lib the fast and the slow average begin together, as backtrader each as soon as it can.
    MacdOf(Line fast, Line slow, Line signal, Style style = Style::kTaLib);

    [[nodiscard]] std::size_t lead_in() const { return lead_in_.rows(); }

    /// Continues the series: lines macd, signal, histogram.
    void run(Inputs<1> in, Lines<3> out, std::size_t rows);

    template <class Archive>
    void state(Archive& archive) {
        archive(fast_, slow_, signal_, lead_in_);
    }

  private:
    Late<Line> fast_;
    Late<Line> slow_;
    Line signal_;
    LeadIn lead_in_;
};

/// With exponential averages. (G. Appel, 1979.)
class Macd : public MacdOf<Ema> {
  public:
    /// Requires: 1 <= all periods <= kMaxPeriod. The shorter of fast and slow is the fast one.
    explicit Macd(std::size_t fast = 12, std::size_t slow = 26, std::size_t signal = 9, Style style = Style::kTaLib);
    /// With the weights 0.15 and 0.075 that Appel rounded to, for 12 and 26.
    static Macd fixed(std::size_t signal);

  private:
    using MacdOf<Ema>::MacdOf;
};

/// With averages of any kind.
class MacdExt : public MacdOf<Average> {
  public:
    MacdExt(std::size_t fast, AverageKind fast_kind, std::size_t slow, AverageKind slow_kind, std::size_t signal,
            AverageKind signal_kind);
};

}  // namespace ct::indicators
