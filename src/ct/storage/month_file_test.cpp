#include "ct/storage/month_file.hpp"

#include <cstdint>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/data/bar_series.hpp"
#include "ct/data/digest.hpp"
#include "ct/storage/bar_merge.hpp"
#include "support/bars.hpp"

namespace ct::storage {
namespace {

using testing::HasSubstr;

TEST(MonthFile, NamesGoThereAndBack) {
    for (const std::int64_t month : {data::kFirstMonth, std::int64_t{-1}, std::int64_t{0}, data::kLastMonth}) {
        EXPECT_EQ(month_of_file_name(month_file_name(month)).value(), month);
        EXPECT_EQ(data::month_of(data::month_start(month)), month);
        EXPECT_EQ(data::month_of(data::month_start(month + 1) - 1), month);
    }
    EXPECT_EQ(month_file_name(data::kFirstMonth), "1678-01.parquet");
    EXPECT_EQ(month_file_name(data::kLastMonth), "2261-12.parquet");
}

TEST(MonthFile, OtherNamesAreRefused) {
    // A month that no time can lie in is none: the first of 1012 is before what nanoseconds count.
    for (const char* name :
         {"1012-01.parquet", "1677-12.parquet", "2262-01.parquet", "2024-13.parquet", "2024-00.parquet",
          "-024-01.parquet", "2024--1.parquet", "2024_01.parquet", "2024-01.parquet.tmp", "2024-01", ""}) {
        EXPECT_FALSE(month_of_file_name(name)) << name;
    }
}

TEST(CheckBars, TimesAreOfWholeMonths) {
    const auto check = [](TimeNs time_ns) {
        data::BarSeries bars;
        bars.timeframe = test::k1m;
        bars.time_ns = {time_ns};
        for (auto* column : {&bars.open, &bars.high, &bars.low, &bars.close, &bars.volume}) *column = {1};
        const auto checked = check_bars(bars);
        return checked ? "" : checked.error().message;
    };
    const TimeNs begin_ns = data::month_start(data::kFirstMonth);
    const TimeNs end_ns = data::month_start(data::kLastMonth + 1);
    EXPECT_EQ(check(begin_ns), "");
    EXPECT_EQ(check(end_ns - test::kMinute), "");
    EXPECT_THAT(check(begin_ns - test::kMinute), HasSubstr("is not of the years 1678 to 2261"));
    EXPECT_THAT(check(end_ns), HasSubstr("is not of the years 1678 to 2261"));
}

}  // namespace
}  // namespace ct::storage
