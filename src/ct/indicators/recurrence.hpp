#pragma once

#include <cstddef>

#include "ct/core/simd.hpp"
#include "ct/indicators/kernel.hpp"

namespace ct::indicators {

/// The recursion y[i] = keep[i] y[i - 1] + gain[i] with weights that change from row to row. It is written over two
/// steps, y[i] = keep[i] keep[i - 1] y[i - 2] + (keep[i] gain[i - 1] + gain[i]), so that rows wait only for every
/// second one before them.
class Recurrence {
  public:
    /// Sets the value before the next one and forgets everything older.
    void start(double value) {
        *this = Recurrence();
        last_ = value;
    }

    /// Continues the series. Requires: start() was called; out overlaps no input. At most kBlockRows rows.
    void run(const double* keep, const double* gain, std::size_t rows, double* out) {
        std::size_t i = 0;
        if (rows > 0 && first_) {
            out[0] = keep[0] * last_ + gain[0];
            older_ = last_;
            last_ = out[0];
            keep_ = keep[0];
            gain_ = gain[0];
            first_ = false;
            i = 1;
        }
        if (i == rows) return;
        // What the two steps up to each row make of the value before them.
        Block keeps;
        Block gains;
        keeps[i] = keep[i] * keep_;
        gains[i] = keep[i] * gain_ + gain[i];
        each(rows - i - 1, [keep = keep + i + 1, gain = gain + i + 1, both_keep = keeps.data() + i + 1,
                            both_gain = gains.data() + i + 1](std::size_t k) CT_LOOP {
            const double* const keep_before = keep - 1;
            const double* const gain_before = gain - 1;
            both_keep[k] = keep[k] * keep_before[k];
            both_gain[k] = keep[k] * gain_before[k] + gain[k];
        });
        double older = older_;
        double last = last_;
        for (; i < rows; ++i) {
            const double next = keeps[i] * older + gains[i];
            older = last;
            out[i] = last = next;
        }
        older_ = older;
        last_ = last;
        keep_ = keep[rows - 1];
        gain_ = gain[rows - 1];
    }

    template <class Archive>
    void state(Archive& archive) {
        archive(last_, older_, keep_, gain_, first_);
    }

  private:
    double last_ = 0;   ///< y[i - 1]
    double older_ = 0;  ///< y[i - 2]
    double keep_ = 0;   ///< of the row before
    double gain_ = 0;
    bool first_ = true;  ///< no row since start()
};

}  // namespace ct::indicators
