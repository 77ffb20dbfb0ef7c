// Timeframe, gaps and the joining of files, as CsvReader::finish does them.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "ct/core/result.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/data/csv.hpp"
#include "ct/data/csv_format.hpp"
#include "ct/data/digest.hpp"
#include "support/csv_text.hpp"

namespace ct::data {
namespace {

using test::csv_error;
using test::csv_fixture;
using test::feed_csv;
using test::file_bytes;
using test::minutes;
using test::read_csv_text;

constexpr std::string_view kHeader = "open_time,open,high,low,close,volume\n";

CsvOptions at_timeframe(std::string_view timeframe) { return {.timeframe = Timeframe::parse(timeframe).value()}; }

TEST(CsvJoin, CountsGaps) {
    const auto read = read_csv_text(minutes({0, 1, 4, 5, 7}));
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(read->gaps, 2U);
    EXPECT_EQ(read->missing_bars, 3U);
}

TEST(CsvJoin, TakesTheGivenTimeframe) {
    EXPECT_EQ(read_csv_text(minutes({0}), at_timeframe("1h"))->series.timeframe.text(), "1h");
    EXPECT_EQ(read_csv_text(minutes({0, 1}), at_timeframe("1m"))->series.timeframe.text(), "1m");
    // Two minutes are no timeframe: so these are 1m bars with gaps.
    EXPECT_EQ(read_csv_text(minutes({0, 2, 4}), at_timeframe("1m"))->missing_bars, 2U);
}

TEST(CsvJoin, ReadsMonths) {
    const std::string text = std::string(kHeader) +
                             "2024-01-01,100,110,90,105,7\n2024-02-01,100,110,90,105,7\n2024-04-01,100,110,90,105,7\n";
    for (const auto& read : {read_csv_text(text), read_csv_text(text, at_timeframe("1M"))}) {
        ASSERT_TRUE(read) << read.error().message;
        EXPECT_TRUE(read->series.timeframe.is_month());
        EXPECT_EQ(read->missing_bars, 1U);
    }
    EXPECT_EQ(csv_error(text, at_timeframe("1d")),
              "x.csv:3: the data are 1M bars, coarser than --timeframe 1d; expected --timeframe 1M");
}

TEST(CsvJoin, RefusesATimeframeTheDataDoNotHave) {
    EXPECT_EQ(csv_error(minutes({0, 5, 10}), at_timeframe("1m")),
              "x.csv:3: the data are 5m bars, coarser than --timeframe 1m; expected --timeframe 5m");
    EXPECT_EQ(csv_error(minutes({0, 5, 10}), at_timeframe("1h")),
              "x.csv:3: the data are 5m bars, finer than --timeframe 1h; expected --timeframe 5m");
    EXPECT_EQ(csv_error(minutes({0, 2, 4}), at_timeframe("3m")),
              "x.csv:3: bars 120 s apart are finer than --timeframe 3m");
    EXPECT_EQ(csv_error(minutes({0, 7, 14}), at_timeframe("3m")),
              "x.csv:3: time 2024-01-01 00:07:00 is no whole number of 3m bars after 2024-01-01 00:00:00");
    EXPECT_EQ(csv_error(minutes({0, 1}), at_timeframe("1M")),
              "x.csv:3: the data are 1m bars, finer than --timeframe 1M; expected --timeframe 1m");
    EXPECT_EQ(read_csv_text(minutes({0, 5}), at_timeframe("1m")).error().code, ErrorCode::kInvalidArgument);
}

TEST(CsvJoin, RefusesStepsThatAreNoTimeframe) {
    EXPECT_EQ(csv_error(minutes({0})), "x.csv:2: one row does not tell the timeframe, give it with --timeframe");
    EXPECT_EQ(csv_error(minutes({0, 7, 14})),
              "x.csv:3: the smallest step between bars is 420 s, which is no timeframe; expected one of " +
                  Timeframe::names());
    EXPECT_EQ(csv_error(minutes({0, 3, 6, 10, 13})),
              "x.csv:5: time 2024-01-01 00:10:00 is no whole number of 3m bars after 2024-01-01 00:06:00");
    EXPECT_EQ(csv_error(std::string(kHeader) + "2024-01-02,1,2,1,2,3\n2024-02-02,1,2,1,2,3\n", at_timeframe("1M")),
              "x.csv:2: time 2024-01-02 00:00:00 opens no month, expected 1M bars");
}

TEST(CsvJoin, NamesTheLineInADescendingFile) {
    EXPECT_EQ(csv_error(minutes({13, 10, 6, 3, 0})),
              "x.csv:3: time 2024-01-01 00:10:00 is no whole number of 3m bars after 2024-01-01 00:06:00");
}

/// Reads several files, each of these minutes.
Result<CsvSeries> read_files(const std::vector<std::vector<int>>& files, const CsvOptions& options = {}) {
    CsvReader reader(options);
    char name = 'a';
    for (const auto& file : files) {
        if (auto fed = feed_csv(reader, std::string(1, name++) + ".csv", minutes(file)); !fed) return fail(fed);
    }
    return reader.finish();
}

TEST(CsvJoin, JoinsFiles) {
    const auto whole = read_csv_text(minutes({0, 1, 2, 3, 4, 6}));
    ASSERT_TRUE(whole);
    for (const auto& files : std::vector<std::vector<std::vector<int>>>{
             {{0, 1}, {2, 3, 4}, {6}}, {{6}, {2, 3, 4}, {0, 1}}, {{4, 3, 2}, {1, 0}, {6}}, {{2, 3, 4}, {6}, {0, 1}}}) {
        const auto read = read_files(files);
        ASSERT_TRUE(read) << read.error().message;
        EXPECT_EQ(bars_digest(read->series.columns()), bars_digest(whole->series.columns()));
        EXPECT_EQ(read->missing_bars, 1U);
        ASSERT_EQ(read->files.size(), 3U);
        EXPECT_EQ(read->files[0].rows, 2U);
        EXPECT_EQ(read->files[2].rows, 1U);
    }
}

TEST(CsvJoin, RefusesFilesThatOverlap) {
    const auto read = read_files({{3, 4, 5}, {0, 1, 3}});
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, ErrorCode::kInvalidData);
    EXPECT_EQ(read.error().message,
              "a.csv begins at 2024-01-01 00:03:00, but b.csv ends at 2024-01-01 00:03:00: expected files that do not "
              "overlap; `cracktrader data import` merges such files");
}

TEST(CsvJoin, NamesFileAndLineOfAStepBetweenFiles) {
    const auto read = read_files({{10, 13, 17}, {0, 3, 6}});
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().message,
              "a.csv:2: time 2024-01-01 00:10:00 is no whole number of 3m bars after 2024-01-01 00:06:00");
}

TEST(CsvJoin, JoinsFilesOfDifferentShape) {
    const std::string december = "1735689480000,93600.00,93650.00,93500.00,93576.00,1,1735689539999,2,3,4,5,0\n";
    CsvReader reader({.timeframe = Timeframe::parse("1m").value(), .keep_extras = true});
    ASSERT_TRUE(feed_csv(reader, "2025-01.csv", file_bytes(csv_fixture("binance-spot-us.csv"))));
    ASSERT_TRUE(feed_csv(reader, "2024-12.csv", december));
    const auto read = reader.finish();
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(read->series.size(), 6U);
    EXPECT_EQ(read->missing_bars, 1U);
    EXPECT_EQ(read->files[0].time_unit, TimeUnit::kMilliseconds);
    EXPECT_EQ(read->files[1].time_unit, TimeUnit::kMicroseconds);
    EXPECT_EQ(read->series.extras.trade_count, (std::vector<std::int64_t>{3, 1842, 2210, 700, 95, 0}));
}

TEST(CsvJoin, WantsTheSameFurtherColumnsInAllFiles) {
    CsvReader reader({.keep_extras = true});
    ASSERT_TRUE(feed_csv(reader, "a.csv", file_bytes(csv_fixture("binance-spot-us.csv"))));
    const auto fed = feed_csv(reader, "b.csv", minutes({0, 1}));
    ASSERT_FALSE(fed);
    EXPECT_EQ(fed.error().message,
              "a.csv has a column quote_volume and b.csv has none, expected the same further columns in all files");
}

}  // namespace
}  // namespace ct::data
