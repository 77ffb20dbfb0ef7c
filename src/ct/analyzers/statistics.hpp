#pragma once

#include <span>

namespace ct::analyzers {

/// numerator / denominator; NaN where that is no finite number.
double ratio(double numerator, double denominator);

/// NaN of no values.
double mean(std::span<const double> values);
/// Of the sample (over n - 1); NaN of less than two values.
double deviation(std::span<const double> values);
/// Of the sample. Requires: both have the same length. NaN of less than two values.
double covariance(std::span<const double> left, std::span<const double> right);
/// Root mean square; NaN of no values.
double root_mean_square(std::span<const double> values);

}  // namespace ct::analyzers
