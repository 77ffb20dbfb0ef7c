#pragma once

#include <algorithm>
#include <cstddef>

#include "ct/indicators/kernel.hpp"

namespace ct::indicators {

/// Puts each value beside the one before it.
class Previous {
  public:
    /// Calls body(i, value, value before) for rows that do not depend on each other; NaN before the first.
    template <class Body>
    void each_pair(const double* values, std::size_t rows, const Body& body) {
        body(0, values[0], value_);
        value_ = values[rows - 1];
        each(rows - 1, [=](std::size_t i) CT_LOOP { body(i + 1, values[i + 1], values[i]); });
    }

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
