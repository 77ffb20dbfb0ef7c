#include "ct/analyzers/statistics.hpp"

#include <cassert>
#include <cmath>
#include <cstddef>
#include <limits>
#include <span>

namespace ct::analyzers {

double ratio(double numerator, double denominator) {
    const double quotient = numerator / denominator;
    return std::isfinite(quotient) ? quotient : std::numeric_limits<double>::quiet_NaN();
}

double mean(std::span<const double> values) {
    double sum = 0;
    for (const double value : values) sum += value;
    return ratio(sum, static_cast<double>(values.size()));
}

double deviation(std::span<const double> values) { return std::sqrt(covariance(values, values)); }

double covariance(std::span<const double> left, std::span<const double> right) {
    assert(left.size() == right.size());
    if (left.size() < 2) return std::numeric_limits<double>::quiet_NaN();
    const double left_mean = mean(left);
    const double right_mean = mean(right);
    double sum = 0;
    for (std::size_t i = 0; i < left.size(); ++i) sum += (left[i] - left_mean) * (right[i] - right_mean);
    return sum / (static_cast<double>(left.size()) - 1);
}

double root_mean_square(std::span<const double> values) {
    double sum = 0;
    for (const double value : values) sum += value * value;
    return std::sqrt(ratio(sum, static_cast<double>(values.size())));
}

}  // namespace ct::analyzers
