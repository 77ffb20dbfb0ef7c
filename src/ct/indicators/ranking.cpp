#include "ct/indicators/ranking.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <span>
#include <utility>

#include "ct/core/simd.hpp"
#include "ct/indicators/kernel.hpp"
#include "ct/indicators/style.hpp"

namespace ct::indicators {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

}  // namespace

Percentile::Percentile(std::size_t period, double percentile)
    : rank_(static_cast<std::size_t>(std::max(std::ceil(percentile * static_cast<double>(period) / 100.0), 1.0)) - 1),
      missing_(period),
      window_(period, kNan),
      sorted_(period, kInfinity) {}

void Percentile::run(std::span<const double> in, std::span<double> out) {
    for (std::size_t i = 0; i < in.size(); ++i) {
        const double old = std::exchange(window_[head_], in[i]);
        head_ = head_ + 1 == window_.size() ? 0 : head_ + 1;
        missing_ += std::isnan(in[i]) ? 1U : 0U;
        missing_ -= std::isnan(old) ? 1U : 0U;
        replace(std::isnan(old) ? kInfinity : old, std::isnan(in[i]) ? kInfinity : in[i]);
        out[i] = missing_ == 0 ? sorted_[rank_] : kNan;
    }
}

/// Only what lies between the places of the two values is moved.
void Percentile::replace(double old, double value) {
    double* place = &*std::lower_bound(sorted_.begin(), sorted_.end(), old);
    if (value < old) {
        const double* const first = sorted_.data();
        for (; place != first && value < *(place - 1); --place) *place = *(place - 1);
    } else {
        const double* const last = sorted_.data() + sorted_.size() - 1;
        for (; place != last && *(place + 1) < value; ++place) *place = *(place + 1);
    }
    *place = value;
}

PercentRank::PercentRank(std::size_t period, Style style)
    : before_(style == Style::kTaLib ? period : period - 1),
      factor_((style == Style::kTaLib ? 100.0 : 1.0) / static_cast<double>(period)),
      history_(period) {}

void PercentRank::run(std::span<const double> in, std::span<double> out) {
    const std::size_t period = before_;
    const double factor = factor_;
    in_blocks(in.size(), [&](std::size_t at, std::size_t rows) {
        const double* const values = history_.append(in.subspan(at, rows));
        simd([=, line = out.data() + at]() CT_LOOP {
            for (std::size_t i = 0; i < rows; ++i) line[i] = 0;
            std::size_t back = 1;
            for (; back + 3 <= period; back += 4) {  // four at a time: each count is read and written less often
                const double* const a = values - back;
                const double* const b = a - 1;
                const double* const c = a - 2;
                const double* const d = a - 3;
                for (std::size_t i = 0; i < rows; ++i) {
                    const double first = (a[i] < values[i] ? 1.0 : 0.0) + (b[i] < values[i] ? 1.0 : 0.0);
                    const double second = (c[i] < values[i] ? 1.0 : 0.0) + (d[i] < values[i] ? 1.0 : 0.0);
                    line[i] += first + second;
                }
            }
            for (; back <= period; ++back) {
                const double* const before = values - back;
                for (std::size_t i = 0; i < rows; ++i) line[i] += before[i] < values[i] ? 1.0 : 0.0;
            }
            for (std::size_t i = 0; i < rows; ++i) line[i] *= factor;
        });
        const auto past = static_cast<std::ptrdiff_t>(period);
        for (std::ptrdiff_t i = -past; std::cmp_less(i, rows); ++i) {
            if (values[i] == values[i]) continue;
            const std::ptrdiff_t first = std::max<std::ptrdiff_t>(i, 0);
            const std::ptrdiff_t last = std::min(i + past, static_cast<std::ptrdiff_t>(rows) - 1);
            for (std::ptrdiff_t k = first; k <= last; ++k) out[at + static_cast<std::size_t>(k)] = kNan;
        }
    });
}

void Dv2::run(Inputs<3> in, Lines<1> out, std::size_t rows) {
    Block place;
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        const auto from = from_row(in, at);
        double* const line = out[0] + at;
        each(count,
             [=, to = place.data()](std::size_t i) CT_LOOP { to[i] = from[2][i] / ((from[0][i] + from[1][i]) / 2.0); });
        mean_.run({place.data(), count}, {place.data(), count});
        rank_.run({place.data(), count}, {line, count});
        each(count, [=](std::size_t i) CT_LOOP { line[i] *= 100.0; });
    });
}

}  // namespace ct::indicators
