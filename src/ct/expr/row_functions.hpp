#pragma once

#include <cmath>

#include "ct/core/maths.hpp"
#include "ct/indicators/kernel.hpp"

// What expressions compute of one row. A condition is 1 (true), 0 (false) or NaN (unknown).
namespace ct::expr::rows {

using indicators::kNan;

CT_IN_LOOPS bool known(double x) { return x == x; }
CT_IN_LOOPS double condition(bool known, bool holds) { return known ? (holds ? 1.0 : 0.0) : kNan; }

CT_IN_LOOPS double add(double a, double b) { return a + b; }
CT_IN_LOOPS double subtract(double a, double b) { return a - b; }
CT_IN_LOOPS double multiply(double a, double b) { return a * b; }
CT_IN_LOOPS double divide(double a, double b) { return b == 0 ? kNan : a / b; }
CT_IN_LOOPS double negate(double x) { return -x; }
/// What is left of a when b is taken away as often as it goes; it has the sign of b.
inline double remainder(double a, double b) {
    if (b == 0) return kNan;
    const double rest = std::fmod(a, b);
    return rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest;
}
double power(double base, double exponent);

CT_IN_LOOPS double less(double a, double b) { return condition(known(a) && known(b), a < b); }
CT_IN_LOOPS double at_most(double a, double b) { return condition(known(a) && known(b), a <= b); }
CT_IN_LOOPS double more(double a, double b) { return condition(known(a) && known(b), a > b); }
CT_IN_LOOPS double at_least(double a, double b) { return condition(known(a) && known(b), a >= b); }
CT_IN_LOOPS double equal(double a, double b) { return condition(known(a) && known(b), a == b); }
CT_IN_LOOPS double unequal(double a, double b) { return condition(known(a) && known(b), a != b); }

// What is unknown matters only where it could change the answer.
CT_IN_LOOPS double both(double a, double b) { return a == 0 || b == 0 ? 0.0 : a * b; }
CT_IN_LOOPS double either(double a, double b) { return a == 1 || b == 1 ? 1.0 : a + b; }
CT_IN_LOOPS double opposite(double a) { return 1.0 - a; }

CT_IN_LOOPS double absolute(double x) { return maths::size_of(x); }
CT_IN_LOOPS double smaller(double a, double b) { return known(a) && known(b) ? (a < b ? a : b) : kNan; }
CT_IN_LOOPS double larger(double a, double b) { return known(a) && known(b) ? (a > b ? a : b) : kNan; }
CT_IN_LOOPS double nearest_whole(double x) { return std::round(x); }
CT_IN_LOOPS double below(double x) { return std::floor(x); }
CT_IN_LOOPS double above(double x) { return std::ceil(x); }
CT_IN_LOOPS double root(double x) { return std::sqrt(x); }
CT_IN_LOOPS double sign(double x) { return x > 0 ? 1.0 : (x < 0 ? -1.0 : x); }
CT_IN_LOOPS double choose(double c, double a, double b) { return known(c) ? (c == 1 ? a : b) : kNan; }
CT_IN_LOOPS double or_instead(double x, double instead) { return known(x) ? x : instead; }
CT_IN_LOOPS double is_unknown(double x) { return known(x) ? 0.0 : 1.0; }

// Of a time in seconds since 1970, in UTC.
inline constexpr double kDaySeconds = 86'400;
CT_IN_LOOPS double second_of_day(double time) { return time - std::floor(time / kDaySeconds) * kDaySeconds; }
CT_IN_LOOPS double hour(double time) { return std::floor(second_of_day(time) / 3600.0); }
CT_IN_LOOPS double minute(double time) { return std::floor((second_of_day(time) - hour(time) * 3600.0) / 60.0); }
/// 1 on Monday to 7 on Sunday. 1970 began on a Thursday.
CT_IN_LOOPS double weekday(double time) {
    const double days = std::floor(time / kDaySeconds) + 3.0;
    return days - std::floor(days / 7.0) * 7.0 + 1.0;
}
double day(double time);
double month(double time);
double year(double time);

}  // namespace ct::expr::rows
