#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "ct/indicators/cycle_factors.hpp"
#include "ct/indicators/history.hpp"

namespace ct::indicators {

/// How the price is smoothed before: a weighted mean of four rows, 4 3 2 1.
enum class PriceSmoothing : std::uint8_t {
    kExact,    ///< from these rows alone
    kRunning,  ///< by running sums, as TA-Lib has them: what they round off grows with the rows
};

/// Ehlers' Hilbert transform: splits the price, smoothed and without its trend, into a part in phase and one a quarter
/// cycle later, and measures from how they turn the period of the cycle that dominates, 6 to 50 rows. (J. Ehlers,
/// Rocket Science for Traders, 2001.)
class HilbertTransform {
  public:
    static constexpr std::size_t kMostPeriod = CycleFactors::kMostPeriod;
    static constexpr std::size_t kPast = kFactors;

    // TA-Lib's rows before the transform begins and before the first value, and those of what is measured by the phase.
    static constexpr std::size_t kStart = 12;
    static constexpr std::size_t kLeadIn = 32;
    static constexpr std::size_t kLateStart = 37;
    static constexpr std::size_t kLateLeadIn = 63;

    /// The first rows are left out, as if the price before had been 0.
    HilbertTransform(std::size_t left_out, PriceSmoothing smoothing, bool with_mean = false);

    /// What it finds in some rows. [i] is row i of them, [i - k] the value k rows before it, for k <= kPast, but
    /// for the periods. Valid until the next call.
    struct Rows {
        const double* price;
        const double* smooth;
        const double* in_phase;
        const double* quadrature;
        const double* period;  ///< smoothed; 0 in rows that were left out
        const double* mean;    ///< of the price over that period, where asked for; 0 in rows that were left out
        std::size_t left_out;  ///< of these rows
    };

    /// Continues the series. Requires: rows <= kBlockRows.
    Rows run(const double* price, std::size_t rows);

    template <class Archive>
    void state(Archive& archive) {
        archive(left_, sum_, weighted_sum_, scale_, price_, smooth_, trendless_, quadrature_, turn_, period_,
                smooth_period_);
    }

  private:
    /// How in-phase and quadrature of two rows in a row differ: smoothed products of a row with the one before.
    struct Turn {
        double in_phase = 0;
        double quadrature = 0;
        double real = 0;
        double imaginary = 0;
        template <class Archive>
        void state(Archive& archive) {
            archive(in_phase, quadrature, real, imaginary);
        }
    };
    void smooth(const double* price, std::size_t rows, double* out);
    void measure(const double* transformed, const double* price, std::size_t rows, double* trendless,
                 double* quadrature, std::size_t first);

    PriceSmoothing smoothing_;
    bool with_mean_;
    std::size_t left_;
    double sum_ = 0;
    double weighted_sum_ = 0;
    History price_;
    History smooth_;
    History trendless_;
    History quadrature_;
    Turn turn_;
    double scale_ = 0.54;  ///< of the transform, by the period
    double period_ = 0;
    double smooth_period_ = 0;
    std::vector<double> periods_;  ///< scratch of run()
    std::vector<double> means_;    ///< scratch of run()
};

}  // namespace ct::indicators
