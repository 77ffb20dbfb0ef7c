#pragma once

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <span>
#include <vector>

#include "ct/indicators/kernel.hpp"

namespace ct::indicators {

/// The value of `distance` rows ago.
class Delay {
  public:
    explicit Delay(std::size_t distance) : ring_(distance, kNan) {}

    [[nodiscard]] std::size_t lead_in() const { return ring_.size(); }

    /// Requires: in and out do not overlap.
    void run(std::span<const double> in, std::span<double> out) {
        assert(in.size() == out.size());
        const std::size_t distance = ring_.size();
        const std::size_t rows = in.size();
        const std::size_t old = std::min(rows, distance);
        const std::size_t to_end = std::min(old, distance - head_);
        copy_rows(ring_.data() + head_, to_end, out.data());
        copy_rows(ring_.data(), old - to_end, out.data() + to_end);
        copy_rows(in.data(), rows - old, out.data() + old);
        if (rows >= distance) {
            copy_rows(in.data() + rows - distance, distance, ring_.data());
            head_ = 0;
        } else {
            copy_rows(in.data(), to_end, ring_.data() + head_);
            copy_rows(in.data() + to_end, old - to_end, ring_.data());
            head_ = (head_ + old) % distance;
        }
    }

    template <class Archive>
    void state(Archive& archive) {
        archive(head_, ring_);
    }

  private:
    std::size_t head_ = 0;  ///< place of the oldest value
    std::vector<double> ring_;
};

}  // namespace ct::indicators
