#include "ct/core/random.hpp"

#include <cstdint>

#include <gtest/gtest.h>

#include "ct/core/bits.hpp"
#include "ct/core/hash.hpp"

namespace ct {
namespace {

TEST(Random, IsSplitmix64) {
    // The first numbers of seed 1234567 in the published reference implementation.
    Random random(1'234'567);
    EXPECT_EQ(random.next(), 6'457'827'717'110'365'317U);
    EXPECT_EQ(random.next(), 3'203'168'211'198'807'973U);
    EXPECT_EQ(random.next(), 9'817'491'932'198'370'423U);
}

TEST(Random, DrawsTheSameBitsWithEveryCompiler) {
    Hasher hasher;
    Random random(5);
    for (int i = 0; i < 100'000; ++i) {
        hasher.i64(random.between(-7, 11));
        hasher.u64(bit_cast<std::uint64_t>(random.unit()));
        hasher.u64(bit_cast<std::uint64_t>(random.normal()));
    }
    EXPECT_EQ(hasher.digest().text(), "9cbd0b129cf4343887462696984ffd76");
}

TEST(Random, StaysWithinItsBounds) {
    Random random(1);
    bool least = false;
    bool most = false;
    for (int i = 0; i < 10'000; ++i) {
        const std::int64_t drawn = random.between(-2, 3);
        ASSERT_TRUE(drawn >= -2 && drawn <= 3);
        least |= drawn == -2;
        most |= drawn == 3;
        const double unit = random.unit();
        ASSERT_TRUE(unit >= 0 && unit < 1);
    }
    EXPECT_TRUE(least && most);
}

TEST(Random, DrawsTheNormalDistribution) {
    constexpr int kDraws = 1'000'000;
    Random random(3);
    double sum = 0;
    double squares = 0;
    int within_one = 0;
    int beyond_two = 0;
    for (int i = 0; i < kDraws; ++i) {
        const double x = random.normal();
        sum += x;
        squares += x * x;
        within_one += x > -1 && x < 1 ? 1 : 0;
        beyond_two += x > 2 ? 1 : 0;
    }
    // Within five standard errors of what the distribution has.
    EXPECT_NEAR(sum / kDraws, 0, 0.005);
    EXPECT_NEAR(squares / kDraws, 1, 0.0071);
    EXPECT_NEAR(within_one / double{kDraws}, 0.682'689, 0.0024);
    EXPECT_NEAR(beyond_two / double{kDraws}, 0.022'750, 0.00075);
}

}  // namespace
}  // namespace ct
