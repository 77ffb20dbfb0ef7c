// Statistics of windows: variance, standard deviation, regression, correlation, covariance, beta, mean deviation.

#include <array>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <span>

#include "ct/core/maths.hpp"
#include "ct/core/simd.hpp"
#include "ct/indicators/kernel.hpp"
#include "ct/indicators/linear_regression.hpp"
#include "ct/indicators/mean_deviation.hpp"
#include "ct/indicators/pair_statistics.hpp"
#include "ct/indicators/standard_deviation.hpp"
#include "ct/indicators/style.hpp"
#include "ct/indicators/variance.hpp"

namespace ct::indicators {

namespace {

/// 0, or NaN when there is no finite mean: the distances from the mean of a single row are 0 whatever it is.
double missing(double mean) { return mean - mean; }

}  // namespace

Variance::Variance(std::size_t period, Deviation deviation)
    : window_(period),
      divisor_(static_cast<double>(deviation == Deviation::kSample && period > 1 ? period - 1 : period)) {}

void Variance::run(std::span<const double> in, std::span<double> out) {
    const double scale = 1.0 / divisor_;
    window_.run({in.data()}, in.size(), [=](std::size_t at, std::size_t rows, auto parts) {
        each(rows, [=, line = out.data() + at](std::size_t i)
                       CT_LOOP { line[i] = parts[1][i] * scale + missing(parts[0][i]); });
    });
}

void StandardDeviation::run(std::span<const double> in, std::span<double> out) {
    in_blocks(in.size(), [&](std::size_t at, std::size_t rows) {
        double* const line = out.data() + at;
        variance_.run(in.subspan(at, rows), {line, rows});
        each(rows, [line, factor = factor_](std::size_t i) CT_LOOP { line[i] = std::sqrt(line[i]) * factor; });
    });
}

LinearRegression::LinearRegression(std::size_t period, RegressionPart part) : window_(period) {
    assert(period >= 2);
    // Through the mean of value and row, with a slope of sum (x - mean x)(row - mean row) over sum (row - mean row)^2.
    const auto n = static_cast<double>(period);
    const double slope = 12.0 / (n * (n * n - 1.0));
    const double half = (n - 1.0) / 2.0;
    switch (part) {
        case RegressionPart::kValue:
            trend_weight_ = slope * half;
            break;
        case RegressionPart::kIntercept:
            trend_weight_ = -slope * half;
            break;
        case RegressionPart::kForecast:
            trend_weight_ = slope * (half + 1.0);
            break;
        case RegressionPart::kSlope:
            trend_weight_ = slope;
            mean_weight_ = 0.0;
    }
}

void LinearRegression::run(std::span<const double> in, std::span<double> out) {
    window_.run({in.data()}, in.size(), [&](std::size_t at, std::size_t rows, auto parts) {
        each(rows, [m = mean_weight_, t = trend_weight_, mean = parts[0], trend = parts[1],
                    line = out.data() + at](std::size_t i) CT_LOOP { line[i] = m * mean[i] + t * trend[i]; });
    });
}

void LinearRegressionAngle::run(std::span<const double> in, std::span<double> out) {
    constexpr double kDegrees = 90.0 / maths::kHalfPi.high;
    in_blocks(in.size(), [&](std::size_t at, std::size_t rows) {
        double* const line = out.data() + at;
        slope_.run(in.subspan(at, rows), {line, rows});
        each(rows, [=](std::size_t i) CT_LOOP { line[i] = maths::atan(line[i]) * kDegrees; });
    });
}

void Correlation::run(Inputs<2> in, Lines<1> out, std::size_t rows) {
    window_.run(in, rows, [&](std::size_t at, std::size_t count, auto parts) {
        each(count, [=, line = out[0] + at](std::size_t i) CT_LOOP {
            const double scale = (parts[2][i] + missing(parts[0][i])) * (parts[3][i] + missing(parts[1][i]));
            const double root = std::sqrt(scale > 0 ? scale : 1.0);
            line[i] = scale > 0 ? parts[4][i] / root : scale != scale ? scale : 0.0;
        });
    });
}

void Covariance::run(Inputs<2> in, Lines<1> out, std::size_t rows) {
    const double share = 1.0 / static_cast<double>(window_.period());
    window_.run(in, rows, [&](std::size_t at, std::size_t count, auto parts) {
        each(count, [=, line = out[0] + at](std::size_t i)
                        CT_LOOP { line[i] = parts[4][i] * share + missing(parts[0][i]) + missing(parts[1][i]); });
    });
}

void Beta::run(Inputs<2> in, Lines<1> out, std::size_t rows) {
    std::array<Block, 2> returns;
    in_blocks(rows, [&](std::size_t block, std::size_t size) {
        for (std::size_t k = 0; k < returns.size(); ++k) {
            const double* const price = in[k] + block;
            returns[k][0] = previous_[k] == 0 ? 0.0 : price[0] / previous_[k] - 1.0;
            each(size - 1, [price, result = returns[k].data() + 1](std::size_t i)
                               CT_LOOP { result[i] = price[i] == 0 ? 0.0 : price[i + 1] / price[i] - 1.0; });
            previous_[k] = price[size - 1];
        }
        window_.run({returns[0].data(), returns[1].data()}, size, [&](std::size_t at, std::size_t count, auto parts) {
            each(count, [=, line = out[0] + block + at](std::size_t i) CT_LOOP {
                const double spread = parts[2][i] + missing(parts[0][i]) + missing(parts[1][i]);
                line[i] = spread == 0 ? 0.0 : parts[4][i] / spread;
            });
        });
    });
}

void MeanDeviation::run(Inputs<1> in, Lines<2> out, std::size_t rows) {
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        const auto lines = from_row(out, at);
        const double* const values = history_.append({in[0] + at, count});
        mean_.run({values, count}, {lines[0], count});
        if (style_ == Style::kTaLib) {
            mean_distances(values, lines[0], count, lines[1]);
        } else {
            each(count, [=](std::size_t i) CT_LOOP { lines[1][i] = std::fabs(values[i] - lines[0][i]); });
            distance_.run({lines[1], count}, {lines[1], count});
        }
    });
}

void MeanDeviation::mean_distances(const double* values, const double* mean, std::size_t rows, double* to) const {
    const double share = 1.0 / static_cast<double>(period_);
    const std::size_t period = period_;
    simd([=]() CT_LOOP {
        for (std::size_t i = 0; i < rows; ++i) to[i] = 0;
        for (std::size_t back = period; back-- > 0;) {
            const double* const value = values - back;
            for (std::size_t i = 0; i < rows; ++i) to[i] += std::fabs(value[i] - mean[i]);
        }
        for (std::size_t i = 0; i < rows; ++i) to[i] *= share;
    });
}

}  // namespace ct::indicators
