#include "ct/core/time.hpp"

#include <cstdint>
#include <string_view>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "ct/core/result.hpp"
#include "support/numbers.hpp"
#include "support/random.hpp"

namespace ct {
namespace {

using test::utc;

constexpr TimeNs kFirst = -9'214'560'000 * kNsPerSecond;    // 1678-01-01
constexpr TimeNs kLast = 9'214'646'400 * kNsPerSecond - 1;  // the end of 2261

TEST(Time, KnownDates) {
    EXPECT_EQ(days_from_date({1970, 1, 1}), 0);
    EXPECT_EQ(days_from_date({1969, 12, 31}), -1);
    EXPECT_EQ(days_from_date({2000, 2, 29}), 11'016);
    EXPECT_EQ(days_from_date({2000, 3, 1}), 11'017);
    EXPECT_EQ(days_from_date({2024, 1, 1}), 19'723);
    EXPECT_EQ(days_from_date({1900, 3, 1}) - days_from_date({1900, 2, 28}), 1);  // no leap year
    EXPECT_EQ(utc("2024-01-01"), 1'704'067'200 * kNsPerSecond);
    EXPECT_EQ(utc("1678-01-01"), kFirst);
    EXPECT_EQ(utc("2261-12-31T23:59:59.999999999Z"), kLast);
}

TEST(Time, EveryDayOfTheRangeFollowsTheOneBefore) {
    Date expected{1678, 1, 1};
    constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const std::int64_t end = days_from_date({2262, 1, 1});
    for (std::int64_t day = days_from_date(expected); day < end; ++day) {
        const Date date = date_from_days(day);
        ASSERT_EQ(date.year, expected.year) << day;
        ASSERT_EQ(date.month, expected.month) << day;
        ASSERT_EQ(date.day, expected.day) << day;
        ASSERT_EQ(days_from_date(date), day);
        const bool leap = date.year % 4 == 0 && (date.year % 100 != 0 || date.year % 400 == 0);
        if (++expected.day > kDays[date.month - 1] + (leap && date.month == 2 ? 1 : 0)) {
            expected.day = 1;
            if (++expected.month > 12) expected = {date.year + 1, 1, 1};
        }
    }
}

TEST(Time, FloorDivision) {
    EXPECT_EQ(floor_div(7, 3), 2);
    EXPECT_EQ(floor_div(-7, 3), -3);
    EXPECT_EQ(floor_div(-6, 3), -2);
    EXPECT_EQ(floor_div(0, 3), 0);
}

TEST(Time, ReadsIsoText) {
    const TimeNs noon = utc("2024-01-31") + kNsPerDay / 2;
    for (const std::string_view text :
         {"2024-01-31 12:00", "2024-01-31T12:00", "2024-01-31T12:00:00", "2024-01-31T12:00:00Z",
          "2024-01-31 12:00:00.000", "2024-01-31T14:00:00+02:00", "2024-01-31T14:00+0200", "2024-01-31T06:30:00-05:30",
          "2024-02-01T01:00:00+13:00", "2024-01-31T12:00:00.000000000+00:00"}) {
        const auto time = parse_iso_time(text);
        ASSERT_TRUE(time) << text;
        EXPECT_EQ(*time, noon) << text;
    }
    EXPECT_EQ(utc("2024-01-31T12:00:00.5Z"), noon + kNsPerSecond / 2);
    EXPECT_EQ(utc("2024-01-31T12:00:00.000000001"), noon + 1);
    EXPECT_EQ(utc("1969-12-31T23:59:59.75"), -kNsPerSecond / 4);
    EXPECT_EQ(utc("2000-02-29"), 11'016 * kNsPerDay);
}

TEST(Time, RefusesBadText) {
    for (const std::string_view text : {"",
                                        "2024",
                                        "2024-01",
                                        "2024-1-1",
                                        "24-01-01",
                                        "2024/01/01",
                                        "2024-13-01",
                                        "2024-00-01",
                                        "2024-01-00",
                                        "2024-01-32",
                                        "2024-04-31",
                                        "2023-02-29",
                                        "1900-02-29",
                                        "1677-12-31",
                                        "2262-01-01",
                                        "2024-01-31 ",
                                        " 2024-01-31",
                                        "2024-01-31T",
                                        "2024-01-31T12",
                                        "2024-01-31T24:00",
                                        "2024-01-31T12:60",
                                        "2024-01-31T12:00:60",
                                        "2024-01-31T12:00:00.",
                                        "2024-01-31T12:00:00.0000000001",
                                        "2024-01-31T12:00:00+",
                                        "2024-01-31T12:00:00+2",
                                        "2024-01-31T12:00:00+02:60",
                                        "2024-01-31T12:00:00+24:00",
                                        "2024-01-31T12:00:00ZZ",
                                        "2024-01-31x12:00",
                                        "2024-01-31T12:00:00 UTC",
                                        "1704067200",
                                        "yesterday"}) {
        const auto time = parse_iso_time(text);
        ASSERT_FALSE(time) << text;
        EXPECT_EQ(time.error().code, ErrorCode::kInvalidArgument);
    }
    EXPECT_EQ(parse_iso_time("soon").error().message,
              "'soon' is not a time such as 2024-01-31 or 2024-01-31T12:00:00Z");
}

TEST(Time, KnowsABareDate) {
    EXPECT_TRUE(is_iso_date("2024-02-29"));
    for (const std::string_view text : {"2023-02-29", "2024-02-29 ", "2024-02-29T00:00", "2024-2-29", "", "x"}) {
        EXPECT_FALSE(is_iso_date(text)) << text;
    }
}

TEST(Time, WritesTheShortestFraction) {
    EXPECT_EQ(format_iso_time(0), "1970-01-01 00:00:00");
    EXPECT_EQ(format_iso_time(-1), "1969-12-31 23:59:59.999999999");
    EXPECT_EQ(format_iso_time(1'500'000'000), "1970-01-01 00:00:01.5");
    EXPECT_EQ(format_iso_time(kNsPerDay - kNsPerMs), "1970-01-01 23:59:59.999");
    EXPECT_EQ(format_iso_time(kFirst), "1678-01-01 00:00:00");
    EXPECT_EQ(format_iso_time(kLast), "2261-12-31 23:59:59.999999999");
    EXPECT_EQ(format_iso_date(kFirst - 1), "1677-12-31");
    EXPECT_EQ(format_iso_date(1'709'164'800 * kNsPerSecond), "2024-02-29");
}

TEST(Time, TextRoundTrips) {
    constexpr std::uint64_t kSeed = 131;
    SCOPED_TRACE(fmt::format("seed {}", kSeed));
    test::Random random(kSeed);
    for (int i = 0; i < 50'000; ++i) {
        constexpr std::int64_t kUnits[] = {1, 1'000, kNsPerMs, kNsPerSecond, 60 * kNsPerSecond, kNsPerDay};
        const std::int64_t unit = kUnits[random.between(0, 5)];
        const TimeNs time = floor_div(random.between(kFirst + kNsPerDay, kLast), unit) * unit;
        ASSERT_EQ(parse_iso_time(format_iso_time(time)).value(), time) << format_iso_time(time);
        ASSERT_EQ(utc(format_iso_date(time)), floor_div(time, kNsPerDay) * kNsPerDay);
    }
}

}  // namespace
}  // namespace ct
