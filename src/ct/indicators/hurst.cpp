#include "ct/indicators/hurst.hpp"

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

#include "ct/core/maths_logarithm.hpp"
#include "ct/core/simd.hpp"
#include "ct/indicators/kernel.hpp"

namespace ct::indicators {

Hurst::Hurst(std::size_t period, std::size_t first, std::size_t end)
    : period_(period), first_(std::min(first, period - 4)), history_(period) {
    const std::size_t last = std::clamp(end == 0 ? period / 2 : end, first_ + 2, period - 1);
    double mean = 0;
    for (std::size_t lag = first_; lag < last; ++lag) {
        spreads_.emplace_back(period - lag);
        weights_.push_back(maths::log(static_cast<double>(lag)));
        mean += weights_.back() / static_cast<double>(last - first_);
    }
    double squares = 0;
    for (double& weight : weights_) {
        weight -= mean;
        squares += weight * weight;
    }
    // Twice the slope of the logarithm of the root of the deviation: half of that of the variance.
    for (double& weight : weights_) weight /= 2.0 * squares;
}

void Hurst::run(std::span<const double> in, std::span<double> out) {
    Block differences;
    in_blocks(in.size(), [&](std::size_t at, std::size_t rows) {
        const double* const values = history_.append(in.subspan(at, rows));
        double* const line = out.data() + at;
        std::fill_n(line, rows, 0.0);
        for (std::size_t k = 0; k < spreads_.size(); ++k) {
            const double* const before = values - (first_ + k);
            const auto count = static_cast<double>(spreads_[k].period());
            each(rows, [=, to = differences.data()](std::size_t i) CT_LOOP { to[i] = values[i] - before[i]; });
            spreads_[k].run({differences.data()}, rows, [&](std::size_t from, std::size_t part, auto parts) {
                each(part, [=, weight = weights_[k], to = line + from](std::size_t i) CT_LOOP {
                    to[i] += weight * maths::log(parts[1][i] / count + (parts[0][i] - parts[0][i]));
                });
            });
        }
    });
}

}  // namespace ct::indicators
