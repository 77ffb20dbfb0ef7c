#include "ct/core/bar_grid.hpp"

#include <gtest/gtest.h>

#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"

namespace ct {
namespace {

constexpr TimeNs kMinute = 60 * kNsPerSecond;
constexpr TimeNs kHour = 60 * kMinute;

TEST(BarGrid, OnTheCalendarIsThatOfItsTimeframe) {
    const BarGrid grid(Timeframe::fixed(kHour), 7 * kHour);
    EXPECT_EQ(grid.open_of(5 * kHour + kMinute), 5 * kHour);
    EXPECT_EQ(grid.close_of(5 * kHour + kMinute), 6 * kHour);
    EXPECT_EQ(grid.open_of(5 * kHour), 5 * kHour);
}

TEST(BarGrid, OffTheCalendarGoesThroughItsBar) {
    const BarGrid grid(Timeframe::fixed(kHour), 7 * kHour + 30 * kMinute);
    EXPECT_EQ(grid.open_of(5 * kHour), 4 * kHour + 30 * kMinute);
    EXPECT_EQ(grid.close_of(5 * kHour), 5 * kHour + 30 * kMinute);
    EXPECT_EQ(grid.open_of(5 * kHour + 30 * kMinute), 5 * kHour + 30 * kMinute);
    EXPECT_EQ(grid.open_of(-kMinute), -30 * kMinute);
}

TEST(BarGrid, OfMonthsBeginsOnTheirFirstDay) {
    const BarGrid grid(Timeframe::month(), 5 * kNsPerDay);
    EXPECT_EQ(grid.open_of(40 * kNsPerDay), 31 * kNsPerDay);
    EXPECT_EQ(grid.close_of(40 * kNsPerDay), 59 * kNsPerDay);
}

}  // namespace
}  // namespace ct
