#include "ct/indicators/rsi.hpp"

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

using test::kNan;
using test::Random;

/// The slow twin: the definition step by step, in long double.
std::vector<double> plain_rsi(std::span<const double> in, std::size_t period) {
    std::vector<double> out(in.size(), kNan);
    const auto n = static_cast<long double>(period);
    long double up = 0;
    long double down = 0;
    for (std::size_t i = 1; i < in.size(); ++i) {
        const long double change = static_cast<long double>(in[i]) - in[i - 1];
        const long double rise = std::max(change, 0.0L);
        const long double fall = std::max(-change, 0.0L);
        up = i <= period ? up + rise / n : (up * (n - 1) + rise) / n;
        down = i <= period ? down + fall / n : (down * (n - 1) + fall) / n;
        if (i >= period) out[i] = up + down == 0 ? 0.0 : static_cast<double>(100 * up / (up + down));
    }
    return out;
}

TEST(Rsi, KnownAnswers) {
    // Changes +1 -1 | +2 | -1: averages of rises 0.5, 1.25, 0.625 and of falls 0.5, 0.25, 0.625.
    const auto out = test::run_whole(Rsi(2), std::vector<double>{1, 2, 1, 3, 2});
    test::expect_same_bits(out, std::vector{kNan, kNan, 50.0, 100 * (1.25 / 1.5), 50.0});
    EXPECT_EQ(Rsi(14).lead_in(), 14U);
    EXPECT_EQ(Rsi(14).period(), 14U);
}

TEST(Rsi, Extremes) {
    std::vector<double> in(100);
    for (std::size_t i = 0; i < in.size(); ++i) in[i] = static_cast<double>(i);
    EXPECT_EQ(test::run_whole(Rsi(14), in).back(), 100.0);
    std::ranges::reverse(in);
    EXPECT_EQ(test::run_whole(Rsi(14), in).back(), 0.0);
    EXPECT_EQ(test::run_whole(Rsi(14), std::vector<double>(100, 5.0)).back(), 0.0);  // 0 / 0
    EXPECT_TRUE(std::isnan(test::run_whole(Rsi(14), std::vector<double>(14, 5.0)).back()));
    EXPECT_EQ(test::run_whole(Rsi(14), std::vector<double>(15, 5.0)).back(), 0.0);
    test::expect_same_bits(test::run_whole(Rsi(1), std::vector<double>{1, 2, 2, 1}),
                           std::vector{kNan, 100.0, 0.0, 0.0});
    EXPECT_TRUE(test::run_whole(Rsi(14), {}).empty());
}

TEST(Rsi, EqualsThePlainDefinition) {
    constexpr std::uint64_t kSeed = 51;
    SCOPED_TRACE(testing::Message() << "seed " << kSeed);
    Random random(kSeed);
    const auto prices = test::price_walk(random, 20'000);
    for (const std::size_t period : {1U, 2U, 7U, 14U, 100U, 5'000U}) {
        SCOPED_TRACE(testing::Message() << "period " << period);
        const auto out = test::run_whole(Rsi(period), prices);
        const auto expected = plain_rsi(prices, period);
        for (std::size_t i = 0; i < out.size(); ++i) {
            ASSERT_EQ(std::isnan(out[i]), i < period) << i;
            ASSERT_TRUE(i < period || std::fabs(out[i] - expected[i]) <= 1e-9) << i;
        }
    }
}

TEST(Rsi, ChunksDoNotMatter) {
    constexpr std::uint64_t kSeed = 52;
    SCOPED_TRACE(testing::Message() << "seed " << kSeed);
    Random random(kSeed);
    const auto prices = test::price_walk(random, 5'000);
    for (const std::size_t period : {1U, 2U, 7U, 14U, 100U, 3'000U}) {
        SCOPED_TRACE(testing::Message() << "period " << period);
        test::expect_chunks_do_not_matter(Rsi(period), prices);
    }
}

TEST(Rsi, LeadingNansOnlyDelay) {
    Random random(53);
    const auto prices = test::price_walk(random, 200);
    std::vector<double> delayed(30, kNan);
    delayed.insert(delayed.end(), prices.begin(), prices.end());
    const auto out = test::run_whole(Rsi(14), delayed);
    for (std::size_t i = 0; i < 44; ++i) ASSERT_TRUE(std::isnan(out[i])) << i;
    test::expect_same_bits(std::span(out).subspan(30), test::run_whole(Rsi(14), prices));
    test::expect_chunks_do_not_matter(Rsi(14), delayed);
}

TEST(Rsi, ALaterNanStays) {
    Random random(54);
    for (const std::size_t at : {5U, 14U, 15U, 100U}) {
        auto prices = test::price_walk(random, 2'000);
        prices[at] = kNan;
        const auto out = test::run_whole(Rsi(14), prices);
        for (std::size_t i = std::max<std::size_t>(at, 14); i < out.size(); ++i) ASSERT_TRUE(std::isnan(out[i])) << i;
    }
}

}  // namespace
}  // namespace ct::indicators
