#include "ct/analyzers/period_returns.hpp"

#include <cmath>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/core/time.hpp"

namespace ct::analyzers {
namespace {

using testing::ElementsAre;

/// The midnight that ends a day.
TimeNs end_of(int year, int month, int day) { return (days_from_date({year, month, day}) + 1) * kNsPerDay; }

TEST(PeriodReturns, AMonthEndsAtTheMidnightAfterItsLastDay) {
    const std::vector<TimeNs> ends = {end_of(2023, 12, 30), end_of(2023, 12, 31), end_of(2024, 1, 1),
                                      end_of(2024, 1, 31), end_of(2024, 2, 1) - 3 * kNsPerSecond};
    const std::vector<double> equity = {150, 200, 100, 400, 300};
    EXPECT_THAT(monthly_returns(100, ends, equity),
                ElementsAre(PeriodReturn{2023, 12, 1}, PeriodReturn{2024, 1, 1}, PeriodReturn{2024, 2, -0.25}));
    EXPECT_THAT(yearly_returns(100, ends, equity), ElementsAre(PeriodReturn{2023, 0, 1}, PeriodReturn{2024, 0, 0.5}));
}

TEST(PeriodReturns, OfTheSameMonthInTwoYearsAreTwo) {
    const std::vector<TimeNs> ends = {end_of(2023, 5, 1), end_of(2024, 5, 1)};
    const std::vector<double> equity = {200, 100};
    EXPECT_THAT(monthly_returns(100, ends, equity), ElementsAre(PeriodReturn{2023, 5, 1}, PeriodReturn{2024, 5, -0.5}));
}

TEST(PeriodReturns, AreUndefinedWhereNothingWasLeft) {
    const std::vector<TimeNs> ends = {end_of(2024, 1, 31), end_of(2024, 2, 29)};
    const std::vector<double> equity = {0, 10};
    const auto months = monthly_returns(100, ends, equity);
    ASSERT_EQ(months.size(), 2U);
    EXPECT_EQ(months[0].value, -1);
    EXPECT_TRUE(std::isnan(months[1].value));
}

TEST(PeriodReturns, OfNoDayAreNone) { EXPECT_TRUE(monthly_returns(100, {}, {}).empty()); }

}  // namespace
}  // namespace ct::analyzers
