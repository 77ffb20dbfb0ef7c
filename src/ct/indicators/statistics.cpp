// Statistics of windows: variance, standard deviation, regression, correlation, covariance, beta, mean deviation.

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <span>

#include "ct/indicators/kernel.hpp"
#include "ct/indicators/linear_regression.hpp"
#include "ct/indicators/mean_deviation.hpp"
#include "ct/indicators/pair_statistics.hpp"
#include "ct/indicators/standard_deviation.hpp"
#include "ct/indicators/variance.hpp"

namespace ct::indicators {

Variance::Variance(std::size_t period, Deviation deviation)
    : window_(period),
      divisor_(static_cast<double>(deviation == Deviation::kSample && period > 1 ? period - 1 : period)) {}

void Variance::run(std::span<const double> in, std::span<double> out) {
    const double share = 1.0 / static_cast<double>(window_.period());
    const double scale = 1.0 / divisor_;
    window_.run({in.data()}, in.size(),
                [=](std::size_t at, std::size_t rows, auto prefix, auto suffix, auto /*anchor*/) {
                    each(rows, [=, sum = suffix[0], sum_now = prefix[0], square = suffix[1], square_now = prefix[1],
                                line = out.data() + at](std::size_t i) CT_LOOP {
                        const double d = sum[i] + sum_now[i];
                        const double variance = ((square[i] + square_now[i]) - d * d * share) * scale;
                        line[i] = variance < 0 ? 0.0 : variance;
                    });
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
    // Of the values y at k = 0 .. n - 1, with S their sum and W the one weighted by k + 1:
    // slope = (W - S (n + 1) / 2) 12 / (n (n^2 - 1)), the line at k is S / n + slope (k - (n - 1) / 2).
    const auto n = static_cast<double>(period);
    const double slope_trend = 12.0 / (n * (n * n - 1.0));
    const double slope_sum = -6.0 / (n * (n - 1.0));
    const auto at = [&](double k) {
        const double distance = k - (n - 1.0) / 2.0;
        sum_weight_ = 1.0 / n + slope_sum * distance;
        trend_weight_ = slope_trend * distance;
        anchor_weight_ = 1.0;
    };
    switch (part) {
        case RegressionPart::kValue:
            at(n - 1.0);
            break;
        case RegressionPart::kIntercept:
            at(0.0);
            break;
        case RegressionPart::kForecast:
            at(n);
            break;
        case RegressionPart::kSlope:
            sum_weight_ = slope_sum;
            trend_weight_ = slope_trend;
            anchor_weight_ = 0.0;
    }
}

void LinearRegression::run(std::span<const double> in, std::span<double> out) {
    const double a = anchor_weight_;
    const double s = sum_weight_;
    const double w = trend_weight_;
    window_.run({in.data()}, in.size(), [=](std::size_t at, std::size_t rows, auto prefix, auto suffix, auto anchor) {
        each(rows, [=, sum = suffix[0], sum_now = prefix[0], trend = suffix[1], trend_now = prefix[1], base = anchor[0],
                    line = out.data() + at](std::size_t i) CT_LOOP {
            line[i] = a * base[i] + (s * (sum[i] + sum_now[i]) + w * (trend[i] + trend_now[i]));
        });
    });
}

namespace {

/// The five sums of a row.
struct PairSums {
    double x;
    double y;
    double xx;
    double yy;
    double xy;
};

template <class Result>
void run_pairs(BlockWindow<PairFold>& window, Inputs<2> in, double* out, std::size_t rows, const Result& result) {
    window.run(in, rows, [=](std::size_t at, std::size_t count, auto prefix, auto suffix, auto /*anchor*/) {
        each(count, [=, line = out + at](std::size_t i) CT_LOOP {
            line[i] =
                result(PairSums{suffix[0][i] + prefix[0][i], suffix[1][i] + prefix[1][i], suffix[2][i] + prefix[2][i],
                                suffix[3][i] + prefix[3][i], suffix[4][i] + prefix[4][i]});
        });
    });
}

}  // namespace

void Correlation::run(Inputs<2> in, Lines<1> out, std::size_t rows) {
    const auto n = static_cast<double>(window_.period());
    run_pairs(window_, in, out[0], rows, [n](const PairSums& s) CT_LOOP {
        const double scale = (n * s.xx - s.x * s.x) * (n * s.yy - s.y * s.y);
        const double root = std::sqrt(scale > 0 ? scale : 1.0);
        const double together = n * s.xy - s.x * s.y;
        return scale > 0 || scale != scale ? (scale != scale ? scale : together / root) : 0.0;
    });
}

void Covariance::run(Inputs<2> in, Lines<1> out, std::size_t rows) {
    const double share = 1.0 / static_cast<double>(window_.period());
    run_pairs(window_, in, out[0], rows,
              [share](const PairSums& s) CT_LOOP { return (s.xy - s.x * s.y * share) * share; });
}

void Beta::run(Inputs<2> in, Lines<1> out, std::size_t rows) {
    const auto n = static_cast<double>(window_.period());
    std::array<Block, 2> returns;
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        for (std::size_t k = 0; k < returns.size(); ++k) {
            const double* const price = in[k] + at;
            returns[k][0] = price[0] / previous_[k] - 1.0;
            each(count - 1, [price, result = returns[k].data() + 1](std::size_t i)
                                CT_LOOP { result[i] = price[i + 1] / price[i] - 1.0; });
            previous_[k] = price[count - 1];
        }
        run_pairs(window_, {returns[0].data(), returns[1].data()}, out[0] + at, count, [n](const PairSums& s) CT_LOOP {
            const double scale = n * s.xx - s.x * s.x;
            const double together = n * s.xy - s.x * s.y;
            return scale == 0 ? 0.0 : together / scale;
        });
    });
}

void MeanDeviation::run(Inputs<1> in, Lines<2> out, std::size_t rows) {
    const double share = 1.0 / static_cast<double>(period_);
    const std::size_t period = period_;
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        const double* const values = history_.append({in[0] + at, count});
        mean_.run({values, count}, {out[0] + at, count});
        simd([=, mean = out[0] + at, deviation = out[1] + at]() CT_LOOP {
            for (std::size_t i = 0; i < count; ++i) deviation[i] = 0;
            for (std::size_t back = period; back-- > 0;) {
                const double* const value = values - back;
                for (std::size_t i = 0; i < count; ++i) deviation[i] += std::fabs(value[i] - mean[i]);
            }
            for (std::size_t i = 0; i < count; ++i) deviation[i] *= share;
        });
    });
}

}  // namespace ct::indicators
