#include "ct/indicators/sma.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>

#include "ct/core/simd.hpp"
#include "ct/indicators/division.hpp"

namespace ct::indicators {

namespace {

/// How many values whole blocks are summed at a time, if that is more than one block.
constexpr std::size_t kBatch = 1024;
/// Blocks summed side by side, as a single chain of additions would wait for itself.
constexpr std::size_t kChains = 4;
/// Runs below this length are not worth the loops over columns.
constexpr std::size_t kShortRun = 8;

/// Sums each of the blocks forward into prefix[i] and backward into suffix[i]; suffix[0] of each is set to zero.
template <std::size_t Count>
void sum_blocks(const double* in, std::size_t period, double* prefix, double* suffix) {
    std::array<double, Count> forward{};
    std::array<double, Count> backward{};
    std::size_t i = 0;
    for (; i + 4 <= period; i += 4) {
        for (std::size_t k = 0; k < Count; ++k) {
            const double* x = in + k * period + i;
            const double a = forward[k] + x[0];
            const double b = a + x[1];
            const double c = b + x[2];
            forward[k] = c + x[3];
            double* p = prefix + k * period + i;
            p[0] = a;
            p[1] = b;
            p[2] = c;
            p[3] = forward[k];
        }
        for (std::size_t k = 0; k < Count; ++k) {
            const double* x = in + (k + 1) * period - i - 4;
            const double d = backward[k] + x[3];
            const double c = d + x[2];
            const double b = c + x[1];
            backward[k] = b + x[0];
            double* s = suffix + (k + 1) * period - i - 4;
            s[0] = backward[k];
            s[1] = b;
            s[2] = c;
            s[3] = d;
        }
    }
    for (; i < period; ++i) {
        for (std::size_t k = 0; k < Count; ++k) {
            prefix[k * period + i] = forward[k] += in[k * period + i];
            const std::size_t last = (k + 1) * period - 1 - i;
            suffix[last] = backward[k] += in[last];
        }
    }
    for (std::size_t k = 0; k < Count; ++k) suffix[k * period] = 0;
}

/// Returns whether all sums could be divided by quotient(); the means are right if so.
bool to_means(const double* prefix, const double* suffix, std::size_t size, Division division, double* means) {
    std::uint64_t inside = Division::kInsideBit;
    simd([=, &inside]() CT_LOOP {
        std::uint64_t all = Division::kInsideBit;
        for (std::size_t i = 0; i < size; ++i) {
            const double sum = prefix[i] + suffix[i];
            all &= Division::inside(sum);
            means[i] = division.quotient(sum);
        }
        inside = all;
    });
    return (inside & Division::kInsideBit) != 0;
}

void divide(const double* prefix, const double* suffix, std::size_t size, Division division, double* means) {
    if (to_means(prefix, suffix, size, division, means)) return;
    for (std::size_t i = 0; i < size; ++i) means[i] = division(prefix[i] + suffix[i]);
}

}  // namespace

Sma::Sma(std::size_t period)
    : period_(period),
      division_(period),
      blocks_at_once_(std::max(kBatch / period, std::size_t{1})),
      block_(period),
      suffix_((blocks_at_once_ + 1) * period + 1, std::numeric_limits<double>::quiet_NaN()),
      prefixes_(blocks_at_once_ * period) {
    assert(period >= 1 && period <= kMaxPeriod);
    suffix_[period] = 0;  // no block came before the first: its sums are NaN until the first window is full
}

void Sma::run(std::span<const double> in, std::span<double> out) {
    assert(in.size() == out.size());
    const double* from = in.data();
    double* to = out.data();
    for (std::size_t left = in.size(); left > 0;) {
        std::size_t done = std::min(left, period_ - position_);
        if (done < kShortRun && done < period_) {
            for (std::size_t i = 0; i < done; ++i) step(from[i], to[i]);
        } else if (position_ > 0 || done < period_) {
            run_within_block(from, done, to);
        } else {
            const std::size_t blocks = std::min(left / period_, blocks_at_once_);
            run_blocks(from, blocks, to);
            done = blocks * period_;
        }
        from += done;
        to += done;
        left -= done;
    }
}

void Sma::step(double value, double& mean) {
    block_[position_] = value;
    prefix_ += value;
    ++position_;
    mean = division_(prefix_ + suffix_[position_]);
    if (position_ == period_) end_block();
}

void Sma::run_within_block(const double* in, std::size_t count, double* out) {
    for (std::size_t i = 0; i < count; ++i) {
        block_[position_ + i] = in[i];
        prefixes_[i] = prefix_ += in[i];
    }
    divide(prefixes_.data(), suffix_.data() + position_ + 1, count, division_, out);
    position_ += count;
    if (position_ == period_) end_block();
}

void Sma::end_block() {
    double sum = 0;
    for (std::size_t i = period_ - 1; i > 0; --i) suffix_[i] = sum += block_[i];
    position_ = 0;
    prefix_ = 0;
}

/// Requires: at the beginning of a block; blocks <= blocks_at_once_.
void Sma::run_blocks(const double* in, std::size_t blocks, double* out) {
    // The suffix sums of each block follow those of the block before it, so that one loop serves all.
    double* prefix = prefixes_.data();
    double* suffix = suffix_.data() + period_;
    std::size_t k = 0;
    for (; k + kChains <= blocks; k += kChains) {
        sum_blocks<kChains>(in + k * period_, period_, prefix + k * period_, suffix + k * period_);
    }
    for (; k < blocks; ++k) sum_blocks<1>(in + k * period_, period_, prefix + k * period_, suffix + k * period_);
    divide(prefix, suffix_.data() + 1, blocks * period_, division_, out);
    std::copy_n(suffix_.data() + blocks * period_, period_, suffix_.data());
    suffix_[period_] = 0;
}

}  // namespace ct::indicators
