#pragma once

#include <array>
#include <cstddef>
#include <utility>

#include "ct/indicators/kernel.hpp"
#include "ct/indicators/window_sum.hpp"

namespace ct::indicators {

/// The sums of the last `period` values of several columns.
template <std::size_t Count>
class ColumnSums {
  public:
    /// Requires: 1 <= period <= kMaxPeriod.
    explicit ColumnSums(std::size_t period) : ColumnSums(period, std::make_index_sequence<Count>()) {}

    [[nodiscard]] std::size_t lead_in() const { return sums_[0].lead_in(); }

    /// Calls finish(first row, rows, sums) until all rows are done: sums[k][i] is that of column k's window that ends
    /// in row i of them. The inputs of these rows were read, and may be written over.
    template <class Finish>
    void run(Inputs<Count> in, std::size_t rows, const Finish& finish) {
        std::array<Block, Count> sums;
        in_blocks(rows, [&](std::size_t at, std::size_t count) {
            Inputs<Count> columns;
            for (std::size_t k = 0; k < Count; ++k) {
                sums_[k].run({in[k] + at, count}, {sums[k].data(), count});
                columns[k] = sums[k].data();
            }
            finish(at, count, columns);
        });
    }

    template <class Archive>
    void state(Archive& archive) {
        archive(sums_);
    }

  private:
    template <std::size_t... Columns>
    ColumnSums(std::size_t period, std::index_sequence<Columns...> /*columns*/)
        : sums_{(static_cast<void>(Columns), WindowSum(period))...} {}

    std::array<WindowSum, Count> sums_;
};

}  // namespace ct::indicators
