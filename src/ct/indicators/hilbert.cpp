#include "ct/indicators/hilbert.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "ct/core/maths.hpp"
#include "ct/core/simd.hpp"
#include "ct/indicators/cycle_factors.hpp"
#include "ct/indicators/kernel.hpp"

namespace ct::indicators {

namespace {

// Of a value, and of those 2, 4 and 6 rows before it; the transform has them with signs + + - -.
constexpr double kOuter = 0.0962;
constexpr double kInner = 0.5769;  // NOLINT(modernize-use-std-numbers): not Euler's constant

/// The transform's terms of older rows.
CT_IN_LOOPS double older_terms(const double* row) { return kInner * (row[-2] - row[-4]) - kOuter * row[-6]; }

CT_IN_LOOPS double smaller(double a, double b) { return a < b ? a : b; }
CT_IN_LOOPS double larger(double a, double b) { return a > b ? a : b; }

constexpr double kLeastPeriod = 6;

/// (atan t - t) / t^3 in t^2, for t up to 0.4965.
constexpr std::array kAtan = {-0x1.5555555555554p-2, 0x1.9999999998f57p-3, -0x1.2492492415c3bp-3, 0x1.c71c717cde5c3p-4,
                              -0x1.745d0bcb1141ep-4, 0x1.3b12a3c855c33p-4, -0x1.11014c0dc92bcp-4, 0x1.e0a7a6ff08552p-5,
                              -0x1.a6de057660500p-5, 0x1.600e5a7127cb4p-5, -0x1.de7187325ec8ep-6, 0x1.73b03cbd176f3p-7};

/// The period of a cycle that turns by the angle of real and imaginary in a row, within the least and the most one; the
/// least also where it turns back. As all rows wait for it, it takes the angle's distance from the middle of the two
/// that are possible, which a single series covers, instead of an atan() for any.
CT_IN_LOOPS double period_of_turn(double real, double imaginary) {
    constexpr double kMiddle = 0x1.2c40a2a705849p-1;  // (2 pi / least + 2 pi / most) / 2
    constexpr double kSine = 0x1.1b56231bc4104p-1;
    constexpr double kCosine = 0x1.aa74a721fcbbep-1;
    constexpr double kMost = 0x1.fc51696522f99p-2;  // tangent of 2 pi / least - middle
    const double tangent = (imaginary * kCosine - real * kSine) / (real * kCosine + imaginary * kSine);
    const bool back = (imaginary < 0) != (real < 0);
    const double forth = back ? kMost : tangent;
    const double t = larger(smaller(forth, kMost), -kMost);
    const double z = t * t;
    return 4.0 * maths::kHalfPi.high / ((kMiddle + t) + t * z * maths::polynomial<kAtan>(z));
}

}  // namespace

HilbertTransform::HilbertTransform(std::size_t left_out, PriceSmoothing smoothing, bool with_mean)
    : smoothing_(smoothing),
      with_mean_(with_mean),
      left_(left_out),
      price_(kPast, 0.0),
      smooth_(kPast, 0.0),
      trendless_(kPast, 0.0),
      quadrature_(kPast, 0.0),
      periods_(kBlockRows),
      means_(kBlockRows) {}

HilbertTransform::Rows HilbertTransform::run(const double* in, std::size_t rows) {
    const double* const price = price_.append({in, rows});
    double* const smoothed = smooth_.extend(rows);
    double* const trendless = trendless_.extend(rows);
    double* const quadrature = quadrature_.extend(rows);
    smooth(price, rows, smoothed);

    const std::size_t skipped = std::min(rows, left_);
    left_ -= skipped;
    for (double* const column : {smoothed, trendless, quadrature, periods_.data(), means_.data()})
        std::fill_n(column, skipped, 0.0);
    Block transformed;
    each(rows, [=, out = transformed.data()](std::size_t i)
                   CT_LOOP { out[i] = kOuter * smoothed[i] + older_terms(smoothed + i); });
    measure(transformed.data(), price, rows, trendless, quadrature, skipped);
    return {price, smoothed, trendless - 3, quadrature, periods_.data(), means_.data(), skipped};
}

void HilbertTransform::smooth(const double* price, std::size_t rows, double* out) {
    if (smoothing_ == PriceSmoothing::kExact) {
        each(rows, [=](std::size_t i) CT_LOOP {
            out[i] = (4.0 * price[i] + 3.0 * price[i - 1] + 2.0 * price[i - 2] + price[i - 3]) / 10.0;
        });
        return;
    }
    for (std::size_t i = 0; i < rows; ++i) {
        sum_ = (sum_ + price[i]) - price[i - 4];
        weighted_sum_ += 4.0 * price[i];
        out[i] = weighted_sum_ * 0.1;
        weighted_sum_ -= sum_;
    }
}

// A row waits for the period that the row before it ends with. Whatever does not is added up beside that, so sums have
// the newest term last.
void HilbertTransform::measure(const double* transformed, const double* price, std::size_t rows, double* trendless,
                               double* quadrature, std::size_t first) {
    simd([=, this, factors = &CycleFactors::get()]() CT_LOOP {
        const bool with_mean = with_mean_;
        double* const periods = periods_.data();
        double* const means = means_.data();
        Turn last = turn_;
        double scale = scale_;
        double period = period_;
        double smooth_period = smooth_period_;
        for (std::size_t i = first; i < rows; ++i) {
            const double* const in_phase = trendless + i - 3;
            const double ahead_in_phase = scale * (kOuter * *in_phase + older_terms(in_phase));
            const double later = scale * (kOuter * transformed[i]) + older_terms(trendless + i);
            const double ahead_quadrature = (kOuter * scale) * later + older_terms(quadrature + i);
            trendless[i] = scale * transformed[i];
            quadrature[i] = scale * later;

            Turn turn;
            turn.quadrature = (0.2 * ahead_in_phase + 0.8 * last.quadrature) + (0.2 * scale) * later;
            turn.in_phase = (0.2 * *in_phase + 0.8 * last.in_phase) - (0.2 * scale) * ahead_quadrature;
            turn.real =
                (0.8 * last.real + turn.quadrature * (0.2 * last.quadrature)) + turn.in_phase * (0.2 * last.in_phase);
            turn.imaginary = (0.8 * last.imaginary - turn.quadrature * (0.2 * last.in_phase)) +
                             turn.in_phase * (0.2 * last.quadrature);
            last = turn;

            const double least = larger(0.67 * period, kLeastPeriod);
            const double most = smaller(1.5 * period, static_cast<double>(kMostPeriod));
            const bool turns = turn.real != 0 && turn.imaginary != 0;
            const double measured = turns ? period_of_turn(turn.real, turn.imaginary) : period;
            const double kept = larger(smaller(measured, most), least);
            scale = (0.06 * period + 0.54) + 0.015 * kept;  // 0.075 of the new period, and 0.54
            period = 0.8 * period + 0.2 * kept;
            smooth_period = 0.67 * smooth_period + 0.33 * period;
            periods[i] = smooth_period;
            if (with_mean) means[i] = weighted_sum(price + i, factors->shares[whole_rows(smooth_period)]);
        }
        turn_ = last;
        scale_ = scale;
        period_ = period;
        smooth_period_ = smooth_period;
    });
}

}  // namespace ct::indicators
