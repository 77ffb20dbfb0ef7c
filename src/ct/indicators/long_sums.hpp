#pragma once

#include <cstddef>
#include <vector>

#include "ct/indicators/block_window.hpp"
#include "ct/indicators/folds.hpp"
#include "ct/indicators/kernel.hpp"

namespace ct::indicators {

/// Sums of long windows, faster than merging them: in columns, and several blocks side by side, as a single chain of
/// additions would wait for itself.
template <>
class BlockWindow<SumFold<1>> {
  public:
    /// Requires: 1 <= period <= kMaxPeriod.
    explicit BlockWindow(std::size_t period);

    template <class Finish>
    void run(Inputs<1> in, std::size_t rows, const Finish& finish) {
        for (std::size_t at = 0; at < rows;) {
            const std::size_t count = next(in[0] + at, rows - at);
            finish(at, count, Inputs<1>{sums_.data()});
            at += count;
        }
    }

    template <class Archive>
    void state(Archive& archive) {
        archive(position_, prefix_, block_, suffix_);
    }

  private:
    /// Writes the sums of some of the next rows to sums_; returns of how many.
    std::size_t next(const double* in, std::size_t rows);
    void run_within_block(const double* in, std::size_t count);
    void run_blocks(const double* in);
    void end_block();

    std::size_t period_;
    std::size_t blocks_at_once_;
    std::size_t position_ = 0;    ///< in the current block
    double prefix_ = 0;           ///< sum of the current block up to here
    std::vector<double> block_;   ///< the current block's values so far
    std::vector<double> suffix_;  ///< [i]: sum of the last block from i on, for 0 < i < period; [period] is 0
    std::vector<double> sums_;
};

}  // namespace ct::indicators
