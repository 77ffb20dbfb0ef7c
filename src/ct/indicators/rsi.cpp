#include "ct/indicators/rsi.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <span>

#include "ct/core/simd.hpp"
#include "ct/indicators/kernel.hpp"
#include "ct/indicators/smoothing.hpp"

namespace ct::indicators {

namespace {

/// Runs below this length are not worth the loops over columns.
constexpr std::size_t kShortRun = 16;

// A NaN passes through both. The fall is exact, and no jump: no CPU could foresee which way the next change goes.
double rise(double change) { return change <= 0 ? 0.0 : change; }
double fall(double change) { return rise(change) - change; }

/// The changes between neighbours in[i - 1] and in[i].
void to_changes(const double* in, std::size_t size, double* up, double* down) {
    simd([=]() CT_LOOP {
        const double* before = in - 1;
        for (std::size_t i = 0; i < size; ++i) {
            const double change = in[i] - before[i];
            up[i] = rise(change);
            down[i] = fall(change);
        }
    });
}

template <class Index>
void to_indexes(const double* up, const double* down, std::size_t size, double* out) {
    simd([=]() CT_LOOP {
        for (std::size_t i = 0; i < size; ++i) out[i] = Index::of(up[i], down[i]);
    });
}

}  // namespace

template <class Index>
Strength<Index>::Strength(std::size_t period)
    : period_(period),
      previous_(kNan),
      up_(1.0 / static_cast<double>(period)),
      down_(1.0 / static_cast<double>(period)) {
    assert(period >= 1 && period <= kMaxPeriod);
}

template <class Index>
void Strength<Index>::run(std::span<const double> in, std::span<double> out) {
    assert(in.size() == out.size());
    std::size_t done = changes_ < period_ ? warm_up(in, out) : 0;
    if (in.size() - done < kShortRun) {
        for (; done < in.size(); ++done) out[done] = step(in[done]);
    } else {
        run_blocks(in.subspan(done), out.subspan(done));
    }
}

template <class Index>
double Strength<Index>::step(double value) {
    const double change = value - previous_;
    previous_ = value;
    const double up = up_.step(rise(change));
    const double down = down_.step(fall(change));
    return Index::of(up, down);
}

template <class Index>
void Strength<Index>::run_blocks(std::span<const double> in, std::span<double> out) {
    std::array<double, kBlockRows> up;
    std::array<double, kBlockRows> down;
    for (std::size_t done = 0; done < in.size();) {
        const std::size_t count = std::min(in.size() - done, kBlockRows);
        const double* from = in.data() + done;
        up[0] = rise(from[0] - previous_);
        down[0] = fall(from[0] - previous_);
        to_changes(from + 1, count - 1, up.data() + 1, down.data() + 1);
        previous_ = from[count - 1];
        up_.run({up.data(), count}, {up.data(), count});
        down_.run({down.data(), count}, {down.data(), count});
        to_indexes<Index>(up.data(), down.data(), count, out.data() + done);
        done += count;
    }
}

/// Returns how many values it took: those up to the first one that has an index.
template <class Index>
std::size_t Strength<Index>::warm_up(std::span<const double> in, std::span<double> out) {
    const auto period = static_cast<double>(period_);
    std::size_t i = 0;
    for (; i < in.size() && changes_ < period_; ++i) {
        const double change = in[i] - previous_;
        const bool first = std::isnan(previous_);
        previous_ = in[i];
        out[i] = kNan;
        if (first) continue;
        sum_up_ += rise(change);
        sum_down_ += fall(change);
        if (++changes_ == period_) {
            up_.start(sum_up_ / period);
            down_.start(sum_down_ / period);
            out[i] = Index::of(sum_up_ / period, sum_down_ / period);
        }
    }
    return i;
}

template class Strength<RiseShare>;
template class Strength<RiseBalance>;

}  // namespace ct::indicators
