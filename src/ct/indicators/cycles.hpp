#pragma once

#include <cstddef>

#include "ct/indicators/hilbert.hpp"
#include "ct/indicators/history.hpp"
#include "ct/indicators/kernel.hpp"
#include "ct/indicators/lead_in.hpp"

namespace ct::indicators {

// What Ehlers reads from the Hilbert transform of a price, with TA-Lib's warm-up.

/// The period of the dominant cycle in rows.
class DominantPeriod {
  public:
    static constexpr std::size_t kInputs = 1;
    static constexpr std::size_t kLines = 1;
    explicit DominantPeriod(PriceSmoothing smoothing = PriceSmoothing::kExact);
    [[nodiscard]] std::size_t lead_in() const { return lead_in_.rows(); }
    void run(Inputs<1> in, Lines<1> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(transform_, lead_in_);
    }

  private:
    HilbertTransform transform_;
    LeadIn lead_in_;
};

/// The two parts of the transform: lines in phase, quadrature.
class Phasor {
  public:
    static constexpr std::size_t kInputs = 1;
    static constexpr std::size_t kLines = 2;
    explicit Phasor(PriceSmoothing smoothing = PriceSmoothing::kExact);
    [[nodiscard]] std::size_t lead_in() const { return lead_in_.rows(); }
    void run(Inputs<1> in, Lines<2> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(transform_, lead_in_);
    }

  private:
    HilbertTransform transform_;
    LeadIn lead_in_;
};

/// Where in the dominant cycle the price is, -45 to 315 degrees: the phase of its component of that period.
class DominantPhase {
  public:
    static constexpr std::size_t kInputs = 1;
    static constexpr std::size_t kLines = 1;
    explicit DominantPhase(PriceSmoothing smoothing = PriceSmoothing::kExact, bool with_mean = false);
    [[nodiscard]] std::size_t lead_in() const { return lead_in_.rows(); }
    void run(Inputs<1> in, Lines<1> out, std::size_t rows);
    /// The same for rows that fit a block, without the lead-in; returns what the transform found.
    HilbertTransform::Rows run_block(const double* price, std::size_t rows, double* phase);
    template <class Archive>
    void state(Archive& archive) {
        archive(transform_, phase_, lead_in_);
    }

  private:
    HilbertTransform transform_;
    double phase_ = 0;
    LeadIn lead_in_;
};

/// The sine of that phase, and of one 45 degrees later, which turns before it.
class PhaseSine {
  public:
    static constexpr std::size_t kInputs = 1;
    static constexpr std::size_t kLines = 2;
    explicit PhaseSine(PriceSmoothing smoothing = PriceSmoothing::kExact);
    [[nodiscard]] std::size_t lead_in() const { return lead_in_.rows(); }
    void run(Inputs<1> in, Lines<2> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(phase_, lead_in_);
    }

  private:
    DominantPhase phase_;
    LeadIn lead_in_;
};

/// The price without the dominant cycle: its mean over one, smoothed.
class CycleFreeMean {
  public:
    CycleFreeMean();
    /// Continues the series. Requires: rows <= kBlockRows.
    void run(const HilbertTransform::Rows& found, std::size_t rows, double* out);
    template <class Archive>
    void state(Archive& archive) {
        archive(means_);
    }

  private:
    History means_;
};

class InstantaneousTrendline {
  public:
    static constexpr std::size_t kInputs = 1;
    static constexpr std::size_t kLines = 1;
    explicit InstantaneousTrendline(PriceSmoothing smoothing = PriceSmoothing::kExact);
    [[nodiscard]] std::size_t lead_in() const { return lead_in_.rows(); }
    void run(Inputs<1> in, Lines<1> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(transform_, mean_, lead_in_);
    }

  private:
    HilbertTransform transform_;
    CycleFreeMean mean_;
    LeadIn lead_in_;
};

/// 1 in a trend, 0 in a cycle: there the sines cross, or the phase goes on at the period's pace, unless the price is
/// far from the trendline.
class TrendMode {
  public:
    static constexpr std::size_t kInputs = 1;
    static constexpr std::size_t kLines = 1;
    explicit TrendMode(PriceSmoothing smoothing = PriceSmoothing::kExact);
    [[nodiscard]] std::size_t lead_in() const { return lead_in_.rows(); }
    void run(Inputs<1> in, Lines<1> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(phase_, mean_, phase_before_, sine_before_, lead_before_, rows_in_trend_, lead_in_);
    }

  private:
    DominantPhase phase_;
    CycleFreeMean mean_;
    double phase_before_ = 0;
    double sine_before_ = 0;
    double lead_before_ = 0;
    double rows_in_trend_ = 0;
    LeadIn lead_in_;
};

}  // namespace ct::indicators
