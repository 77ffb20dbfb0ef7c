#pragma once

#include <cstddef>

#include "ct/indicators/kernel.hpp"

namespace ct::indicators {

/// Puts each value beside the one before it.
class Previous {
  public:
    /// The column one row later; writes rows values. Requires: no overlap.
    void shift(const double* values, std::size_t rows, double* before) {
        before[0] = value_;
        copy_rows(values, rows - 1, before + 1);
        value_ = values[rows - 1];
    }

    template <class Archive>
    void state(Archive& archive) {
        archive(value_);
    }

  private:
    double value_ = kNan;
};

}  // namespace ct::indicators
