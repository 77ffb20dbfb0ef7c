#pragma once

#include <array>
#include <cstddef>

#include "ct/core/maths.hpp"

namespace ct::indicators {

/// The period as a number of rows.
CT_IN_LOOPS std::size_t whole_rows(double period) {
    const double up = period + 0.5;
    return static_cast<std::size_t>(up);
}

/// Factors of the last rows, the newest one last, so many that all periods have the same: 0 for those before.
inline constexpr std::size_t kFactors = 56;
using Factors = std::array<double, kFactors>;

/// For each period in rows, a cycle of it, and the shares of a mean over it.
struct CycleFactors {
    static constexpr std::size_t kMostPeriod = 50;
    static constexpr std::size_t kPeriods = kMostPeriod + 1;
    std::array<Factors, kPeriods> sines{};
    std::array<Factors, kPeriods> cosines{};
    std::array<Factors, kPeriods> shares{};

    CycleFactors() {
        for (std::size_t period = 1; period < kPeriods; ++period) {
            for (std::size_t back = 0; back < period; ++back) {
                const double angle =
                    static_cast<double>(back) * (4.0 * maths::kHalfPi.high) / static_cast<double>(period);
                const std::size_t at = kFactors - 1 - back;
                sines[period][at] = maths::sin(angle);
                cosines[period][at] = maths::cos(angle);
                shares[period][at] = 1.0 / static_cast<double>(period);
            }
        }
    }
    static const CycleFactors& get() {
        static const CycleFactors kFactorsOfPeriods;
        return kFactorsOfPeriods;
    }
};

/// The sum of the last rows times their factors, several side by side.
CT_IN_LOOPS double weighted_sum(const double* newest, const Factors& factors) {
    constexpr std::size_t kSide = 8;
    static_assert(kFactors % kSide == 0);
    const double* const rows = newest + 1 - kFactors;
    double sums[kSide] = {};
    for (std::size_t at = 0; at < kFactors; at += kSide) {
        for (std::size_t k = 0; k < kSide; ++k) sums[k] += factors[at + k] * rows[at + k];
    }
    return ((sums[0] + sums[4]) + (sums[2] + sums[6])) + ((sums[1] + sums[5]) + (sums[3] + sums[7]));
}

}  // namespace ct::indicators
