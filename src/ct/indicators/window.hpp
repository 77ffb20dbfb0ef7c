#pragma once

#include <cstddef>
#include <utility>
#include <variant>

#include "ct/indicators/block_window.hpp"
#include "ct/indicators/kernel.hpp"
#include "ct/indicators/tree_window.hpp"

namespace ct::indicators {

/// Folds (moments, extremes) of the last `period` rows. Nothing is ever subtracted, so nothing drifts, and a NaN
/// or an infinity is felt only while it is in the window.
///
/// A Fold is a FoldShape (see folds.hpp) that says how the parts of two neighbours merge:
///   struct Merge { Merge(double older, double newer);   counts of rows
///                  Parts operator()(const Parts& older, const Parts& newer) const; };
template <class Fold>
class Window {
  public:
    /// Requires: 1 <= period <= kMaxPeriod.
    explicit Window(std::size_t period) : period_(period), window_(make(period)) {}

    [[nodiscard]] std::size_t period() const { return period_; }
    [[nodiscard]] std::size_t lead_in() const { return period_ - 1; }

    /// Calls finish(first row, rows, parts) until all rows are done: parts[k][i] is part k of the window that ends in
    /// row i of them, NaN before the first full one. The inputs of these rows were read, and may be written over.
    template <class Finish>
    void run(Inputs<Fold::kInputs> in, std::size_t rows, const Finish& finish) {
        std::visit([&](auto& window) { window.run(in, rows, finish); }, window_);
    }

    template <class Archive>
    void state(Archive& archive) {
        std::visit([&](auto& window) { archive(window); }, window_);
    }

  private:
    using Either = std::variant<TreeWindow<Fold>, BlockWindow<Fold>>;

    static Either make(std::size_t period) {
        if (period <= TreeWindow<Fold>::kMaxPeriod) return Either(std::in_place_index<0>, period);
        return Either(std::in_place_index<1>, period);
    }

    std::size_t period_;
    Either window_;
};

}  // namespace ct::indicators
