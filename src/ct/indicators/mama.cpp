#include "ct/indicators/mama.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>

#include "ct/core/maths.hpp"
#include "ct/core/simd.hpp"
#include "ct/indicators/hilbert.hpp"
#include "ct/indicators/kernel.hpp"

namespace ct::indicators {

Mama::Mama(double fast, double slow, PriceSmoothing smoothing)
    : fast_(fast), slow_(slow), transform_(HilbertTransform::kStart, smoothing), lead_in_(HilbertTransform::kLeadIn) {}

void Mama::run(Inputs<1> in, Lines<2> out, std::size_t rows) {
    constexpr double kDegrees = 90.0 / maths::kHalfPi.high;  // in a radian
    Block weights;
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        const auto found = transform_.run(in[0] + at, count);
        each(count, [=, weight = weights.data()](std::size_t i) CT_LOOP {
            const double in_phase = found.in_phase[i];
            weight[i] = in_phase == 0 ? 0.0 : maths::atan_of_ratio(found.quadrature[i], in_phase) * kDegrees;
        });
        for (std::size_t i = found.left_out; i < count; ++i) {
            // The weight falls as the phase goes back by more than a degree a row.
            const double step = phase_ - weights[i];
            phase_ = weights[i];
            const double weight = step > 1.0 ? std::max(fast_ / step, slow_) : fast_;
            mama_ = weight * found.price[i] + (1.0 - weight) * mama_;
            fama_ = 0.5 * weight * mama_ + (1.0 - 0.5 * weight) * fama_;
            out[0][at + i] = mama_;
            out[1][at + i] = fama_;
        }
    });
    lead_in_.blank(out, rows);
}

void MamaLine::run(std::span<const double> in, std::span<double> out) {
    std::size_t begin = 0;
    for (; !begun_ && begin < in.size(); ++begin) {
        if (begun_ = !std::isnan(in[begin]); begun_) break;
        out[begin] = kNan;
    }
    Block fama;
    in_blocks(in.size() - begin, [&](std::size_t at, std::size_t rows) {
        both_.run({in.data() + begin + at}, {out.data() + begin + at, fama.data()}, rows);
    });
}

}  // namespace ct::indicators
