#pragma once

#include <cstddef>

#include "ct/core/maths_parts.hpp"

namespace ct::indicators {

/// The sum of all values so far. Whole groups of eight are added to a sum of two doubles, which forgets nothing, so
/// that it is as good after millions of values as after a few; and rows of a group do not wait for each other's
/// corrections.
class RunningSum {
  public:
    /// Continues the series; in and out may be the same.
    void run(const double* in, std::size_t rows, double* out) {
        RunningSum own(*this);  // which no store to out can change: it stays in registers
        std::size_t i = 0;
        for (; i < rows && own.in_group_ != 0; ++i) out[i] = own.add(in[i]);
        for (; i + kGroup <= rows; i += kGroup) {
            const double before = own.sum_ + own.rest_;
            double group = 0;
            for (std::size_t k = 0; k < kGroup; ++k) {
                group += in[i + k];
                out[i + k] = before + group;
            }
            own.end_group(group);
        }
        for (; i < rows; ++i) out[i] = own.add(in[i]);
        *this = own;
    }

    template <class Archive>
    void state(Archive& archive) {
        archive(sum_, rest_, group_, in_group_);
    }

  private:
    static constexpr std::size_t kGroup = 8;

    double add(double value) {
        group_ += value;
        const double total = (sum_ + rest_) + group_;
        if (++in_group_ == kGroup) {
            end_group(group_);
            group_ = 0;
            in_group_ = 0;
        }
        return total;
    }

    void end_group(double group) {
        const maths::Pair next = maths::two_sum(sum_, group);
        sum_ = next.high;
        rest_ += next.low == next.low ? next.low : 0.0;  // nothing is known of it once the sum is infinite
    }

    double sum_ = 0;    ///< of whole groups
    double rest_ = 0;   ///< what it lacks
    double group_ = 0;  ///< sum of the current group
    std::size_t in_group_ = 0;
};

}  // namespace ct::indicators
