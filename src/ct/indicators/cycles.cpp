// Cycles: ht_dcperiod, ht_dcphase, ht_phasor, ht_sine, ht_trendline, ht_trendmode.

#include "ct/indicators/cycles.hpp"

#include <array>
#include <cmath>
#include <cstddef>

#include "ct/core/maths.hpp"
#include "ct/core/simd.hpp"
#include "ct/indicators/hilbert.hpp"
#include "ct/indicators/kernel.hpp"

namespace ct::indicators {

namespace {

constexpr double kDegrees = 90.0 / maths::kHalfPi.high;  // in a radian

/// The period as a number of rows.
CT_IN_LOOPS std::size_t whole_rows(double period) {
    const double up = period + 0.5;
    return static_cast<std::size_t>(up);
}

/// Factors of the last rows, the newest one last, so many that all periods have the same: 0 for those before.
constexpr std::size_t kFactors = HilbertTransform::kPast;
using Factors = std::array<double, kFactors>;

/// For each period in rows, a cycle of it, and the shares of a mean over it.
struct Cycles {
    static constexpr std::size_t kPeriods = HilbertTransform::kMostPeriod + 1;
    std::array<Factors, kPeriods> sines{};
    std::array<Factors, kPeriods> cosines{};
    std::array<Factors, kPeriods> shares{};

    Cycles() {
        for (std::size_t period = 1; period < kPeriods; ++period) {
            const double step = 4.0 * maths::kHalfPi.high / static_cast<double>(period);
            for (std::size_t back = 0; back < period; ++back) {
                const std::size_t at = kFactors - 1 - back;
                sines[period][at] = maths::sin(static_cast<double>(back) * step);
                cosines[period][at] = maths::cos(static_cast<double>(back) * step);
                shares[period][at] = 1.0 / static_cast<double>(period);
            }
        }
    }
    static const Cycles& get() {
        static const Cycles kCycles;
        return kCycles;
    }
};

/// The sum of the last rows times their factors, several side by side.
CT_IN_LOOPS double weighted_sum(const double* newest, const Factors& factors) {
    constexpr std::size_t kSide = 8;
    static_assert(kFactors % kSide == 0);
    const double* const rows = newest + 1 - kFactors;
    double sums[kSide] = {};
    for (std::size_t at = 0; at < kFactors; at += kSide) {
        for (std::size_t k = 0; k < kSide; ++k) sums[k] += factors[at + k] * rows[at + k];
    }
    return ((sums[0] + sums[4]) + (sums[2] + sums[6])) + ((sums[1] + sums[5]) + (sums[3] + sums[7]));
}

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

DominantPhase::DominantPhase(PriceSmoothing smoothing)
    : transform_(HilbertTransform::kLateStart, smoothing), lead_in_(HilbertTransform::kLateLeadIn) {}

HilbertTransform::Rows DominantPhase::run_block(const double* price, std::size_t rows, double* phase) {
    const auto found = transform_.run(price, rows);
    Block cosines;
    Block lags;
    // The parts of the price's component of that period that go with a sine and with a cosine.
    each(rows, [=, cosine = cosines.data(), all = &Cycles::get()](std::size_t i) CT_LOOP {
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
    double* const means = means_.extend(rows);
    each(rows, [=, all = &Cycles::get()](std::size_t i)
                   CT_LOOP { means[i] = weighted_sum(found.price + i, all->shares[whole_rows(found.period[i])]); });
    each(rows, [=](std::size_t i) CT_LOOP {
        out[i] = (4.0 * means[i] + 3.0 * means[i - 1] + 2.0 * means[i - 2] + means[i - 3]) / 10.0;
    });
}

InstantaneousTrendline::InstantaneousTrendline(PriceSmoothing smoothing)
    : transform_(HilbertTransform::kLateStart, smoothing), lead_in_(HilbertTransform::kLateLeadIn) {}

void InstantaneousTrendline::run(Inputs<1> in, Lines<1> out, std::size_t rows) {
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        mean_.run(transform_.run(in[0] + at, count), count, out[0] + at);
    });
    lead_in_.blank(out, rows);
}

TrendMode::TrendMode(PriceSmoothing smoothing) : phase_(smoothing), lead_in_(HilbertTransform::kLateLeadIn) {}

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
