#include "ct/analyzers/daily_equity.hpp"

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/core/time.hpp"

namespace ct::analyzers {
namespace {

using testing::ElementsAre;

constexpr TimeNs kHour = 3600 * kNsPerSecond;

TEST(DailyEquity, AStepAtMidnightBelongsToTheDayThatEnds) {
    DailyEquity daily;
    const std::vector<TimeNs> time_ns = {kHour, kNsPerDay - 1, kNsPerDay, kNsPerDay + 1, 2 * kNsPerDay};
    const std::vector<double> equity = {1, 2, 3, 4, 5};
    daily.add(time_ns, equity);
    EXPECT_THAT(daily.time_ns(), ElementsAre(kNsPerDay, 2 * kNsPerDay));
    EXPECT_THAT(daily.equity(), ElementsAre(3, 5));
}

TEST(DailyEquity, TheLastDayEndsAtItsLastStep) {
    DailyEquity daily;
    const std::vector<TimeNs> time_ns = {12 * kHour, 30 * kHour, 33 * kHour};
    const std::vector<double> equity = {1, 2, 3};
    daily.add(time_ns, equity);
    EXPECT_THAT(daily.time_ns(), ElementsAre(kNsPerDay, 33 * kHour));
    EXPECT_THAT(daily.equity(), ElementsAre(1, 3));
}

TEST(DailyEquity, ADayWithoutAStepKeepsTheEquity) {
    DailyEquity daily;
    const std::vector<TimeNs> time_ns = {kHour, 3 * kNsPerDay + kHour};
    const std::vector<double> equity = {10, 20};
    daily.add(time_ns, equity);
    EXPECT_THAT(daily.time_ns(), ElementsAre(kNsPerDay, 2 * kNsPerDay, 3 * kNsPerDay, 3 * kNsPerDay + kHour));
    EXPECT_THAT(daily.equity(), ElementsAre(10, 10, 10, 20));
}

TEST(DailyEquity, WorksBefore1970) {
    DailyEquity daily;
    const std::vector<TimeNs> time_ns = {-kHour, 0, kHour};
    const std::vector<double> equity = {1, 2, 3};
    daily.add(time_ns, equity);
    EXPECT_THAT(daily.time_ns(), ElementsAre(0, kHour));
    EXPECT_THAT(daily.equity(), ElementsAre(2, 3));
}

TEST(DailyEquity, DoesNotDependOnTheChunks) {
    std::vector<TimeNs> time_ns;
    std::vector<double> equity;
    for (int i = 0; i < 1000; ++i) {
        time_ns.push_back(i * 5 * kHour);
        equity.push_back(i);
    }
    DailyEquity whole;
    whole.add(time_ns, equity);
    for (const std::size_t chunk : {1U, 7U, 100U}) {
        DailyEquity daily;
        for (std::size_t at = 0; at < equity.size(); at += chunk) {
            const std::size_t size = std::min(chunk, equity.size() - at);
            daily.add(std::span(time_ns).subspan(at, size), std::span(equity).subspan(at, size));
        }
        EXPECT_THAT(daily.time_ns(), testing::ElementsAreArray(whole.time_ns()));
        EXPECT_THAT(daily.equity(), testing::ElementsAreArray(whole.equity()));
    }
}

TEST(DailyReturns, AreChangesAgainstTheDayBefore) {
    const std::vector<double> equity = {110, 99, 99};
    EXPECT_THAT(daily_returns(100, equity), ElementsAre(0.1, -0.1, 0.0));
}

}  // namespace
}  // namespace ct::analyzers
