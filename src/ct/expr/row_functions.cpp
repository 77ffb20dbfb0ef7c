#include "ct/expr/row_functions.hpp"

#include <cmath>
#include <cstdint>

#include "ct/core/maths.hpp"
#include "ct/core/time.hpp"

namespace ct::expr::rows {

namespace {

/// Whole exponents up to this size are products: squares and cubes are exact where they can be.
constexpr double kMostFactors = 64;

double product(double base, double exponent) {
    double result = 1;
    for (auto left = static_cast<int>(std::fabs(exponent)); left > 0; --left) result *= base;
    return exponent < 0 ? divide(1, result) : result;
}

/// base^exponent = e^(exponent ln base), the logarithm in two parts so that large exponents lose no digits.
double exponential(double base, double exponent) {
    const maths::Pair logarithm = maths::detail::log_of_positive(base);
    const maths::Pair scaled = maths::two_product(logarithm.high, exponent);
    const double result = maths::exp(scaled.high);
    if (!std::isfinite(result) || result == 0) return result;
    return result + result * (scaled.low + logarithm.low * exponent);
}

Date date_of(double time) { return date_from_days(static_cast<std::int64_t>(std::floor(time / kDaySeconds))); }

}  // namespace

double power(double base, double exponent) {
    if (!known(base) || !known(exponent)) return kNan;
    const bool whole = std::trunc(exponent) == exponent;
    if (whole && std::fabs(exponent) <= kMostFactors) return product(base, exponent);
    if (base == 0) return exponent < 0 ? kNan : 0;
    if (!std::isfinite(base) || !std::isfinite(exponent)) return kNan;
    if (base > 0) return exponential(base, exponent);
    if (!whole) return kNan;
    const bool odd = std::fmod(exponent, 2.0) != 0;
    return odd ? -exponential(-base, exponent) : exponential(-base, exponent);
}

double day(double time) { return date_of(time).day; }
double month(double time) { return date_of(time).month; }
double year(double time) { return date_of(time).year; }

}  // namespace ct::expr::rows
