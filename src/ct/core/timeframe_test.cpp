#include "ct/core/timeframe.hpp"

#include <cstdint>
#include <sstream>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "support/numbers.hpp"
#include "support/random.hpp"

namespace ct {
namespace {

using test::utc;

constexpr std::string_view kNames = "1s 10s 30s 1m 3m 5m 15m 30m 1h 2h 4h 6h 8h 12h 1d 3d 1w 1M";

Timeframe timeframe(std::string_view name) { return Timeframe::parse(name).value(); }

TEST(Timeframe, NamesAreStable) {
    EXPECT_EQ(Timeframe::names(), kNames);
    std::istringstream names{std::string(kNames)};
    Timeframe before = Timeframe::fixed(0);
    for (std::string name; names >> name;) {
        const Timeframe each = timeframe(name);
        EXPECT_EQ(each.text(), name);
        EXPECT_LT(before, each);
        EXPECT_EQ(each.is_month(), name == "1M");
        before = each;
    }
    EXPECT_EQ(Timeframe().text(), "1m");
    EXPECT_EQ(timeframe("1w").duration_ns(), 7 * kNsPerDay);
    EXPECT_EQ(timeframe("10s").duration_ns(), 10 * kNsPerSecond);
    EXPECT_EQ(timeframe("1M").duration_ns(), 30 * kNsPerDay);
    EXPECT_EQ(Timeframe::fixed(7).text(), "7ns");
}

TEST(Timeframe, RefusesOtherNames) {
    for (const std::string_view name :
         {"", "1", "m", "1mo", "2m", "60m", "1H", "1D", "1W", "1 m", "1m ", "1min", "1y"}) {
        const auto parsed = Timeframe::parse(name);
        ASSERT_FALSE(parsed) << name;
        EXPECT_EQ(parsed.error().code, ErrorCode::kInvalidArgument);
        EXPECT_EQ(parsed.error().message, fmt::format("unknown timeframe '{}', expected one of {}", name, kNames));
    }
}

TEST(Timeframe, FromADuration) {
    EXPECT_EQ(Timeframe::from_duration(3600 * kNsPerSecond).value(), timeframe("1h"));
    EXPECT_EQ(Timeframe::from_duration(7 * kNsPerDay).value(), timeframe("1w"));
    for (const std::int64_t bad :
         {std::int64_t{0}, std::int64_t{-1}, 61 * kNsPerSecond, 30 * kNsPerDay, 31 * kNsPerDay}) {
        ASSERT_FALSE(Timeframe::from_duration(bad)) << bad;
    }
    EXPECT_EQ(Timeframe::from_duration(90 * kNsPerSecond).error().message,
              fmt::format("90 s between bars is not a known timeframe, expected one of {}", kNames));
}

TEST(Timeframe, FixedBarsAreAlignedToTheEpoch) {
    const TimeNs time = utc("2024-03-05 13:47:12.345");
    EXPECT_EQ(timeframe("1s").open_of(time), utc("2024-03-05 13:47:12"));
    EXPECT_EQ(timeframe("30s").open_of(time), utc("2024-03-05 13:47:00"));
    EXPECT_EQ(timeframe("15m").open_of(time), utc("2024-03-05 13:45:00"));
    EXPECT_EQ(timeframe("4h").open_of(time), utc("2024-03-05 12:00"));
    EXPECT_EQ(timeframe("8h").open_of(time), utc("2024-03-05 08:00"));
    EXPECT_EQ(timeframe("1d").open_of(time), utc("2024-03-05"));
    EXPECT_EQ(timeframe("3d").open_of(time), utc("2024-03-03"));  // day 19,785 = 3 x 6,595
    EXPECT_EQ(timeframe("1h").open_of(utc("1969-12-31 23:30")), utc("1969-12-31 23:00"));
    EXPECT_EQ(timeframe("1h").open_of(utc("2024-03-05 13:00")), utc("2024-03-05 13:00"));
    EXPECT_EQ(timeframe("1h").close_of(utc("2024-03-05 13:00")), utc("2024-03-05 14:00"));
}

TEST(Timeframe, WeeksStartOnMonday) {
    const Timeframe week = timeframe("1w");
    EXPECT_EQ(week.open_of(utc("2024-09-01 23:59")), utc("2024-08-26"));  // a Sunday
    EXPECT_EQ(week.open_of(utc("2024-09-02")), utc("2024-09-02"));        // a Monday
    EXPECT_EQ(week.close_of(utc("2024-08-26")), utc("2024-09-02"));
    EXPECT_EQ(week.open_of(utc("1970-01-01")), utc("1969-12-29"));
    EXPECT_EQ(week.open_of(utc("1960-06-15 12:00")), utc("1960-06-13"));
}

TEST(Timeframe, MonthsFollowTheCalendar) {
    const Timeframe month = timeframe("1M");
    EXPECT_EQ(month.open_of(utc("2024-02-29 23:59:59.999999999")), utc("2024-02-01"));
    EXPECT_EQ(month.close_of(utc("2024-02-01")), utc("2024-03-01"));
    EXPECT_EQ(month.close_of(utc("2024-02-01")) - utc("2024-02-01"), 29 * kNsPerDay);
    EXPECT_EQ(month.close_of(utc("2023-02-01")) - utc("2023-02-01"), 28 * kNsPerDay);
    EXPECT_EQ(month.close_of(utc("2024-12-01")), utc("2025-01-01"));
    EXPECT_EQ(month.close_of(utc("1969-12-01")), utc("1970-01-01"));
    EXPECT_EQ(month.open_of(utc("1969-12-31 23:00")), utc("1969-12-01"));
}

TEST(Timeframe, IsAMultipleOfWhatItsBarsAreWholeBarsOf) {
    EXPECT_TRUE(is_multiple(timeframe("1w"), timeframe("1d")));
    EXPECT_TRUE(is_multiple(timeframe("1M"), timeframe("1d")));
    EXPECT_TRUE(is_multiple(timeframe("1M"), timeframe("8h")));
    EXPECT_FALSE(is_multiple(timeframe("1M"), timeframe("1w")));
    EXPECT_FALSE(is_multiple(timeframe("1M"), timeframe("3d")));
    EXPECT_FALSE(is_multiple(timeframe("1w"), timeframe("3d")));
    EXPECT_FALSE(is_multiple(timeframe("8h"), timeframe("6h")));
    EXPECT_FALSE(is_multiple(timeframe("1h"), timeframe("1h")));
    EXPECT_FALSE(is_multiple(timeframe("1m"), timeframe("1h")));
}

TEST(Timeframe, EveryTimeLiesInItsBar) {
    constexpr std::uint64_t kSeed = 141;
    SCOPED_TRACE(fmt::format("seed {}", kSeed));
    test::Random random(kSeed);
    std::istringstream names{std::string(kNames)};
    for (std::string name; names >> name;) {
        const Timeframe each = timeframe(name);
        for (int i = 0; i < 5'000; ++i) {
            const TimeNs time = random.between(utc("1678-02-01"), utc("2261-11-30"));
            const TimeNs open = each.open_of(time);
            ASSERT_LE(open, time) << name;
            ASSERT_GT(each.close_of(open), time) << name;
            ASSERT_EQ(each.open_of(open), open) << name;
            ASSERT_EQ(each.open_of(each.close_of(open)), each.close_of(open)) << name;
        }
    }
}

}  // namespace
}  // namespace ct
