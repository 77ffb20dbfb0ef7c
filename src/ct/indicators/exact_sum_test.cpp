#include "ct/indicators/exact_sum.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <vector>

#include <gtest/gtest.h>

#include "support/fsum.hpp"
#include "support/kernels.hpp"
#include "support/random.hpp"

namespace ct::indicators {
namespace {

using test::bits;
using test::fsum;
using test::kInfinity;
using test::kNan;
using test::Random;

double sum(std::span<const double> values) {
    ExactSum exact;
    for (const double value : values) exact.add(value);
    return exact.value();
}
double sum(std::initializer_list<double> values) { return sum(std::span(values.begin(), values.size())); }

TEST(ExactSum, KnownAnswers) {  // those of CPython's test of math.fsum
    EXPECT_EQ(bits(ExactSum().value()), bits(0.0));
    EXPECT_EQ(sum({0.0}), 0.0);
    EXPECT_EQ(sum({1e100, 1.0, -1e100, 1e-100, 1e50, -1.0, -1e50}), 1e-100);
    EXPECT_EQ(sum({0x1p53, -0.5, -0x1p-54}), 0x1p53 - 1.0);
    EXPECT_EQ(sum({0x1p53, 1.0, 0x1p-100}), 0x1p53 + 2.0);
    EXPECT_EQ(sum({0x1p53 + 10.0, 1.0, 0x1p-100}), 0x1p53 + 12.0);
    EXPECT_EQ(sum({0x1p53 - 4.0, 0.5, 0x1p-54}), 0x1p53 - 3.0);
    EXPECT_EQ(sum({1e16, 1.0, 1e-16}), 10000000000000002.0);
    EXPECT_EQ(sum({1e16 - 2.0, 1.0 - 0x1p-53, -(1e16 - 2.0), -(1.0 - 0x1p-53)}), 0.0);
    std::vector<double> harmonic;
    std::vector<double> alternating;
    for (int n = 1; n <= 1000; ++n) {
        harmonic.push_back(1.0 / n);
        alternating.push_back((n % 2 == 0 ? 1.0 : -1.0) / n);
    }
    EXPECT_EQ(sum(harmonic), 0x1.df11f45f4e61ap+2);
    EXPECT_EQ(sum(alternating), -0x1.62a2af1bd3624p-1);
}

TEST(ExactSum, RoundsTiesToEven) {
    EXPECT_EQ(sum({0x1p53, 1.0}), 0x1p53);
    EXPECT_EQ(sum({0x1p53 + 2.0, 1.0}), 0x1p53 + 4.0);
    EXPECT_EQ(sum({-0x1p53, -1.0}), -0x1p53);
    EXPECT_EQ(sum({-0x1p53 - 2.0, -1.0}), -0x1p53 - 4.0);
    EXPECT_EQ(sum({0x1p53, 1.0, 5e-324}), 0x1p53 + 2.0);
    EXPECT_EQ(sum({0x1p53, 1.0, -5e-324}), 0x1p53);
}

TEST(ExactSum, ReachesBothEndsOfTheRange) {
    EXPECT_EQ(sum({5e-324}), 5e-324);
    EXPECT_EQ(sum({5e-324, 5e-324, -1e-323}), 0.0);
    EXPECT_EQ(sum({1e-308, -5e-324}), 1e-308 - 5e-324);
    EXPECT_EQ(sum({0x1p-1022, -5e-324}), 0x0.fffffffffffffp-1022);
    constexpr double kLargest = 0x1.fffffffffffffp+1023;
    EXPECT_EQ(sum({kLargest, kLargest, -kLargest}), kLargest);  // beyond the range in between
    EXPECT_EQ(sum({kLargest, 0x1p969}), kLargest);
    EXPECT_EQ(sum({kLargest, 0x1p970}), kInfinity);
    EXPECT_EQ(sum({-kLargest, -kLargest}), -kInfinity);
    EXPECT_EQ(sum({kLargest, 0x1p970, -5e-324}), kLargest);
}

TEST(ExactSum, InfinityAndNan) {
    EXPECT_EQ(sum({1.0, kInfinity}), kInfinity);
    EXPECT_EQ(sum({-kInfinity, -kInfinity, 1e308}), -kInfinity);
    EXPECT_TRUE(std::isnan(sum({kInfinity, -kInfinity})));
    EXPECT_TRUE(std::isnan(sum({kNan, kInfinity})));
    ExactSum exact;
    for (const double value : {2.0, kNan, kInfinity, -kInfinity}) exact.add(value);
    exact.subtract(kNan);
    EXPECT_TRUE(std::isnan(exact.value()));
    exact.subtract(kInfinity);
    EXPECT_EQ(exact.value(), -kInfinity);
    exact.subtract(-kInfinity);
    EXPECT_EQ(exact.value(), 2.0);
}

TEST(ExactSum, TakesOutWhatWasAdded) {
    constexpr std::uint64_t kSeed = 11;
    SCOPED_TRACE(testing::Message() << "seed " << kSeed);
    Random random(kSeed);
    const auto values = test::wild_values(random, 2'000);
    ExactSum exact;
    for (const double value : values) exact.add(value);
    for (std::size_t i = 0; i < values.size(); ++i) {
        ASSERT_EQ(bits(exact.value()), bits(fsum(std::span(values).subspan(i)))) << i;
        exact.subtract(values[i]);
    }
    EXPECT_EQ(bits(exact.value()), bits(0.0));
}

TEST(ExactSum, EqualsFsumOnRandomValues) {
    constexpr std::uint64_t kSeed = 12;
    SCOPED_TRACE(testing::Message() << "seed " << kSeed);
    Random random(kSeed);
    for (int round = 0; round < 20'000; ++round) {
        const auto size = static_cast<std::size_t>(random.between(1, 12));
        const auto values =
            test::wild_values(random, size, static_cast<int>(random.between(0, 40)) + (random.once_in(4) ? 250 : 0));
        ASSERT_EQ(bits(sum(values)), bits(fsum(values))) << round;
    }
}

}  // namespace
}  // namespace ct::indicators
