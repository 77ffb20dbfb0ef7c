#pragma once

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <vector>

#include "ct/core/simd.hpp"
#include "ct/indicators/kernel.hpp"

namespace ct::indicators {

/// Folds of long windows (see window.hpp). The series is cut into blocks of `period` rows counted from its first one. A
/// window is the end of one block and the beginning of the next: its fold is merged of one that grew backward over the
/// earlier block (the suffix) and one that grows forward over the later block (the prefix). It costs the same for every
/// period.
template <class Fold>
class BlockWindow {
  public:
    static constexpr std::size_t kInputs = Fold::kInputs;
    static constexpr std::size_t kParts = Fold::kParts;
    using Parts = std::array<double, kParts>;
    using Merge = typename Fold::Merge;

    /// Requires: 2 <= period <= kMaxPeriod.
    explicit BlockWindow(std::size_t period)
        : period_(period), rows_(kInputs * period), suffixes_(kParts * period, kNan) {
        assert(period >= 2 && period <= kMaxPeriod);
    }

    template <class Finish>
    void run(Inputs<kInputs> in, std::size_t rows, const Finish& finish) {
        std::size_t count = 0;
        for (std::size_t at = 0; at < rows; at += count) {
            count = std::min({kBlockRows, rows - at, period_ - position_});
            run_part(from_row(in, at), count, at, finish);
        }
    }

    template <class Archive>
    void state(Archive& archive) {
        archive(position_, first_row_, prefix_, rows_, suffixes_);
    }

  private:
    /// Rows of one block.
    template <class Finish>
    void run_part(const Inputs<kInputs>& in, std::size_t count, std::size_t at, const Finish& finish) {
        std::array<Block, kParts> prefixes;
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t before = position_ + i;
            const Parts leaf = leaf_of(in, i, before);
            prefix_ = before == 0 ? leaf : merge(prefix_, leaf, before, 1);
            for (std::size_t k = 0; k < kParts; ++k) prefixes[k][i] = prefix_[k];
        }
        for (std::size_t k = 0; k < kInputs; ++k) copy_rows(in[k], count, rows_.data() + k * period_ + position_);

        Inputs<kParts> suffix;
        Lines<kParts> prefix;
        for (std::size_t k = 0; k < kParts; ++k) {
            suffix[k] = suffixes_.data() + k * period_ + position_ + 1;
            prefix[k] = prefixes[k].data();
        }
        position_ += count;
        // The last row of a block has no suffix: the block is its window.
        merge_suffixes(suffix, prefix, position_ - count, position_ == period_ ? count - 1 : count);
        Inputs<kParts> parts;
        std::copy(prefix.begin(), prefix.end(), parts.begin());
        finish(at, count, parts);
        if (position_ == period_) end_block();
    }

    /// Merges the window's suffix before each prefix; the first of them has `filled` + 1 rows.
    void merge_suffixes(Inputs<kParts> suffix, Lines<kParts> prefix, std::size_t filled, std::size_t rows) const {
        const auto period = static_cast<double>(period_);
        const auto first = static_cast<double>(filled + 1);
        simd([=]() CT_LOOP {
            CT_INDEPENDENT
            for (std::size_t i = 0; i < rows; ++i) {
                const double newer_rows = first + static_cast<double>(i);
                Parts older;
                Parts newer;
                for (std::size_t k = 0; k < kParts; ++k) older[k] = suffix[k][i];
                for (std::size_t k = 0; k < kParts; ++k) newer[k] = prefix[k][i];
                const Parts parts = Merge(period - newer_rows, newer_rows)(older, newer);
                for (std::size_t k = 0; k < kParts; ++k) prefix[k][i] = parts[k];
            }
        });
    }

    /// suffix i of a block is the fold of its rows from i on.
    void end_block() {
        Inputs<kInputs> columns;
        for (std::size_t k = 0; k < kInputs; ++k) columns[k] = rows_.data() + k * period_;
        Parts suffix{};
        for (std::size_t i = period_ - 1; i > 0; --i) {
            const Parts leaf = leaf_of(columns, i, i);
            suffix = i == period_ - 1 ? leaf : merge(leaf, suffix, 1, period_ - 1 - i);
            for (std::size_t k = 0; k < kParts; ++k) suffixes_[k * period_ + i] = suffix[k];
        }
        position_ = 0;
        first_row_ += static_cast<double>(period_);
    }

    [[nodiscard]] Parts leaf_of(const Inputs<kInputs>& columns, std::size_t i, std::size_t place) const {
        Parts parts;
        parts.fill(Fold::extra(first_row_ + static_cast<double>(place)));
        for (std::size_t k = 0; k < kInputs; ++k) parts[k] = columns[k][i];
        return parts;
    }

    static Parts merge(const Parts& older, const Parts& newer, std::size_t older_rows, std::size_t newer_rows) {
        return Merge(static_cast<double>(older_rows), static_cast<double>(newer_rows))(older, newer);
    }

    std::size_t period_;
    std::size_t position_ = 0;      ///< in the current block
    double first_row_ = 0;          ///< of the current block, counted from the series' first
    Parts prefix_{};                ///< of the current block so far
    std::vector<double> rows_;      ///< of the current block so far
    std::vector<double> suffixes_;  ///< of the block before, a column for each part
};

}  // namespace ct::indicators
