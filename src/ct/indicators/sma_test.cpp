#include "ct/indicators/sma.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <gtest/gtest.h>

#include "support/kernels.hpp"
#include "support/random.hpp"

namespace ct::indicators {
namespace {

using test::kInfinity;
using test::kNan;
using test::Random;

/// The slow twin: each window on its own, in long double.
double plain_mean(std::span<const double> in, std::size_t period, std::size_t last) {
    if (last + 1 < period) return kNan;
    long double sum = 0;
    for (std::size_t i = last + 1 - period; i <= last; ++i) sum += in[i];
    return static_cast<double>(sum / static_cast<long double>(period));
}

void expect_near_plain(std::span<const double> actual, std::span<const double> in, std::size_t period,
                       std::size_t stride = 1) {
    for (std::size_t i = 0; i < in.size(); i += stride) {
        const double expected = plain_mean(in, period, i);
        if (std::isnan(expected) || std::isinf(expected)) {
            ASSERT_EQ(test::bits(actual[i]), test::bits(expected)) << "at " << i;
        } else {
            ASSERT_NEAR(actual[i], expected, 1e-12 * std::fabs(expected)) << "at " << i;
        }
    }
}

constexpr std::size_t kPeriods[] = {1, 2, 3, 4, 5, 8, 10, 50, 99, 200, 1000, 3000};

TEST(Sma, KnownAnswers) {
    const std::vector<double> in = {1, 2, 3, 4, 5, 6.5, 11};
    test::expect_same_bits(test::run_whole(Sma(3), in), std::vector{kNan, kNan, 2.0, 3.0, 4.0, 15.5 / 3, 7.5});
    test::expect_same_bits(test::run_whole(Sma(1), in), in);
    test::expect_same_bits(test::run_whole(Sma(7), in), std::vector{kNan, kNan, kNan, kNan, kNan, kNan, 32.5 / 7});
    test::expect_same_bits(test::run_whole(Sma(8), in), std::vector<double>(7, kNan));
    EXPECT_EQ(Sma(7).lead_in(), 6U);
    EXPECT_EQ(Sma(7).period(), 7U);
}

TEST(Sma, EmptyInputIsNothing) {
    Sma sma(2);
    sma.run({}, {});
    double out = 0;
    sma.run(std::vector{1.0}, {&out, 1});
    EXPECT_TRUE(std::isnan(out));
    sma.run({}, {});
    sma.run(std::vector{2.0}, {&out, 1});
    EXPECT_EQ(out, 1.5);
}

TEST(Sma, ACopyGoesOnAlone) {
    Sma sma(2);
    double out = 0;
    sma.run(std::vector{1.0}, {&out, 1});
    Sma copy = sma;
    sma.run(std::vector{3.0}, {&out, 1});
    EXPECT_EQ(out, 2);
    copy.run(std::vector{7.0}, {&out, 1});
    EXPECT_EQ(out, 4);
}

TEST(Sma, EqualsThePlainMean) {
    constexpr std::uint64_t kSeed = 21;
    SCOPED_TRACE(testing::Message() << "seed " << kSeed);
    Random random(kSeed);
    const auto prices = test::price_walk(random, 7'001);
    for (const std::size_t period : kPeriods) {
        SCOPED_TRACE(testing::Message() << "period " << period);
        expect_near_plain(test::run_whole(Sma(period), prices), prices, period, period > 100 ? 7 : 1);
    }
}

TEST(Sma, ChunksDoNotMatter) {
    constexpr std::uint64_t kSeed = 22;
    SCOPED_TRACE(testing::Message() << "seed " << kSeed);
    Random random(kSeed);
    auto prices = test::price_walk(random, 9'000);
    prices[5'000] = kNan;
    prices[6'500] = kInfinity;
    std::fill(prices.begin() + 8'000, prices.begin() + 8'300, 0.0);
    prices[8'600] = 1e-320;
    prices[8'700] = 1e307;
    for (const std::size_t period : kPeriods) {
        SCOPED_TRACE(testing::Message() << "period " << period);
        test::expect_chunks_do_not_matter(Sma(period), prices);
    }
}

TEST(Sma, NanAndInfinityAreFeltOnlyInTheirWindows) {
    constexpr std::uint64_t kSeed = 23;
    SCOPED_TRACE(testing::Message() << "seed " << kSeed);
    Random random(kSeed);
    auto prices = test::price_walk(random, 3'000);
    prices[0] = kNan;
    prices[777] = kNan;
    prices[1'200] = kInfinity;
    prices[1'500] = -kInfinity;
    prices[1'507] = kInfinity;
    for (const std::size_t period : {1U, 2U, 10U, 37U, 100U}) {
        SCOPED_TRACE(testing::Message() << "period " << period);
        expect_near_plain(test::run_whole(Sma(period), prices), prices, period);
    }
}

TEST(Sma, MagnitudesNearTheEndsOfTheRange) {
    for (const double unit : {0x1p-1070, 0x1p-1020, 0x1p-530, 0x1p-510, 0x1p500, 0x1p520, 0x1p1000}) {
        SCOPED_TRACE(unit);
        std::vector<double> in(500);
        for (std::size_t i = 0; i < in.size(); ++i) in[i] = unit * static_cast<double>(1 + i % 16);
        const auto out = test::run_whole(Sma(16), in);
        for (std::size_t i = 15; i < in.size(); ++i) ASSERT_EQ(out[i], unit * 136 / 16);
    }
    EXPECT_EQ(test::bits(test::run_whole(Sma(2), std::vector<double>(100, -0.0)).back()), test::bits(0.0));
}

TEST(Sma, ASteadyPriceHasItselfAsMean) {
    for (const std::size_t period : {3U, 7U, 49U, 50U, 1'000U}) {
        const auto out = test::run_whole(Sma(period), std::vector<double>(5'000, 1.0));
        EXPECT_EQ(out.back(), 1.0) << period;
    }
}

TEST(Sma, APeriodOfOneIsTheValueItselfInPlaceToo) {
    Random random(25);
    const auto values = test::wild_values(random, 500);
    test::expect_same_bits(test::run_whole(Sma(1), values), values);
    auto in_place = values;
    Sma(1).run(in_place, in_place);
    test::expect_same_bits(in_place, values);
}

TEST(Sma, TenMillionValuesDoNotDrift) {
    constexpr std::uint64_t kSeed = 24;
    SCOPED_TRACE(testing::Message() << "seed " << kSeed);
    Random random(kSeed);
    const std::size_t rows = 10'000'000;
    std::vector<double> prices(rows);
    for (double& price : prices) price = static_cast<double>(random.between(1, 10'000'000)) / 100;
    prices[rows / 2] = 1e17;  // a running sum would lose digits here for good
    const auto out = test::run_whole(Sma(50), prices);
    expect_near_plain(out, prices, 50, 9'973);
    EXPECT_NEAR(out.back(), plain_mean(prices, 50, rows - 1), 1e-12 * out.back());
}

}  // namespace
}  // namespace ct::indicators
