#include "ct/indicators/sma_exact.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "ct/storage/csv_file.hpp"
#include "support/fsum.hpp"
#include "support/kernels.hpp"
#include "support/random.hpp"
#include "support/shared_data.hpp"

namespace ct::indicators {
namespace {

using test::bits;
using test::kInfinity;
using test::kNan;
using test::Random;

constexpr std::size_t kPeriods[] = {1, 2, 3, 4, 5, 8, 10, 31, 50, 200, 513, 1000, 2048, 2049, 3000};

/// The slow twin: fsum of each window, one division. Checks every value, or one in `stride` for long periods.
void expect_exact(std::span<const double> actual, std::span<const double> in, std::size_t period, std::size_t stride) {
    ASSERT_EQ(actual.size(), in.size());
    for (std::size_t i = 0; i < std::min(period - 1, in.size()); ++i) ASSERT_TRUE(std::isnan(actual[i])) << i;
    for (std::size_t i = period - 1; i < in.size(); i += stride) {
        const double expected = test::fsum(in.subspan(i + 1 - period, period)) / static_cast<double>(period);
        ASSERT_EQ(bits(actual[i]), bits(expected)) << "at " << i << ": " << actual[i] << " instead of " << expected;
    }
}

void expect_exact_for_all_periods(std::span<const double> in) {
    for (const std::size_t period : kPeriods) {
        SCOPED_TRACE(testing::Message() << "period " << period);
        const std::size_t stride = period < 100 ? 1 : period / 20;
        expect_exact(test::run_whole(SmaExact(period), in), in, period, stride);
        expect_exact(test::run_in_chunks(SmaExact(period), in, 1), in, period, stride);
    }
}

TEST(SmaExact, KnownAnswers) {
    const std::vector<double> in = {1, 2, 3, 4, 5, 6.5, 11};
    test::expect_same_bits(test::run_whole(SmaExact(3), in), std::vector{kNan, kNan, 2.0, 3.0, 4.0, 15.5 / 3, 7.5});
    test::expect_same_bits(test::run_whole(SmaExact(1), in), in);
    test::expect_same_bits(test::run_whole(SmaExact(7), in), std::vector{kNan, kNan, kNan, kNan, kNan, kNan, 32.5 / 7});
    test::expect_same_bits(test::run_whole(SmaExact(8), in), std::vector<double>(7, kNan));
    // 0.1 + ... + 0.1 is 0.9999999999999999 when rounded on the way.
    EXPECT_EQ(test::run_whole(SmaExact(10), std::vector<double>(10, 0.1)).back(), 0.1);
    EXPECT_EQ(test::run_whole(SmaExact(3), std::vector{1e100, 1.0, -1e100}).back(), 1.0 / 3);
    EXPECT_EQ(SmaExact(7).lead_in(), 6U);
    EXPECT_EQ(SmaExact(7).period(), 7U);
}

TEST(SmaExact, EmptyInputIsNothing) {
    SmaExact sma(2);
    sma.run({}, {});
    double out = 0;
    sma.run(std::vector{1.0}, {&out, 1});
    EXPECT_TRUE(std::isnan(out));
    sma.run({}, {});
    sma.run(std::vector{2.0}, {&out, 1});
    EXPECT_EQ(out, 1.5);
}

TEST(SmaExact, ACopyGoesOnAlone) {
    SmaExact sma(2);
    double out = 0;
    sma.run(std::vector{1.0}, {&out, 1});
    SmaExact copy = sma;
    sma.run(std::vector{3.0}, {&out, 1});
    EXPECT_EQ(out, 2);
    copy.run(std::vector{7.0}, {&out, 1});
    EXPECT_EQ(out, 4);
}

TEST(SmaExact, EqualsFsumOnPrices) {
    constexpr std::uint64_t kSeed = 31;
    SCOPED_TRACE(testing::Message() << "seed " << kSeed);
    Random random(kSeed);
    expect_exact_for_all_periods(test::price_walk(random, 9'000));
}

TEST(SmaExact, EqualsFsumWherePricesCrossPowersOfTwo) {
    constexpr std::uint64_t kSeed = 32;
    SCOPED_TRACE(testing::Message() << "seed " << kSeed);
    Random random(kSeed);
    std::vector<double> prices(9'000);
    double price = 1e-6;
    for (double& value : prices) {  // up and down by many binary orders, in steps of all sizes
        price *= std::exp2(static_cast<double>(random.between(-100, 101)) / (random.once_in(50) ? 10 : 100));
        value = price;
    }
    expect_exact_for_all_periods(prices);
}

TEST(SmaExact, EqualsFsumOnVolumes) {
    constexpr std::uint64_t kSeed = 33;
    SCOPED_TRACE(testing::Message() << "seed " << kSeed);
    Random random(kSeed);
    std::vector<double> volumes(6'000);
    for (double& value : volumes) {
        value = static_cast<double>(random.between(0, 10'000) * random.between(0, 10'000)) / 1'000;
    }
    std::fill(volumes.begin() + 2'000, volumes.begin() + 3'000, 0.0);
    expect_exact_for_all_periods(volumes);
}

TEST(SmaExact, EqualsFsumOnWildValues) {
    constexpr std::uint64_t kSeed = 34;
    SCOPED_TRACE(testing::Message() << "seed " << kSeed);
    Random random(kSeed);
    expect_exact_for_all_periods(test::wild_values(random, 5'000));
    // Wild stretches between calm ones: the sum goes from one mode to the other and back.
    auto mixed = test::price_walk(random, 9'000);
    const auto wild = test::wild_values(random, mixed.size());
    for (std::size_t i = 0; i < mixed.size(); ++i) {
        if (i / 150 % 3 == 1) mixed[i] = i % 2 == 0 ? wild[i] : -mixed[i];
    }
    expect_exact_for_all_periods(mixed);
}

TEST(SmaExact, EqualsFsumNearTheEndsOfTheRange) {
    constexpr std::uint64_t kSeed = 35;
    SCOPED_TRACE(testing::Message() << "seed " << kSeed);
    Random random(kSeed);
    for (const double unit : {5e-324, 1e-320, 1e-308, 1e-300, 1e-285, 1e-280, 1e-270, 1e290}) {
        SCOPED_TRACE(unit);
        auto values = test::price_walk(random, 3'000);
        for (double& value : values) value = std::floor(value) * unit;
        expect_exact_for_all_periods(values);
    }
}

TEST(SmaExact, SumsBeyondTheRangeAreInfinite) {
    const auto out = test::run_whole(SmaExact(2), std::vector{1e308, 1e308, 1e308, -1e308, 5.0, 7.0});
    test::expect_same_bits(out, std::vector{kNan, kInfinity, kInfinity, 0.0, -5e307, 6.0});
}

TEST(SmaExact, NanAndInfinityAreFeltOnlyInTheirWindows) {
    constexpr std::uint64_t kSeed = 36;
    SCOPED_TRACE(testing::Message() << "seed " << kSeed);
    Random random(kSeed);
    auto prices = test::price_walk(random, 3'000);
    for (const std::size_t period : {1U, 2U, 10U, 37U, 100U}) {
        SCOPED_TRACE(testing::Message() << "period " << period);
        auto expected = test::run_whole(SmaExact(period), prices);
        auto dirty = prices;
        const auto put = [&](std::size_t at, double value, double mean) {
            dirty[at] = value;
            for (std::size_t i = std::max(at, period - 1); i < at + period; ++i) expected[i] = mean;
        };
        put(0, kNan, kNan);
        put(777, kNan, kNan);
        put(1'200, kInfinity, kInfinity);
        put(2'000, -kInfinity, -kInfinity);
        put(2'500, kInfinity, kInfinity);
        put(2'500 + period - 1, -kInfinity, -kInfinity);
        expected[2'500 + period - 1] = period == 1 ? -kInfinity : kNan;
        test::expect_same_bits(test::run_whole(SmaExact(period), dirty), expected);
        test::expect_same_bits(test::run_in_chunks(SmaExact(period), dirty, 1), expected);
    }
}

TEST(SmaExact, ChunksDoNotMatter) {
    constexpr std::uint64_t kSeed = 37;
    SCOPED_TRACE(testing::Message() << "seed " << kSeed);
    Random random(kSeed);
    auto prices = test::price_walk(random, 9'000);
    prices[2'000] = kNan;
    prices[3'500] = kInfinity;
    std::fill(prices.begin() + 5'000, prices.begin() + 5'300, 0.0);
    const auto wild = test::wild_values(random, 500);
    std::ranges::copy(wild, prices.begin() + 6'000);
    for (std::size_t i = 7'000; i < prices.size(); ++i) prices[i] *= 1.0 + static_cast<double>(i % 700) / 40;
    for (const std::size_t period : kPeriods) {
        SCOPED_TRACE(testing::Message() << "period " << period);
        test::expect_chunks_do_not_matter(SmaExact(period), prices);
    }
}

TEST(SmaExact, TenMillionValuesDoNotDrift) {
    constexpr std::uint64_t kSeed = 38;
    SCOPED_TRACE(testing::Message() << "seed " << kSeed);
    Random random(kSeed);
    std::vector<double> prices(10'000'000);
    for (double& price : prices) price = static_cast<double>(random.between(3'000'000, 10'000'000)) / 100;
    const auto out = test::run_whole(SmaExact(50), prices);
    expect_exact(out, prices, 50, 9'973);
}

TEST(SmaExact, EqualsFsumOnRealCloses) {
    CT_REQUIRE_SHARED_DATA();
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(*test::shared_data() / "ohlcv")) {
        if (!entry.is_regular_file() || entry.path().extension() != ".gz") continue;
        SCOPED_TRACE(entry.path().filename().string());
        const auto read = storage::read_csv(entry.path());
        ASSERT_TRUE(read) << read.error().message;
        const std::span<const double> closes = read->series.close;
        for (const std::size_t period : {10U, 20U, 50U, 200U}) {
            SCOPED_TRACE(testing::Message() << "period " << period);
            const auto out = test::run_whole(SmaExact(period), closes);
            expect_exact(out, closes, period, period < 100 ? 1 : 13);
            test::expect_same_bits(test::run_in_chunks(SmaExact(period), closes, 7), out);
        }
        ++files;
    }
    EXPECT_GE(files, 19U);
}

}  // namespace
}  // namespace ct::indicators
