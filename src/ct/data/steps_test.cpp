#include "ct/data/steps.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/data/csv.hpp"
#include "support/bars.hpp"
#include "support/csv_text.hpp"
#include "support/numbers.hpp"

namespace ct::data {
namespace {

using test::minutes;
using test::read_csv_text;

std::vector<TimeNs> at_minutes(const std::vector<int>& at) {
    std::vector<TimeNs> times;
    times.reserve(at.size());
    for (const int minute : at) times.push_back(test::utc("2024-01-01") + minute * test::kMinute);
    return times;
}

Result<Steps> steps(const std::vector<int>& at, std::optional<Timeframe> given = {}) {
    return find_steps(at_minutes(at), given, [](std::size_t row) { return fmt::format("row {}", row); });
}

TEST(Steps, CountEachTimeOnce) {
    const auto found = steps({7, 0, 1, 0, 4, 7, 7});
    ASSERT_TRUE(found) << found.error().message;
    EXPECT_EQ(found->timeframe, test::k1m);
    EXPECT_EQ(found->duplicates, 3U);
    EXPECT_EQ(found->gaps, 2U);
    EXPECT_EQ(found->missing_bars, 4U);
    EXPECT_EQ(steps({0, 1, 2})->duplicates, 0U);
    EXPECT_EQ(steps({5, 5, 5}, test::k1m)->duplicates, 2U);
}

TEST(Steps, NameTheRowAsItWasRead) {
    EXPECT_EQ(steps({14, 3, 10, 0}, Timeframe::parse("3m").value()).error().message,
              "row 2: time 2024-01-01 00:10:00 is no whole number of 3m bars after 2024-01-01 00:03:00");
    EXPECT_EQ(steps({10, 5, 0}, test::k1h).error().message,
              "row 1: the data are 5m bars, finer than --timeframe 1h; expected --timeframe 5m");
    EXPECT_EQ(steps({5, 5}).error().message, "row 0: one row does not tell the timeframe, give it with --timeframe");
}

TEST(AnyOrder, RowsStayAsTheyWereRead) {
    const auto read = read_csv_text(minutes({2, 0, 1, 0, 5}), {.any_order = true});
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(read->series.time_ns, at_minutes({2, 0, 1, 0, 5}));
    EXPECT_EQ(read->duplicates, 1U);
    EXPECT_EQ(read->missing_bars, 2U);
    EXPECT_TRUE(read->files.front().text().ends_with("time in seconds, unordered")) << read->files.front().text();
}

TEST(AnyOrder, AFileThatIsDescendingIsTurnedAround) {
    const auto read = read_csv_text(minutes({2, 1, 0}), {.any_order = true});
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(read->series.time_ns, at_minutes({0, 1, 2}));
    EXPECT_TRUE(read->files.front().descending);
    EXPECT_EQ(read_csv_text(minutes({2, 1, 0, 3}), {.any_order = true})->series.time_ns, at_minutes({2, 1, 0, 3}));
}

TEST(AnyOrder, PricesMayHaveNoiseInTheirLastDigits) {
    const std::string text = "time,open,high,low,close,volume\n1704067200,42283.580000000001746,42300,1e-12,42290,1\n";
    EXPECT_EQ(read_csv_text(text, {.timeframe = test::k1m}).error().code, ErrorCode::kInvalidData);
    const auto read = read_csv_text(text, {.timeframe = test::k1m, .any_order = true});
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(read->series.open.front(), 42283.58);
    EXPECT_EQ(read->series.low.front(), 1e-12);
    EXPECT_EQ(read->series.price_decimals, 12);
}

TEST(AnyOrder, FilesStayInTheOrderGivenAndMayOverlap) {
    CsvReader reader({.any_order = true});
    ASSERT_TRUE(test::feed_csv(reader, "b.csv", minutes({3, 4, 5})));
    ASSERT_TRUE(test::feed_csv(reader, "a.csv", minutes({0, 1, 3})));
    const auto read = reader.finish();
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(read->series.time_ns, at_minutes({3, 4, 5, 0, 1, 3}));
    EXPECT_EQ(read->duplicates, 1U);
    EXPECT_EQ(read->files.front().name, "b.csv");
}

}  // namespace
}  // namespace ct::data
