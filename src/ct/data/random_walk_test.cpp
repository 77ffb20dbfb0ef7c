#include "ct/data/random_walk.hpp"

#include <gtest/gtest.h>

#include "ct/core/timeframe.hpp"
#include "ct/data/bar_series.hpp"
#include "ct/data/digest.hpp"
#include "support/numbers.hpp"

namespace ct::data {
namespace {

TEST(RandomWalk, IsTheSameEverywhereAndInAnyPieces) {
    const BarSeries whole = RandomWalk(1).next(1'000);
    EXPECT_EQ(bars_digest(whole.columns()).text(), "68982dd3f496b21ee535e6d3f47e06d8");
    RandomWalk walk(1);
    EXPECT_EQ(walk.next(400).close.back(), whole.close[399]);
    const BarSeries rest = walk.next(600);
    EXPECT_EQ(rest.close.back(), whole.close.back());
    EXPECT_EQ(rest.time_ns.back(), whole.time_ns.back());
    EXPECT_NE(RandomWalk(2).next(10).close, RandomWalk(1).next(10).close);
}

TEST(RandomWalk, LiesOnTheGridOfItsTimeframe) {
    const BarSeries months = RandomWalk(1, Timeframe::month(), test::utc("2024-01-15")).next(3);
    EXPECT_EQ(months.time_ns.front(), test::utc("2024-01-01"));
    EXPECT_EQ(months.time_ns.back(), test::utc("2024-03-01"));
}

}  // namespace
}  // namespace ct::data
