#include "ct/indicators/smoothing.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <span>

#include "ct/core/simd.hpp"

namespace ct::indicators {

namespace {

constexpr std::size_t kBlock = 384;
/// Runs below this length are not worth the loops over columns.
constexpr std::size_t kShortRun = 16;

/// out[i] = in[i] + decay x in[i - distance]
void add_decayed(const double* in, std::size_t distance, double decay, std::size_t size, double* out) {
    simd([=]() CT_LOOP {
        const double* before = in - distance;
        for (std::size_t i = 0; i < size; ++i) out[i] = in[i] + decay * before[i];
    });
}

/// out[i] = decay8 x out[i - 8] + weight x (fours[i] + decay4 x fours[i - 4])
void recur(const double* fours, double decay4, double weight, double decay8, std::size_t size, double* out) {
    simd([=]() CT_LOOP {
        const double* fours_before = fours - 4;
        const double* before = out - 8;
        for (std::size_t i = 0; i < size; ++i) {
            out[i] = decay8 * before[i] + weight * (fours[i] + decay4 * fours_before[i]);
        }
    });
}

/// Copies a ring, oldest first, to before `end`, where the value of `index` would stand.
template <std::size_t Size>
void unroll(const std::array<double, Size>& ring, std::size_t index, double* end) {
    for (std::size_t back = 1; back <= Size; ++back) *(end - back) = ring[(index - back) % Size];
}

/// The reverse of unroll, for the last `count` values if the ring holds more.
template <std::size_t Size>
void roll(const double* end, std::size_t index, std::array<double, Size>& ring, std::size_t count = Size) {
    for (std::size_t back = 1; back <= std::min(Size, count); ++back) ring[(index - back) % Size] = *(end - back);
}

}  // namespace

Smoothing::Smoothing(double decay, double weight)
    : weight_(weight),
      decay1_(decay),
      decay2_(decay1_ * decay1_),
      decay4_(decay2_ * decay2_),
      decay8_(decay4_ * decay4_) {}

void Smoothing::start(double value) {
    *this = Smoothing(decay1_, weight_);
    values_.back() = value;
}

void Smoothing::run(std::span<const double> in, std::span<double> out) {
    assert(in.size() == out.size());
    std::size_t done = 0;
    const std::size_t single =
        in.size() < kShortRun ? in.size() : std::min(in.size(), kWarmUp - std::min(steps_, kWarmUp));
    for (; done < single; ++done) out[done] = step(in[done]);
    while (done < in.size()) {
        const std::size_t count = std::min(in.size() - done, kBlock);
        run_block(in.subspan(done, count), out.subspan(done, count));
        done += count;
    }
}

/// Requires: the warm-up is over; in.size() <= kBlock.
void Smoothing::run_block(std::span<const double> in, std::span<double> out) {
    constexpr std::size_t kPad = 8;
    const std::size_t count = in.size();
    std::array<double, kPad + kBlock> pairs;
    std::array<double, kPad + kBlock> fours;
    unroll(pairs_, steps_, pairs.data() + kPad);
    unroll(fours_, steps_, fours.data() + kPad);

    pairs[kPad] = in[0] + decay1_ * input_;
    add_decayed(in.data() + 1, 1, decay1_, count - 1, pairs.data() + kPad + 1);
    add_decayed(pairs.data() + kPad, 2, decay2_, count, fours.data() + kPad);
    const double last = in.back();
    const std::size_t from_ring = std::min(count, values_.size());
    const double* const four = fours.data() + kPad;
    for (std::size_t i = 0; i < from_ring; ++i) {
        out[i] = decay8_ * values_[(steps_ + i) % 8] + weight_ * (four[i] + decay4_ * *(four + i - 4));
    }
    recur(four + from_ring, decay4_, weight_, decay8_, count - from_ring, out.data() + from_ring);

    input_ = last;
    steps_ += count;
    roll(pairs.data() + kPad + count, steps_, pairs_);
    roll(fours.data() + kPad + count, steps_, fours_);
    roll(out.data() + count, steps_, values_, count);
}

}  // namespace ct::indicators
