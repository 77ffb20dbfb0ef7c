#include "ct/indicators/ranking.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>

#include "ct/indicators/kernel.hpp"

namespace ct::indicators {

Percentile::Percentile(std::size_t period, double percentile)
    : rank_(static_cast<std::size_t>(std::max(std::ceil(percentile * static_cast<double>(period) / 100.0), 1.0)) - 1),
      window_(period, kNan),
      sorted_(period, kNan) {}

void Percentile::run(std::span<const double> in, std::span<double> out) {
    for (std::size_t i = 0; i < in.size(); ++i) {
        auto end = sorted_.begin() + static_cast<std::ptrdiff_t>(seen_ - missing_);
        if (seen_ == window_.size()) {
            const double oldest = window_[head_];
            if (std::isnan(oldest)) {
                --missing_;
            } else {
                const auto place = std::lower_bound(sorted_.begin(), end, oldest);
                std::copy(place + 1, end, place);
                --end;
            }
            --seen_;
        }
        const double value = in[i];
        if (std::isnan(value)) {
            ++missing_;
        } else {
            const auto place = std::upper_bound(sorted_.begin(), end, value);
            std::copy_backward(place, end, end + 1);
            *place = value;
        }
        ++seen_;
        window_[head_] = value;
        head_ = head_ + 1 == window_.size() ? 0 : head_ + 1;
        out[i] = seen_ == window_.size() && missing_ == 0 ? sorted_[rank_] : kNan;
    }
}

void PercentRank::run(std::span<const double> in, std::span<double> out) {
    const std::size_t period = period_;
    const double factor = 100.0 / static_cast<double>(period);
    in_blocks(in.size(), [&](std::size_t at, std::size_t rows) {
        const double* const values = history_.append(in.subspan(at, rows));
        simd([=, line = out.data() + at]() CT_LOOP {
            for (std::size_t i = 0; i < rows; ++i) line[i] = 0;
            for (std::size_t back = 1; back <= period; ++back) {
                const double* const before = values - back;
                for (std::size_t i = 0; i < rows; ++i) {
                    // Not less, and not comparable either: NaN.
                    const double other = before[i] >= values[i] ? 0.0 : kNan;
                    line[i] += before[i] < values[i] ? 1.0 : other;
                }
            }
            for (std::size_t i = 0; i < rows; ++i) line[i] = values[i] != values[i] ? values[i] : line[i] * factor;
        });
    });
}

}  // namespace ct::indicators
