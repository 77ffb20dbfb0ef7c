#pragma once

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <span>
#include <vector>

#include "ct/indicators/kernel.hpp"

namespace ct::indicators {

/// The last values of a series in one piece, for kernels that look at each value of a window.
class History {
  public:
    /// Requires: 1 <= past.
    explicit History(std::size_t past, double before_first = kNan)
        : past_(past), end_(past), values_(past + std::max(past, kBlockRows), before_first) {}

    /// Appends rows and returns where they lie: p[i] is row i, p[i - k] the value k rows before it, for k <= past.
    /// Valid until the next call. Requires: in.size() <= kBlockRows.
    const double* append(std::span<const double> in) {
        double* const begin = extend(in.size());
        copy_rows(in.data(), in.size(), begin);
        return begin;
    }
    /// The same for rows that the caller then writes.
    double* extend(std::size_t rows) {
        assert(rows <= kBlockRows);
        if (end_ + rows > values_.size()) {
            copy_rows(values_.data() + end_ - past_, past_, values_.data());
            end_ = past_;
        }
        end_ += rows;
        return values_.data() + end_ - rows;
    }

    template <class Archive>
    void state(Archive& archive) {
        archive(end_, values_);
    }

  private:
    std::size_t past_;
    std::size_t end_;
    std::vector<double> values_;
};

}  // namespace ct::indicators
