// Cycles: ht_dcperiod, ht_dcphase, ht_phasor, ht_sine, ht_trendline, ht_trendmode.

#include "ct/indicators/cycles.hpp"

#include <array>
#include <cmath>
#include <cstddef>

#include "ct/core/maths.hpp"
#include "ct/core/simd.hpp"
#include "ct/indicators/cycle_factors.hpp"
#include "ct/indicators/hilbert.hpp"
#include "ct/indicators/kernel.hpp"

namespace ct::indicators {

namespace {

constexpr double kDegrees = 90.0 / maths::kHalfPi.high;  // in a radian

}  // namespace

DominantPeriod::DominantPeriod(PriceSmoothing smoothing)
    : transform_(HilbertTransform::kStart, smoothing), lead_in_(HilbertTransform::kLeadIn) {}

void DominantPeriod::run(Inputs<1> in, Lines<1> out, std::size_t rows) {
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        copy_rows(transform_.run(in[0] + at, count).period, count, out[0] + at);
    });
    lead_in_.blank(out, rows);
}

Phasor::Phasor(PriceSmoothing smoothing)
    : transform_(HilbertTransform::kStart, smoothing), lead_in_(HilbertTransform::kLeadIn) {}

void Phasor::run(Inputs<1> in, Lines<2> out, std::size_t rows) {
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        const auto found = transform_.run(in[0] + at, count);
        copy_rows(found.in_phase, count, out[0] + at);
        copy_rows(found.quadrature, count, out[1] + at);
    });
    lead_in_.blank(out, rows);
}

DominantPhase::DominantPhase(PriceSmoothing smoothing, bool with_mean)
    : transform_(HilbertTransform::kLateStart, smoothing, with_mean), lead_in_(HilbertTransform::kLateLeadIn) {}

HilbertTransform::Rows DominantPhase::run_block(const double* price, std::size_t rows, double* phase) {
    const auto found = transform_.run(price, rows);
    Block cosines;
    Block lags;
    // The parts of the price's component of that period that go with a sine and with a cosine.
    each(rows, [=, cosine = cosines.data(), all = &CycleFactors::get()](std::size_t i) CT_LOOP {
        const std::size_t period = whole_rows(found.period[i]);
        phase[i] = weighted_sum(found.smooth + i, all->sines[period]);
        cosine[i] = weighted_sum(found.smooth + i, all->cosines[period]);
    });
    each(rows, [=, cosine = cosines.data(), lag = lags.data(), period = found.period](std::size_t i) CT_LOOP {
        const double sine = phase[i];
        const double side = sine > 0 ? 1.0 : sine < 0 ? -1.0 : 0.0;
        phase[i] = cosine[i] == 0 ? side : maths::atan_of_ratio(sine, cosine[i]) * kDegrees;
        // The smoothed price lags behind by a row.
        lag[i] = 360.0 / period[i];
    });
    for (std::size_t i = found.left_out; i < rows; ++i) {
        if (cosines[i] != 0) {
            phase_ = phase[i];
        } else {
            phase_ += 90.0 * phase[i];
        }
        phase_ += 90.0 + lags[i];
        if (cosines[i] < 0) phase_ += 180.0;
        if (phase_ > 315.0) phase_ -= 360.0;
        phase[i] = phase_;
    }
    return found;
}

void DominantPhase::run(Inputs<1> in, Lines<1> out, std::size_t rows) {
    in_blocks(rows, [&](std::size_t at, std::size_t count) { run_block(in[0] + at, count, out[0] + at); });
    lead_in_.blank(out, rows);
}

namespace {

void sines(const double* phase, std::size_t rows, double* sine, double* lead) {
    each(rows, [=](std::size_t i) CT_LOOP {
        lead[i] = maths::sin_near((phase[i] + 45.0) / kDegrees);
        sine[i] = maths::sin_near(phase[i] / kDegrees);
    });
}

}  // namespace

PhaseSine::PhaseSine(PriceSmoothing smoothing) : phase_(smoothing), lead_in_(HilbertTransform::kLateLeadIn) {}

void PhaseSine::run(Inputs<1> in, Lines<2> out, std::size_t rows) {
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        double* const sine = out[0] + at;
        phase_.run_block(in[0] + at, count, sine);
        sines(sine, count, sine, out[1] + at);
    });
    lead_in_.blank(out, rows);
}

CycleFreeMean::CycleFreeMean() : means_(3, 0.0) {}

void CycleFreeMean::run(const HilbertTransform::Rows& found, std::size_t rows, double* out) {
    const double* const means = means_.append({found.mean, rows});
    each(rows, [=](std::size_t i) CT_LOOP {
        out[i] = (4.0 * means[i] + 3.0 * means[i - 1] + 2.0 * means[i - 2] + means[i - 3]) / 10.0;
    });
}

InstantaneousTrendline::InstantaneousTrendline(PriceSmoothing smoothing)
    : transform_(HilbertTransform::kLateStart, smoothing, true), lead_in_(HilbertTransform::kLateLeadIn) {}

void InstantaneousTrendline::run(Inputs<1> in, Lines<1> out, std::size_t rows) {
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        mean_.run(transform_.run(in[0] + at, count), count, out[0] + at);
    });
    lead_in_.blank(out, rows);
}

TrendMode::TrendMode(PriceSmoothing smoothing) : phase_(smoothing, true), lead_in_(HilbertTransform::kLateLeadIn) {}

void TrendMode::run(Inputs<1> in, Lines<1> out, std::size_t rows) {
    Block phase;
    Block sine;
    Block lead;
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        double* const line = out[0] + at;
        const auto found = phase_.run_block(in[0] + at, count, phase.data());
        mean_.run(found, count, line);
        sines(phase.data(), count, sine.data(), lead.data());
        for (std::size_t i = found.left_out; i < count; ++i) {
            const bool crosses = (sine[i] > lead[i] && sine_before_ <= lead_before_) ||
                                 (sine[i] < lead[i] && sine_before_ >= lead_before_);
            rows_in_trend_ = crosses ? 1.0 : rows_in_trend_ + 1.0;
            const double step = phase[i] - phase_before_;
            const double pace = 360.0 / found.period[i];
            const bool turns = step > 0.67 * pace && step < 1.5 * pace;
            const bool cycles = crosses || rows_in_trend_ < 0.5 * found.period[i] || turns;
            const bool far = line[i] != 0 && std::fabs((found.smooth[i] - line[i]) / line[i]) >= 0.015;
            line[i] = far || !cycles ? 1.0 : 0.0;
            phase_before_ = phase[i];
            sine_before_ = sine[i];
            lead_before_ = lead[i];
        }
    });
    lead_in_.blank(out, rows);
}

}  // namespace ct::indicators
