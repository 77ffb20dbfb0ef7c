#include "ct/indicators/ema.hpp"

#include <cassert>
#include <cmath>
#include <cstddef>
#include <span>

#include "ct/indicators/kernel.hpp"
#include "ct/indicators/smoothing.hpp"

namespace ct::indicators {

Ema::Ema(std::size_t period, Seed seed, std::size_t skip)
    : Ema(period, 2.0 / (static_cast<double>(period) + 1.0), seed, skip) {}

Ema::Ema(std::size_t period, double weight, Seed seed, std::size_t skip)
    : period_(period), skip_(skip), seed_(seed), smoothing_(weight) {
    assert(period >= 1 && period <= kMaxPeriod);
}

Ema Ema::wilder(std::size_t period, Seed seed) { return {period, 1.0 / static_cast<double>(period), seed, 0}; }

void Ema::run(std::span<const double> in, std::span<double> out) {
    assert(in.size() == out.size());
    const std::size_t done = warm_up(in, out);
    smoothing_.run(in.subspan(done), out.subspan(done));
}

/// Returns how many values it took: those up to the first one that has an average.
std::size_t Ema::warm_up(std::span<const double> in, std::span<double> out) {
    std::size_t i = 0;
    for (; i < in.size() && seen_ < skip_ + period_; ++i) {
        const double value = in[i];
        out[i] = kNan;
        if (seen_ == 0 && std::isnan(value)) continue;
        if (++seen_ <= skip_) continue;
        if (seed_ == Seed::kMean) {
            sum_ += value;
            if (seen_ == skip_ + period_) smoothing_.start(out[i] = sum_ / static_cast<double>(period_));
            continue;
        }
        double average = value;
        if (seen_ == skip_ + 1) {
            smoothing_.start(value);
        } else {
            smoothing_.run({&value, 1}, {&average, 1});
        }
        if (seen_ == skip_ + period_) out[i] = average;
    }
    return i;
}

}  // namespace ct::indicators
