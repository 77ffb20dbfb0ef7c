#include "ct/core/maths.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "ct/core/bits.hpp"
#include "ct/core/hash.hpp"
#include "ct/core/simd.hpp"
#include "support/kernels.hpp"
#include "support/random.hpp"

namespace ct::maths {
namespace {

using test::kInfinity;
using test::kNan;

constexpr double kDenormal = std::numeric_limits<double>::denorm_min();
constexpr double kMost = std::numeric_limits<double>::max();

struct Function {
    const char* name;
    double (*ours)(double);
    long double (*exact)(long double);
    double bound;  ///< in units of the last place
    double low;    ///< where it is neither trivial nor undefined
    double high;
};

template <double (*Ours)(double)>
double call(double x) {
    return Ours(x);
}

const Function kFunctions[] = {
    {"exp", call<exp>, std::exp, 0.8, -708, 709.7},  {"log", call<log>, std::log, 0.8, 1e-300, 1e6},
    {"log10", call<log10>, std::log10, 0.8, 0, 1e6}, {"sinh", call<sinh>, std::sinh, 0.9, -710, 710},
    {"cosh", call<cosh>, std::cosh, 0.9, -710, 710}, {"tanh", call<tanh>, std::tanh, 0.8, -25, 25},
    {"asin", call<asin>, std::asin, 0.7, -1, 1},     {"acos", call<acos>, std::acos, 0.7, -1, 1},
    {"atan", call<atan>, std::atan, 0.7, -100, 100}, {"sin", call<sin>, std::sin, 0.9, -1e6, 1e6},
    {"cos", call<cos>, std::cos, 0.9, -1e6, 1e6},    {"tan", call<tan>, std::tan, 1.1, -1e6, 1e6},
};

double as_unit(std::uint64_t bits) { return static_cast<double>(bits >> 11U) * 0x1p-53; }

/// How far a value lies from the exact one, in units of the last place of a double.
double distance(double value, long double exact) {
    int exponent = 0;
    std::frexp(static_cast<double>(exact), &exponent);
    const int last = std::max(exponent - 53, -1074);
    return static_cast<double>(std::fabs(static_cast<long double>(value) - exact) / std::ldexp(1.0L, last));
}

class EveryFunction : public testing::TestWithParam<Function> {
  protected:
    /// Random numbers in its range, near 0, and of any size.
    static std::vector<double> points(std::uint64_t seed, std::size_t count) {
        test::Random random(seed);
        const Function& function = GetParam();
        std::vector<double> points(count);
        for (std::size_t i = 0; i < count; ++i) {
            const double in_range = function.low + (function.high - function.low) * as_unit(random.next());
            const double close = (as_unit(random.next()) - 0.5) * 4;
            const auto any = bit_cast<double>(random.next());
            points[i] = i % 3 == 0 ? in_range : i % 3 == 1 ? close : any;
        }
        return points;
    }
};

TEST_P(EveryFunction, IsAsCloseAsItSays) {
    const Function& function = GetParam();
    double worst = 0;
    double worst_at = 0;
    for (const double x : points(71, 3'000'000)) {
        const double ours = function.ours(x);
        const long double exact = function.exact(x);
        if (std::isnan(exact)) {
            ASSERT_TRUE(std::isnan(ours)) << x;
        } else if (std::fabs(exact) > kMost) {
            ASSERT_EQ(ours, exact > 0 ? kInfinity : -kInfinity) << x;
        } else if (const double off = distance(ours, exact); !(off <= worst)) {
            worst = off;
            worst_at = x;
        }
    }
    RecordProperty("worst", std::to_string(worst));
    EXPECT_LE(worst, function.bound) << "at " << worst_at << ", seed 71";
}

TEST_P(EveryFunction, GivesTheSameBitsInLoopsOfEachCpu) {
    const auto values = points(72, 30'000);
    std::vector<double> expected(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) expected[i] = GetParam().ours(values[i]);
    const std::string_view name = GetParam().name;
    const auto loop = [&](auto one) {
        std::vector<double> out(values.size());
        simd([=, in = values.data(), line = out.data(), rows = values.size()]() CT_LOOP {
            for (std::size_t i = 0; i < rows; ++i) line[i] = one(in[i]);
        });
        for (std::size_t i = 0; i < out.size(); ++i) {
            ASSERT_EQ(test::bits(out[i]), test::bits(expected[i])) << name << " of " << values[i];
        }
    };
    const SimdTarget best = best_simd_target();
    for (const SimdTarget target : {SimdTarget::kBaseline, SimdTarget::kAvx2}) {
        if (target > best) continue;
        force_simd_target(target);
        if (name == "exp") loop([](double x) CT_LOOP { return exp(x); });
        if (name == "log") loop([](double x) CT_LOOP { return log(x); });
        if (name == "log10") loop([](double x) CT_LOOP { return log10(x); });
        if (name == "sinh") loop([](double x) CT_LOOP { return sinh(x); });
        if (name == "cosh") loop([](double x) CT_LOOP { return cosh(x); });
        if (name == "tanh") loop([](double x) CT_LOOP { return tanh(x); });
        if (name == "asin") loop([](double x) CT_LOOP { return asin(x); });
        if (name == "acos") loop([](double x) CT_LOOP { return acos(x); });
        if (name == "atan") loop([](double x) CT_LOOP { return atan(x); });
    }
    force_simd_target(best);
}

/// What all compilers must agree on.
TEST(Maths, GivesTheSameBitsWithEveryCompiler) {
    Hasher hasher;
    test::Random random(73);
    for (int i = 0; i < 100'000; ++i) {
        const auto any = bit_cast<double>(random.next());
        const double usual = (as_unit(random.next()) - 0.5) * 20;
        for (const Function& function : kFunctions) {
            for (const double x : {any, usual, usual * 0.09}) hasher.u64(test::bits(function.ours(x)));
        }
    }
    EXPECT_EQ(hasher.digest().text(), "1bb7ba8c3e3d8a6520417a3285545467");
}

TEST(Maths, KnowsPowersOfTen) {
    double power = 1;
    for (int i = 0; i <= 22; ++i, power *= 10) EXPECT_EQ(log10(power), i);
}

TEST_P(EveryFunction, KeepsNanAndLimits) {
    const Function& function = GetParam();
    for (const double x : {kNan,
                           kInfinity,
                           -kInfinity,
                           0.0,
                           -0.0,
                           kDenormal,
                           -kDenormal,
                           1e-310,
                           -1e-310,
                           1e-20,
                           1.0,
                           -1.0,
                           1.0000000000000002,
                           -1.0000000000000002,
                           kMost,
                           -kMost,
                           710.4,
                           -745.1,
                           746.0,
                           -746.0}) {
        const double ours = function.ours(x);
        const auto exact = static_cast<double>(function.exact(x));
        SCOPED_TRACE(x);
        if (std::isnan(exact) || std::isinf(exact) || exact == 0) {
            EXPECT_EQ(test::bits(ours), test::bits(exact));
        } else {
            EXPECT_LE(distance(ours, function.exact(x)), 1.0);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Maths, EveryFunction, testing::ValuesIn(kFunctions),
                         [](const auto& one) { return std::string(one.param.name); });

}  // namespace
}  // namespace ct::maths
