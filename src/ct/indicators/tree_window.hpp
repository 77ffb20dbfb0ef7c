#pragma once

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <vector>

#include "ct/indicators/kernel.hpp"
#include "ct/indicators/parts.hpp"

namespace ct::indicators {

/// Folds of short windows (see window.hpp). Folds of 2, 4, 8 ... rows are merged from those of half as many; a window
/// of 20 rows is one of 16 and one of 4. So each is a small tree over its own rows, the same in any chunks, and whole
/// columns are merged at once.
template <class Fold>
class TreeWindow {
  public:
    static constexpr std::size_t kMaxPeriod = 128;
    static constexpr std::size_t kInputs = Fold::kInputs;
    static constexpr std::size_t kParts = Fold::kParts;
    using Parts = std::array<double, kParts>;
    using Merge = typename Fold::Merge;

    /// Requires: 1 <= period <= kMaxPeriod.
    explicit TreeWindow(std::size_t period) : period_(period) {
        assert(period >= 1 && period <= kMaxPeriod);
        for (; 2 * longest_ <= period_; longest_ *= 2) ++levels_;
        capacity_ = longest_ < period_ ? 2 * longest_ : longest_;
        rows_.assign(kInputs * capacity_, kNan);
        tree_.resize((levels_ + 1) * kParts * capacity_);
    }

    template <class Finish>
    void run(Inputs<kInputs> in, std::size_t rows, const Finish& finish) {
        constexpr std::size_t kShort = 8;
        if (rows >= kShort) return run_columns(in, rows, finish);
        for (std::size_t i = 0; i < rows; ++i) {
            const Parts parts = step(from_row(in, i));
            Inputs<kParts> columns;
            for (std::size_t k = 0; k < kParts; ++k) columns[k] = &parts[k];
            finish(i, std::size_t{1}, columns);
        }
    }

    template <class Archive>
    void state(Archive& archive) {
        archive(row_, rows_);
        tree_is_grown_ = false;
    }

  private:
    static constexpr std::size_t kRows = kParts < 4 ? kBlockRows : kBlockRows / 2;  ///< they stay in the first cache
    static constexpr std::size_t kPast = kMaxPeriod - 1;
    static constexpr std::size_t kStride = 704;
    template <std::size_t Rows>
    using Columns = std::array<std::array<double, Rows>, kParts>;
    struct Scratch {
        std::array<std::array<double, kPast>, kInputs> past;  ///< the rows before a block
        std::array<double, kPast + kRows> extra;
        std::array<Columns<kStride>, 3> levels;  ///< the last one, the next one, one that `newest` still lies in
        Columns<kRows> newest;
    };

    template <class Finish>
    void run_columns(Inputs<kInputs> in, std::size_t rows, const Finish& finish) {
        Scratch scratch;
        const std::size_t past = period_ - 1;
        for (std::size_t k = 0; k < kInputs; ++k) {
            for (std::size_t back = past; back > 0; --back) scratch.past[k][past - back] = rows_[place(k, row_ - back)];
        }
        std::size_t count = 0;
        for (std::size_t at = 0; at < rows; at += count) {
            count = std::min(kRows, rows - at);
            const auto block = from_row(in, at);
            const Inputs<kParts> parts = fold(scratch, block, count);
            row_ += count;
            for (std::size_t k = 0; k < kInputs; ++k) keep(scratch.past[k].data(), block[k], count, k);
            finish(at, count, parts);
        }
        tree_is_grown_ = false;
    }

    /// Takes the last rows of a block: before the next one, and to the ring.
    void keep(double* past, const double* block, std::size_t count, std::size_t input) {
        const std::size_t length = period_ - 1;
        const std::size_t fresh = std::min(count, length);
        copy_rows(past + fresh, length - fresh, past);
        copy_rows(block + count - fresh, fresh, past + length - fresh);
        for (std::size_t back = length; back > 0; --back) rows_[place(input, row_ - back)] = past[length - back];
    }

    /// The folds of the windows that end in the rows of a block.
    Inputs<kParts> fold(Scratch& scratch, const Inputs<kInputs>& block, std::size_t count) const {
        const std::size_t past = period_ - 1;
        const std::size_t rows = past + count;
        Inputs<kParts> newest = leaves(scratch, block);
        if (period_ == 1) return newest;
        std::size_t merged = Fold::kIdempotent ? 0 : period_ & 1U;  ///< how many rows `newest` has
        std::size_t current = 0;
        std::size_t taken = kNowhere;
        Inputs<kParts> level = merge_leaves(scratch, newest, count);
        for (std::size_t length = 2;; length *= 2) {
            if (((Fold::kIdempotent ? longest_ : period_) & length) != 0) {
                const auto end = from_row(level, past - merged);
                newest = merged == 0
                             ? end
                             : merge_columns<Fold>(end, newest, length, merged, count, columns_of(scratch.newest));
                taken = merged == 0 ? current : kNowhere;
                merged += length;
            }
            if (length == longest_) break;
            do {
                current = (current + 1) % scratch.levels.size();
            } while (current == taken);
            const std::size_t first = 2 * length - 1;
            const auto to = columns_of(scratch.levels[current]);
            merge_columns<Fold>(from_row(level, first - length), from_row(level, first), length, length, rows - first,
                                from_row(to, first));
            std::copy(to.begin(), to.end(), level.begin());
        }
        if (merged == period_) return newest;
        Inputs<kParts> older = newest;
        for (const double*& column : older) column -= period_ - merged;
        return merge_columns<Fold>(older, newest, merged, merged, count, columns_of(scratch.newest));
    }

    /// The parts of a block's single rows; those after the values are also told for the rows before it.
    Inputs<kParts> leaves(Scratch& scratch, const Inputs<kInputs>& block) const {
        Inputs<kParts> parts;
        std::copy(block.begin(), block.end(), parts.begin());
        if constexpr (kParts > kInputs) {
            const double first = static_cast<double>(row_) - static_cast<double>(period_ - 1);
            for (std::size_t i = 0; i < scratch.extra.size(); ++i)
                scratch.extra[i] = Fold::extra(first + static_cast<double>(i));
            for (std::size_t k = kInputs; k < kParts; ++k) parts[k] = scratch.extra.data() + period_ - 1;
        }
        return parts;
    }

    /// The folds of two rows, of the rows before the block too.
    Inputs<kParts> merge_leaves(Scratch& scratch, const Inputs<kParts>& leaves, std::size_t count) const {
        const std::size_t past = period_ - 1;
        const auto to = columns_of(scratch.levels[0]);
        Inputs<kParts> before;
        for (std::size_t k = 0; k < kParts; ++k)
            before[k] = k < kInputs ? scratch.past[k].data() : scratch.extra.data();
        merge_columns<Fold>(before, from_row(before, 1), 1, 1, past - 1, from_row(to, 1));
        merge_columns<Fold>(from_row(before, past - 1), leaves, 1, 1, 1, from_row(to, past));
        merge_columns<Fold>(leaves, from_row(leaves, 1), 1, 1, count - 1, from_row(to, past + 1));
        Inputs<kParts> level;
        std::copy(to.begin(), to.end(), level.begin());
        return level;
    }

    template <std::size_t Rows>
    static Lines<kParts> columns_of(Columns<Rows>& scratch) {
        Lines<kParts> columns;
        for (std::size_t k = 0; k < kParts; ++k) columns[k] = scratch[k].data();
        return columns;
    }

    static constexpr std::size_t kNowhere = 3;

    // --- a single row: what its windows of each length need lies in rings -------------------------------------------

    Parts step(const Inputs<kInputs>& in) {
        if (!tree_is_grown_) {
            for (std::size_t back = period_ - 1; back > 0; --back) grow(row_ - back);
            tree_is_grown_ = true;
        }
        for (std::size_t k = 0; k < kInputs; ++k) rows_[place(k, row_)] = in[k][0];
        grow(row_);
        Parts newest{};
        std::size_t merged = 0;
        for (std::size_t level = 0; level <= levels_; ++level) {
            const std::size_t length = std::size_t{1} << level;
            if (((Fold::kIdempotent ? longest_ : period_) & length) == 0) continue;
            const Parts older = tree(level, row_ - merged);
            newest = merged == 0 ? older : merge(older, newest, length, merged);
            merged += length;
        }
        if (merged < period_) newest = merge(tree(levels_, row_ - (period_ - merged)), newest, merged, merged);
        ++row_;
        return newest;
    }

    /// Writes the folds of all lengths that end in a row.
    void grow(std::size_t row) {
        Parts parts;
        parts.fill(Fold::extra(static_cast<double>(row)));
        for (std::size_t k = 0; k < kInputs; ++k) parts[k] = rows_[place(k, row)];
        for (std::size_t level = 0;; ++level) {
            for (std::size_t k = 0; k < kParts; ++k) tree_[place(level * kParts + k, row)] = parts[k];
            if (level == levels_) return;
            const std::size_t length = std::size_t{1} << level;
            parts = merge(tree(level, row - length), parts, length, length);
        }
    }

    [[nodiscard]] Parts tree(std::size_t level, std::size_t row) const {
        Parts parts;
        for (std::size_t k = 0; k < kParts; ++k) parts[k] = tree_[place(level * kParts + k, row)];
        return parts;
    }

    static Parts merge(const Parts& older, const Parts& newer, std::size_t older_rows, std::size_t newer_rows) {
        return Merge(static_cast<double>(older_rows), static_cast<double>(newer_rows))(older, newer);
    }

    [[nodiscard]] std::size_t place(std::size_t column, std::size_t row) const {
        return column * capacity_ + (row & (capacity_ - 1));
    }

    std::size_t period_;
    std::size_t longest_ = 1;   ///< the largest power of two in the period
    std::size_t levels_ = 0;    ///< its logarithm
    std::size_t capacity_ = 1;  ///< of a ring, a power of two
    std::size_t row_ = 0;       ///< rows so far
    std::vector<double> rows_;  ///< the last ones, a ring for each input
    std::vector<double> tree_;  ///< folds of 1, 2, 4 ... rows, a ring for each part
    bool tree_is_grown_ = false;
};

}  // namespace ct::indicators
