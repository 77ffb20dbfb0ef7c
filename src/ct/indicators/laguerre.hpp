#pragma once

#include <array>
#include <cstddef>
#include <span>

#include "ct/indicators/kernel.hpp"

namespace ct::indicators {

// Ehlers' Laguerre filter: four smoothed values, each of which lags the one before. (Time Warp - Without Space Travel,
// 2002.) All begin at 0, at row `period` - 1.

/// The four values, row by row.
class LaguerreValues {
  public:
    using Values = std::array<double, 4>;

    explicit LaguerreValues(double gamma) : gamma_(gamma) {}
    const Values& update(double value) {
        const Values old = values_;
        values_[0] = (1.0 - gamma_) * value + gamma_ * old[0];
        for (std::size_t k = 1; k < values_.size(); ++k)
            values_[k] = old[k - 1] - gamma_ * values_[k - 1] + gamma_ * old[k];
        return values_;
    }
    template <class Archive>
    void state(Archive& archive) {
        archive(values_);
    }

  private:
    double gamma_;
    Values values_{};
};

/// What a line makes of the four values: their weighted mean.
struct LaguerreMean {
    static double of(const LaguerreValues::Values& v) { return (v[0] + 2.0 * v[1] + 2.0 * v[2] + v[3]) / 6.0; }
};

/// The share of rises in the steps between them, 0 to 1; 1 where there are no steps.
struct LaguerreStrength {
    static double of(const LaguerreValues::Values& v) {
        double up = 0;
        double both = 0;
        for (std::size_t k = 0; k + 1 < v.size(); ++k) {
            const double step = v[k] - v[k + 1];
            up += step > 0 ? step : 0.0;
            both += step > 0 ? step : -step;
        }
        return both == 0 ? 1.0 : up / both;
    }
};

template <class Line>
class Laguerre {
  public:
    /// Requires: 1 <= period <= kMaxPeriod, 0 <= gamma < 1.
    Laguerre(std::size_t period, double gamma) : lead_in_(period - 1), values_(gamma) {}
    [[nodiscard]] std::size_t lead_in() const { return lead_in_; }
    void run(std::span<const double> in, std::span<double> out) {
        for (std::size_t i = 0; i < in.size(); ++i) {
            const bool begins = seen_ == lead_in_;
            if (!begins) ++seen_;
            out[i] = begins ? Line::of(values_.update(in[i])) : kNan;
        }
    }
    template <class Archive>
    void state(Archive& archive) {
        archive(seen_, values_);
    }

  private:
    std::size_t lead_in_;
    std::size_t seen_ = 0;  ///< at most the lead-in
    LaguerreValues values_;
};

using LaguerreFilter = Laguerre<LaguerreMean>;
using LaguerreRsi = Laguerre<LaguerreStrength>;

}  // namespace ct::indicators
