#pragma once

#include <algorithm>
#include <cstddef>

#include "ct/indicators/kernel.hpp"

namespace ct::indicators {

/// Blanks the first rows of lines that could begin earlier than the last of them does.
class LeadIn {
  public:
    explicit LeadIn(std::size_t rows) : rows_(rows), left_(rows) {}

    [[nodiscard]] std::size_t rows() const { return rows_; }

    template <std::size_t Count>
    void blank(Lines<Count> lines, std::size_t rows) {
        const std::size_t blank = std::min(rows, left_);
        for (double* const line : lines) std::fill_n(line, blank, kNan);
        left_ -= blank;
    }

    template <class Archive>
    void state(Archive& archive) {
        archive(left_);
    }

  private:
    std::size_t rows_;
    std::size_t left_;
};

}  // namespace ct::indicators
