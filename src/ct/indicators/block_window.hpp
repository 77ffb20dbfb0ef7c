#pragma once

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <vector>

#include "ct/indicators/kernel.hpp"

namespace ct::indicators {

/// Folds (sums, extremes) of the last `period` rows.
///
/// The series is cut into blocks of `period` rows counted from its first one. A window is the end of one block and the
/// beginning of the next, so its fold is made of one that runs backward over the earlier block (the suffix) and one
/// that runs forward over the later block (the prefix): nothing is ever subtracted, so nothing drifts, and a NaN or an
/// infinity is felt only while it is in the window. It costs the same for every period.
///
/// Sums of squares and products are taken of the distance from an anchor, the first row of the later block, which lies
/// in every window that ends there: no digits are lost where values are large and differ little.
///
/// A Fold has
///   static constexpr std::size_t kInputs, kSums;
///   static constexpr bool kAnchored;                      step() gets values less their anchor
///   static constexpr std::array<double, kSums> kNone;     of no rows
///   struct Forward and Backward: step(const Values& values, const Place& place, std::array<double, kSums>& sums)
///   with state(Archive&) of Forward.
template <class Fold>
class BlockWindow {
  public:
    static constexpr std::size_t kInputs = Fold::kInputs;
    static constexpr std::size_t kSums = Fold::kSums;
    using Values = std::array<double, kInputs>;
    using Sums = std::array<double, kSums>;
    using Columns = std::array<const double*, kSums>;

    /// Where a row lies.
    struct Place {
        double row;     ///< index in the series
        double filled;  ///< rows of the fold, this one included
        double period;
    };

    /// Requires: 1 <= period <= kMaxPeriod.
    explicit BlockWindow(std::size_t period)
        : period_(period), values_(kInputs * period, kNan), suffixes_(kSums * (std::max(period, kBlockRows) + 1)) {
        assert(period >= 1 && period <= kMaxPeriod);
    }

    [[nodiscard]] std::size_t period() const { return period_; }
    [[nodiscard]] std::size_t lead_in() const { return period_ - 1; }

    /// Calls finish(first row, rows, prefixes, suffixes, anchors) until all rows are done: row i of them has the fold
    /// of prefixes[k][i] and suffixes[k][i]; anchors[k][i] are the values at its anchor. Before the first full window
    /// the suffixes are NaN.
    template <class Finish>
    void run(Inputs<kInputs> in, std::size_t rows, const Finish& finish) {
        for (std::size_t at = 0; at < rows;) {
            const std::size_t left = rows - at;
            if (position_ == 0 && left >= period_ && period_ <= kBlockRows) {
                const std::size_t blocks = std::min(left, kBlockRows) / period_;
                run_blocks(from_row(in, at), blocks, at, finish);
                at += blocks * period_;
            } else {
                const std::size_t count = std::min({left, period_ - position_, kBlockRows});
                run_within_block(from_row(in, at), count, at, finish);
                at += count;
            }
        }
    }

    template <class Archive>
    void state(Archive& archive) {
        archive(position_, row_, anchor_, forward_, values_, suffixes_);
    }

  private:
    using Scratch = std::array<std::array<double, kBlockRows>, kSums>;
    using AnchorScratch = std::array<std::array<double, Fold::kAnchored ? kBlockRows : 1>, kInputs>;

    [[nodiscard]] double* suffix(std::size_t k) { return suffixes_.data() + k * (std::max(period_, kBlockRows) + 1); }

    static Values take(const Inputs<kInputs>& columns, std::size_t i, const Values& anchor) {
        Values values;
        for (std::size_t k = 0; k < kInputs; ++k) {
            values[k] = Fold::kAnchored ? columns[k][i] - anchor[k] : columns[k][i];
        }
        return values;
    }

    /// Folds the block before backward; suffix(k)[at + i] is that of its rows from i on, and [at] that of none.
    void fold_backward(const Inputs<kInputs>& before, double first_row, std::size_t at) {
        typename Fold::Backward backward;
        const auto period = static_cast<double>(period_);
        for (std::size_t i = period_ - 1; i > 0; --i) {
            Sums sums;
            backward.step(take(before, i, anchor_),
                          Place{first_row + static_cast<double>(i), static_cast<double>(period_ - i), period}, sums);
            for (std::size_t k = 0; k < kSums; ++k) suffix(k)[at + i] = sums[k];
        }
        for (std::size_t k = 0; k < kSums; ++k) suffix(k)[at] = Fold::kNone[k];
    }

    void fold_forward(const Inputs<kInputs>& in, std::size_t count, Scratch& prefixes, std::size_t at) {
        const auto period = static_cast<double>(period_);
        for (std::size_t i = 0; i < count; ++i) {
            Sums sums;
            forward_.step(take(in, i, anchor_),
                          Place{row_ + static_cast<double>(i), static_cast<double>(position_ + i + 1), period}, sums);
            for (std::size_t k = 0; k < kSums; ++k) prefixes[k][at + i] = sums[k];
        }
        row_ += static_cast<double>(count);
    }

    void begin_block(const Inputs<kInputs>& in) {
        for (std::size_t k = 0; k < kInputs; ++k) anchor_[k] = in[k][0];
        forward_ = {};
    }

    [[nodiscard]] Inputs<kInputs> kept() const {
        Inputs<kInputs> columns;
        for (std::size_t k = 0; k < kInputs; ++k) columns[k] = values_.data() + k * period_;
        return columns;
    }

    template <class Finish>
    void run_within_block(const Inputs<kInputs>& in, std::size_t count, std::size_t at, const Finish& finish) {
        if (position_ == 0) {
            begin_block(in);
            fold_backward(kept(), row_ - static_cast<double>(period_), 0);
            for (std::size_t k = 0; k < kSums; ++k) suffix(k)[period_] = Fold::kNone[k];
        }
        Scratch prefixes;
        AnchorScratch anchors;
        fold_forward(in, count, prefixes, 0);
        for (std::size_t k = 0; k < kInputs; ++k) {
            std::copy_n(in[k], count, values_.data() + k * period_ + position_);
            if constexpr (Fold::kAnchored) std::fill_n(anchors[k].data(), count, anchor_[k]);
        }
        end(at, count, prefixes, position_ + 1, anchors, finish);
        position_ = (position_ + count) % period_;
    }

    template <class Finish>
    void run_blocks(const Inputs<kInputs>& in, std::size_t blocks, std::size_t at, const Finish& finish) {
        Scratch prefixes;
        AnchorScratch anchors;
        for (std::size_t block = 0; block < blocks; ++block) {
            const std::size_t begin = block * period_;
            begin_block(from_row(in, begin));
            // The suffixes of each block follow those of the block before it, so that one loop serves all.
            fold_backward(block == 0 ? kept() : from_row(in, begin - period_), row_ - static_cast<double>(period_),
                          begin);
            fold_forward(from_row(in, begin), period_, prefixes, begin);
            for (std::size_t k = 0; k < kInputs; ++k) {
                if constexpr (Fold::kAnchored) std::fill_n(anchors[k].data() + begin, period_, anchor_[k]);
            }
        }
        const std::size_t rows = blocks * period_;
        for (std::size_t k = 0; k < kSums; ++k) suffix(k)[rows] = Fold::kNone[k];
        for (std::size_t k = 0; k < kInputs; ++k) {
            std::copy_n(in[k] + rows - period_, period_, values_.data() + k * period_);
        }
        end(at, rows, prefixes, 1, anchors, finish);
    }

    template <class Finish>
    void end(std::size_t at, std::size_t rows, const Scratch& prefixes, std::size_t suffix_at,
             const AnchorScratch& anchors, const Finish& finish) {
        Columns prefix_columns;
        Columns suffix_columns;
        Inputs<kInputs> anchor_columns;
        for (std::size_t k = 0; k < kSums; ++k) {
            prefix_columns[k] = prefixes[k].data();
            suffix_columns[k] = suffix(k) + suffix_at;
        }
        for (std::size_t k = 0; k < kInputs; ++k) anchor_columns[k] = anchors[k].data();
        finish(at, rows, prefix_columns, suffix_columns, anchor_columns);
    }

    std::size_t period_;
    std::size_t position_ = 0;  ///< in the current block
    double row_ = 0;            ///< rows so far
    Values anchor_{};
    typename Fold::Forward forward_{};
    std::vector<double> values_;    ///< the current block's rows so far, behind them those of the block before
    std::vector<double> suffixes_;  ///< of each sum, see fold_backward()
};

}  // namespace ct::indicators
