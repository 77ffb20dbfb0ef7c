#include "ct/indicators/long_sums.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>

#include "ct/indicators/kernel.hpp"

namespace ct::indicators {

namespace {

constexpr std::size_t kBlocksAtOnce = 4;
/// The blocks of longer windows would leave the cache.
constexpr std::size_t kLongestAtOnce = 4096;

/// Sums blocks forward into prefix[i] and backward into suffix[i]; suffix[0] of each is set to zero.
void sum_blocks(const double* in, std::size_t period, double* prefix, double* suffix) {
    constexpr std::size_t kCount = kBlocksAtOnce;
    std::array<double, kCount> forward{};
    std::array<double, kCount> backward{};
    for (std::size_t i = 0; i < period; ++i) {
        for (std::size_t k = 0; k < kCount; ++k) {
            prefix[k * period + i] = forward[k] += in[k * period + i];
            const std::size_t last = (k + 1) * period - 1 - i;
            suffix[last] = backward[k] += in[last];
        }
    }
    for (std::size_t k = 0; k < kCount; ++k) suffix[k * period] = 0;
}

}  // namespace

BlockWindow<SumFold<1>>::BlockWindow(std::size_t period)
    : period_(period),
      blocks_at_once_(period <= kLongestAtOnce ? kBlocksAtOnce : 1),
      block_(period),
      suffix_((blocks_at_once_ + 1) * period + 1, std::numeric_limits<double>::quiet_NaN()),
      sums_(blocks_at_once_ * period) {
    suffix_[period] = 0;  // no block came before the first: its sums are NaN until the first window is full
}

std::size_t BlockWindow<SumFold<1>>::next(const double* in, std::size_t rows) {
    if (position_ == 0 && rows >= kBlocksAtOnce * period_ && blocks_at_once_ == kBlocksAtOnce) {
        run_blocks(in);
        return kBlocksAtOnce * period_;
    }
    const std::size_t count = std::min(rows, period_ - position_);
    run_within_block(in, count);
    return count;
}

void BlockWindow<SumFold<1>>::run_within_block(const double* in, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
        block_[position_ + i] = in[i];
        sums_[i] = prefix_ += in[i];
    }
    each(count, [suffix = suffix_.data() + position_ + 1, sums = sums_.data()](std::size_t i)
                    CT_LOOP { sums[i] += suffix[i]; });
    position_ += count;
    if (position_ == period_) end_block();
}

void BlockWindow<SumFold<1>>::end_block() {
    double sum = 0;
    for (std::size_t i = period_ - 1; i > 0; --i) suffix_[i] = sum += block_[i];
    position_ = 0;
    prefix_ = 0;
}

/// Requires: at the beginning of a block; so many blocks follow.
void BlockWindow<SumFold<1>>::run_blocks(const double* in) {
    // The suffix sums of each block follow those of the block before it, so that one loop serves all.
    sum_blocks(in, period_, sums_.data(), suffix_.data() + period_);
    each(kBlocksAtOnce * period_,
         [suffix = suffix_.data() + 1, sums = sums_.data()](std::size_t i) CT_LOOP { sums[i] += suffix[i]; });
    copy_rows(suffix_.data() + kBlocksAtOnce * period_, period_, suffix_.data());
    suffix_[period_] = 0;
}

}  // namespace ct::indicators
