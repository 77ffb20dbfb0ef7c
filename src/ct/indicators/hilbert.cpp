#include "ct/indicators/hilbert.hpp"

#include <algorithm>
#include <cstddef>

#include "ct/core/maths.hpp"
#include "ct/indicators/kernel.hpp"

namespace ct::indicators {

namespace {

// Of a value, and of those 2, 4 and 6 rows before it; the transform has them with signs + + - -.
constexpr double kOuter = 0.0962;
constexpr double kInner = 0.5769;

/// The transform's terms of older rows.
CT_IN_LOOPS double older_terms(const double* row) { return kInner * (row[-2] - row[-4]) - kOuter * row[-6]; }

CT_IN_LOOPS double smaller(double a, double b) { return a < b ? a : b; }
CT_IN_LOOPS double larger(double a, double b) { return a > b ? a : b; }

}  // namespace

HilbertTransform::HilbertTransform(std::size_t left_out)
    : left_(left_out),
      price_(kMostPeriod, 0.0),
      smooth_(kMostPeriod, 0.0),
      trendless_(kMostPeriod, 0.0),
      quadrature_(kMostPeriod, 0.0),
      periods_(kBlockRows) {}

HilbertTransform::Rows HilbertTransform::run(const double* in, std::size_t rows) {
    const double* const price = price_.append({in, rows});
    double* const smooth = smooth_.extend(rows);
    double* const trendless = trendless_.extend(rows);
    double* const quadrature = quadrature_.extend(rows);
    each(rows, [=](std::size_t i) CT_LOOP {
        smooth[i] = (4.0 * price[i] + 3.0 * price[i - 1] + 2.0 * price[i - 2] + price[i - 3]) / 10.0;
    });

    const std::size_t skipped = std::min(rows, left_);
    left_ -= skipped;
    for (double* const column : {smooth, trendless, quadrature, periods_.data()}) std::fill_n(column, skipped, 0.0);
    Block transformed;
    each(rows, [=, out = transformed.data()](std::size_t i)
                   CT_LOOP { out[i] = kOuter * smooth[i] + older_terms(smooth + i); });
    measure(transformed.data() + skipped, rows - skipped, trendless + skipped, quadrature + skipped,
            periods_.data() + skipped);
    return {price, smooth, trendless - 3, quadrature, periods_.data(), skipped};
}

// A row waits for the period that the row before it ends with, so whatever does not is added up beside that.
void HilbertTransform::measure(const double* transformed, std::size_t rows, double* trendless, double* quadrature,
                               double* periods) {
    constexpr double kTurn = 4.0 * maths::kHalfPi.high;
    for (std::size_t i = 0; i < rows; ++i) {
        const double* const in_phase = trendless + i - 3;
        const double scale = 0.075 * period_ + 0.54;
        trendless[i] = scale * transformed[i];
        quadrature[i] = scale * (kOuter * trendless[i] + older_terms(trendless + i));
        const double ahead_in_phase = scale * (kOuter * *in_phase + older_terms(in_phase));
        const double ahead_quadrature = scale * (kOuter * quadrature[i] + older_terms(quadrature + i));

        const Turn before = turn_;
        turn_.quadrature = 0.2 * (quadrature[i] + ahead_in_phase) + 0.8 * before.quadrature;
        turn_.in_phase = 0.2 * (*in_phase - ahead_quadrature) + 0.8 * before.in_phase;
        turn_.real = 0.2 * (turn_.in_phase * before.in_phase + turn_.quadrature * before.quadrature) + 0.8 * before.real;
        turn_.imaginary =
            0.2 * (turn_.in_phase * before.quadrature - turn_.quadrature * before.in_phase) + 0.8 * before.imaginary;

        double period = period_;
        if (turn_.imaginary != 0 && turn_.real != 0) period = kTurn / maths::atan_of_ratio(turn_.imaginary, turn_.real);
        period = larger(smaller(period, 1.5 * period_), 0.67 * period_);
        period = smaller(larger(period, 6.0), static_cast<double>(kMostPeriod));
        period_ = 0.2 * period + 0.8 * period_;
        smooth_period_ = 0.33 * period_ + 0.67 * smooth_period_;
        periods[i] = smooth_period_;
    }
}

}  // namespace ct::indicators
