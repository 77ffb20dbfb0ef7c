#include "ct/data/quality.hpp"

#include <initializer_list>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"

namespace ct::data {
namespace {

constexpr TimeNs kMinute = 60 * kNsPerSecond;

std::vector<TimeNs> days(std::initializer_list<std::string_view> texts) {
    std::vector<TimeNs> times;
    for (const auto text : texts) times.push_back(parse_iso_time(text).value());
    return times;
}

TEST(Quality, TakesTheSmallestStepAsTheTimeframe) {
    const std::vector<TimeNs> times = {0, 15 * kMinute, 20 * kMinute, 40 * kMinute};
    EXPECT_EQ(closest_rows(times).step_ns, 5 * kMinute);
    EXPECT_EQ(closest_rows(times).row, 2U);
    EXPECT_EQ(detect_timeframe(times)->text(), "5m");
}

TEST(Quality, KnowsNoTimeframeOfSevenMinutes) {
    EXPECT_FALSE(detect_timeframe(std::vector<TimeNs>{0, 7 * kMinute, 14 * kMinute}));
}

TEST(Quality, CountsGapsAndWhatIsMissingInThem) {
    const std::vector<TimeNs> times = {0, kMinute, 4 * kMinute, 5 * kMinute, 7 * kMinute};
    const Gaps found = find_gaps(times, Timeframe::parse("1m").value());
    EXPECT_EQ(found.gaps, 2U);
    EXPECT_EQ(found.missing_bars, 3U);
    EXPECT_FALSE(found.off_grid_row);
}

TEST(Quality, FindsTheFirstRowOffTheGrid) {
    const std::vector<TimeNs> times = {0, 2 * kMinute, 3 * kMinute, 3 * kMinute + 1, 4 * kMinute};
    EXPECT_EQ(find_gaps(times, Timeframe::parse("1m").value()).off_grid_row, 3U);
    EXPECT_EQ(find_gaps(times, Timeframe::parse("3m").value()).off_grid_row, 1U);
}

TEST(Quality, KnowsCalendarMonths) {
    const auto months = days({"2024-01-01", "2024-02-01", "2024-03-01", "2024-06-01"});
    ASSERT_TRUE(detect_timeframe(months));
    EXPECT_TRUE(detect_timeframe(months)->is_month());
    const Gaps found = find_gaps(months, Timeframe::month());
    EXPECT_EQ(found.gaps, 1U);
    EXPECT_EQ(found.missing_bars, 2U);
    EXPECT_FALSE(found.off_grid_row);
}

TEST(Quality, AMonthOpensOnItsFirstDay) {
    const auto months = days({"2024-01-02", "2024-02-02", "2024-03-02"});
    EXPECT_FALSE(detect_timeframe(months));
    EXPECT_EQ(find_gaps(months, Timeframe::month()).off_grid_row, 0U);
    EXPECT_EQ(find_gaps(days({"2024-01-01", "2024-02-02"}), Timeframe::month()).off_grid_row, 1U);
}

TEST(Quality, OneBarOrNoneHasNoGaps) {
    EXPECT_EQ(find_gaps(std::vector<TimeNs>{}, Timeframe::month()).gaps, 0U);
    EXPECT_EQ(find_gaps(std::vector<TimeNs>{7}, Timeframe::parse("1h").value()).gaps, 0U);
}

}  // namespace
}  // namespace ct::data
