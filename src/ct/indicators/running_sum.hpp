#pragma once

#include <cstddef>

namespace ct::indicators {

/// The sum of all values so far. Rows are added in groups of eight to a sum, and what that addition rounds off is
/// summed beside it: nothing drifts however long the series, and rows of a group do not wait for each other's
/// corrections.
class RunningSum {
  public:
    /// Continues the series; in and out may be the same.
    void run(const double* in, std::size_t rows, double* out) {
        RunningSum own(*this);  // which no store to out can change: it stays in registers
        std::size_t i = 0;
        for (; i < rows && own.in_group_ != 0; ++i) out[i] = own.add(in[i]);
        for (; i + kGroup <= rows; i += kGroup) {
            double group = 0;
            for (std::size_t k = 0; k < kGroup; ++k) {
                group += in[i + k];
                out[i + k] = (own.sum_ + group) + own.lost_;
            }
            own.end_group(group);
        }
        for (; i < rows; ++i) out[i] = own.add(in[i]);
        *this = own;
    }

    template <class Archive>
    void state(Archive& archive) {
        archive(sum_, lost_, group_, in_group_);
    }

  private:
    static constexpr std::size_t kGroup = 8;

    double add(double value) {
        group_ += value;
        const double total = (sum_ + group_) + lost_;
        if (++in_group_ == kGroup) {
            end_group(group_);
            group_ = 0;
            in_group_ = 0;
        }
        return total;
    }

    void end_group(double group) {
        const double next = sum_ + group;
        const double taken = next - sum_;
        lost_ += (sum_ - (next - taken)) + (group - taken);
        sum_ = next;
    }

    double sum_ = 0;  ///< of whole groups
    double lost_ = 0;
    double group_ = 0;  ///< sum of the current group
    std::size_t in_group_ = 0;
};

}  // namespace ct::indicators
