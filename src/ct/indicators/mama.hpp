#pragma once

#include <cstddef>
#include <span>

#include "ct/indicators/hilbert.hpp"
#include "ct/indicators/kernel.hpp"
#include "ct/indicators/lead_in.hpp"

namespace ct::indicators {

/// Ehlers' MESA adaptive moving average, which follows faster the more slowly the phase of the dominant cycle changes,
/// and a following average of it: lines mama, fama. (J. Ehlers, 2001.)
class Mama {
  public:
    static constexpr std::size_t kInputs = 1;
    static constexpr std::size_t kLines = 2;

    /// The largest and the smallest weight of a new value. Requires: 0 <= both <= 1.
    explicit Mama(double fast = 0.5, double slow = 0.05, PriceSmoothing smoothing = PriceSmoothing::kExact);

    [[nodiscard]] std::size_t lead_in() const { return lead_in_.rows(); }

    /// Continues the series; a line and the input may be the same.
    void run(Inputs<1> in, Lines<2> out, std::size_t rows);

    template <class Archive>
    void state(Archive& archive) {
        archive(transform_, phase_, mama_, fama_, lead_in_);
    }

  private:
    double fast_;
    double slow_;
    HilbertTransform transform_;
    double phase_ = 0;
    double mama_ = 0;
    double fama_ = 0;
    LeadIn lead_in_;
};

/// Its first line alone, as one average among others, which begin after the NaNs of a series.
class MamaLine {
  public:
    [[nodiscard]] std::size_t lead_in() const { return both_.lead_in(); }

    /// Continues the series; in and out may be the same.
    void run(std::span<const double> in, std::span<double> out);

    template <class Archive>
    void state(Archive& archive) {
        archive(begun_, both_);
    }

  private:
    bool begun_ = false;
    Mama both_;
};

}  // namespace ct::indicators
