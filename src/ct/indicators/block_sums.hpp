#pragma once

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <span>
#include <vector>

#include "ct/indicators/kernel.hpp"

namespace ct::indicators {

/// The sum of a window: prefix[0] + suffix[0].
struct PlainSum {
    static constexpr std::size_t kPrefixes = 1;
    static constexpr std::size_t kSuffixes = 1;
    struct Forward {
        std::array<double, kPrefixes> operator()(double value) { return {sum += value}; }
        template <class Archive>
        void state(Archive& archive) {
            archive(sum);
        }
        double sum = 0;
    };
    using Backward = Forward;
};

/// The sum of a window whose rows weigh 1 .. period, the newest most: (period + 1) prefix[0] - prefix[1] + suffix[0].
struct RisingSum {
    static constexpr std::size_t kPrefixes = 2;
    static constexpr std::size_t kSuffixes = 1;
    struct Forward {
        std::array<double, kPrefixes> operator()(double value) {
            sum += value;
            return {sum, sums += sum};
        }
        template <class Archive>
        void state(Archive& archive) {
            archive(sum, sums);
        }
        double sum = 0;
        double sums = 0;  ///< of all sums so far: rows weigh 1 and more, the oldest most
    };
    struct Backward {
        std::array<double, kSuffixes> operator()(double value) { return {sums += sum += value}; }
        double sum = 0;
        double sums = 0;  ///< met from the newest row on, the newest weighs most
    };
};

/// Sums of the last `period` values, the fast way: of one column they cost less than merging (window.hpp).
///
/// The series is cut into blocks of `period` rows counted from its first one. A window is the end of one block and the
/// beginning of the next: what is known of it comes from suffixes of the one and prefixes of the other. Nothing that
/// has left the window is ever subtracted, so nothing drifts, and a NaN is felt only while it is in the window.
template <class Sum>
class BlockSums {
  public:
    static constexpr std::size_t kPrefixes = Sum::kPrefixes;
    static constexpr std::size_t kSuffixes = Sum::kSuffixes;

    /// Requires: 1 <= period <= kMaxPeriod.
    explicit BlockSums(std::size_t period)
        : period_(period),
          blocks_at_once_(period > kLongestAtOnce ? 1 : std::max(kBatchRows / period, kChains)),
          block_(period) {
        assert(period >= 1 && period <= kMaxPeriod);
        for (auto& column : prefixes_) column.resize(blocks_at_once_ * period);
        for (auto& column : suffixes_) column.resize((blocks_at_once_ + 1) * period + 1);
        for (auto& column : suffixes_) std::fill_n(column.begin(), period, kNan);
        // No block came before the first: its sums are NaN until the first window is full.
        for (auto& column : suffixes_) column[period] = 0;
    }

    [[nodiscard]] std::size_t period() const { return period_; }
    [[nodiscard]] std::size_t lead_in() const { return period_ - 1; }

    /// Calls finish(first row, rows, prefixes, suffixes) until all rows are done: prefixes[k][i] and suffixes[k][i] are
    /// of the window that ends in row i of them, the suffixes NaN before the first full one. These rows were read, and
    /// may be written over.
    template <class Finish>
    void run(std::span<const double> in, const Finish& finish) {
        for (std::size_t at = 0; at < in.size();) {
            const std::size_t left = in.size() - at;
            std::size_t count = std::min(left, period_ - position_);
            if (count == period_) {
                const std::size_t blocks = std::min(left / period_, blocks_at_once_);
                count = blocks * period_;
                sum_blocks(in.data() + at, blocks);
                finish(at, count, columns(prefixes_, 0), columns(suffixes_, 1));
                end_blocks(count);
            } else {
                sum_within_block(in.data() + at, count);
                finish(at, count, columns(prefixes_, 0), columns(suffixes_, position_ + 1));
                position_ += count;
                if (position_ == period_) end_block();
            }
            at += count;
        }
    }

    template <class Archive>
    void state(Archive& archive) {
        archive(position_, forward_, block_);
        for (auto& suffix : suffixes_) archive(suffix);
    }

  private:
    using Forward = typename Sum::Forward;
    using Backward = typename Sum::Backward;
    template <std::size_t Count>
    using Columns = std::array<std::vector<double>, Count>;

    /// Blocks summed side by side, as a single chain of additions would wait for itself.
    static constexpr std::size_t kChains = 4;
    /// How many rows go through the loops together, if that is more than kChains blocks.
    static constexpr std::size_t kBatchRows = 384;
    /// So many blocks of longer windows would leave the cache.
    static constexpr std::size_t kLongestAtOnce = 4096;

    template <std::size_t Count>
    static Inputs<Count> columns(const Columns<Count>& vectors, std::size_t row) {
        Inputs<Count> columns;
        for (std::size_t k = 0; k < Count; ++k) columns[k] = vectors[k].data() + row;
        return columns;
    }
    template <std::size_t Count>
    static void put(const std::array<double, Count>& values, Columns<Count>& columns, std::size_t row) {
        for (std::size_t k = 0; k < Count; ++k) columns[k][row] = values[k];
    }

    /// Two rows with one store, of which a CPU does one at a time.
    static void store(double* to, double a, double b) {
        using Pair [[gnu::vector_size(16), gnu::aligned(8), gnu::may_alias]] = double;
        *reinterpret_cast<Pair*>(to) = Pair{a, b};
    }

    /// The suffixes of each block follow those of the block before it, so that one loop serves all.
    void sum_blocks(const double* in, std::size_t blocks) {
        std::size_t block = 0;
        for (; block + kChains <= blocks; block += kChains) sum_side_by_side<kChains>(in, block * period_);
        for (; block < blocks; ++block) sum_side_by_side<1>(in, block * period_);
        put<kSuffixes>({}, suffixes_, (blocks + 1) * period_);
    }

    template <std::size_t Count>
    void sum_side_by_side(const double* in, std::size_t first_row) {
        constexpr std::size_t kStep = 4;
        const std::size_t period = period_;
        std::array<Forward, Count> forward{};
        std::array<Backward, Count> backward{};
        const double* const from = in + first_row;
        Lines<kPrefixes> prefix;
        Lines<kSuffixes> suffix;
        for (std::size_t k = 0; k < kPrefixes; ++k) prefix[k] = prefixes_[k].data() + first_row;
        for (std::size_t k = 0; k < kSuffixes; ++k) suffix[k] = suffixes_[k].data() + first_row + period;
        const auto step_forward = [&](std::size_t chain, std::size_t row) {
            const auto sums = forward[chain](from[row]);
            for (std::size_t k = 0; k < kPrefixes; ++k) prefix[k][row] = sums[k];
        };
        const auto step_backward = [&](std::size_t chain, std::size_t row) {
            const auto sums = backward[chain](from[row]);
            for (std::size_t k = 0; k < kSuffixes; ++k) suffix[k][row] = sums[k];
        };
        std::size_t i = 0;
        for (; i + kStep <= period; i += kStep) {
            for (std::size_t c = 0; c < Count; ++c) {
                for (std::size_t j = 0; j < kStep; j += 2) {
                    const std::size_t row = c * period + i + j;
                    const auto a = forward[c](from[row]);
                    const auto b = forward[c](from[row + 1]);
                    for (std::size_t k = 0; k < kPrefixes; ++k) store(prefix[k] + row, a[k], b[k]);
                }
            }
            for (std::size_t c = 0; c < Count; ++c) {
                for (std::size_t j = 0; j < kStep; j += 2) {
                    const std::size_t row = (c + 1) * period - 1 - i - j;
                    const auto b = backward[c](from[row]);
                    const auto a = backward[c](from[row - 1]);
                    for (std::size_t k = 0; k < kSuffixes; ++k) store(suffix[k] + row - 1, a[k], b[k]);
                }
            }
        }
        for (; i < period; ++i) {
            for (std::size_t c = 0; c < Count; ++c) step_forward(c, c * period + i);
            for (std::size_t c = 0; c < Count; ++c) step_backward(c, (c + 1) * period - 1 - i);
        }
        // A whole block needs no suffix.
        for (std::size_t c = 0; c < Count; ++c) put<kSuffixes>({}, suffixes_, first_row + (c + 1) * period);
    }

    void end_blocks(std::size_t rows) {
        for (auto& suffix : suffixes_) copy_rows(suffix.data() + rows, period_, suffix.data());
        put<kSuffixes>({}, suffixes_, period_);
    }

    void sum_within_block(const double* in, std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) {
            block_[position_ + i] = in[i];
            put(forward_(in[i]), prefixes_, i);
        }
    }

    void end_block() {
        Backward backward;
        for (std::size_t i = period_ - 1; i > 0; --i) put(backward(block_[i]), suffixes_, i);
        position_ = 0;
        forward_ = {};
    }

    std::size_t period_;
    std::size_t blocks_at_once_;
    std::size_t position_ = 0;   ///< in the current block
    Forward forward_;            ///< of the current block up to here
    std::vector<double> block_;  ///< the current block's values so far
    Columns<kPrefixes> prefixes_;
    Columns<kSuffixes> suffixes_;  ///< [i]: of the last block from i on, for 0 < i < period; [period] is 0
};

}  // namespace ct::indicators
