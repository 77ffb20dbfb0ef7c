#include "ct/data/csv.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/data/digest.hpp"
#include "support/csv_text.hpp"

namespace ct::data {
namespace {

using test::csv_error;
using test::csv_fixture;
using test::file_bytes;
using test::minutes;
using test::read_csv_text;

constexpr std::string_view kHeader = "open_time,open,high,low,close,volume\n";
constexpr std::array kFixtures = {"plain.csv",           "no-header-6.csv",     "binance-spot-ms.csv",
                                  "binance-spot-us.csv", "binance-futures.csv", "cryptodatadownload.csv",
                                  "iso-semicolon.csv",   "tabs-ns.csv"};

TEST(CsvReader, EveryShapeGivesTheSameSeries) {
    const auto plain = read_csv_text(file_bytes(csv_fixture("plain.csv")));
    ASSERT_TRUE(plain) << plain.error().message;
    EXPECT_EQ(plain->series.timeframe.text(), "1m");
    EXPECT_EQ(plain->series.price_decimals, 2);
    EXPECT_EQ(plain->gaps, 0U);
    EXPECT_EQ(format_iso_time(plain->series.time_ns.front()), "2025-01-01 00:00:00");
    EXPECT_EQ(plain->series.close, (std::vector{93610.93, 93651.90, 93610.00, 93588.10, 93588.10}));
    EXPECT_EQ(plain->series.volume, (std::vector{8.21827, 12.07031, 3.5, 0.75113, 0.0}));
    for (const std::string name : kFixtures) {
        const auto read = read_csv_text(file_bytes(csv_fixture(name)));
        ASSERT_TRUE(read) << name << ": " << read.error().message;
        EXPECT_EQ(bars_digest(read->series.columns()), bars_digest(plain->series.columns())) << name;
        EXPECT_EQ(read->series.timeframe, plain->series.timeframe) << name;
    }
}

TEST(CsvReader, ChunksDoNotMatter) {
    for (const std::string name : kFixtures) {
        const std::string text = file_bytes(csv_fixture(name));
        const auto whole = read_csv_text(text, {.keep_extras = true});
        ASSERT_TRUE(whole) << whole.error().message;
        for (const std::size_t chunk : {1U, 2U, 3U, 7U, 64U, 4096U}) {
            const auto read = read_csv_text(text, {.keep_extras = true}, chunk);
            ASSERT_TRUE(read) << name << " in chunks of " << chunk << ": " << read.error().message;
            EXPECT_EQ(bars_digest(read->series.columns()), bars_digest(whole->series.columns())) << name << chunk;
            EXPECT_EQ(read->series.extras.quote_volume, whole->series.extras.quote_volume);
            EXPECT_EQ(read->series.price_decimals, whole->series.price_decimals);
            EXPECT_EQ(read->files[0].text(), whole->files[0].text());
        }
    }
}

TEST(CsvReader, ChunksDoNotMatterForErrors) {
    std::string text = minutes({0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20});
    text += "1704070000,100,90,110,105,7\n";
    for (const std::size_t chunk : {1U, 2U, 3U, 7U, 64U, 4096U}) {
        const auto read = read_csv_text(text, {}, chunk);
        ASSERT_FALSE(read);
        EXPECT_EQ(read.error().message, "x.csv:23: high 90 is below low 110");
    }
}

TEST(CsvReader, TakesALastLineWithoutLineEnd) {
    const auto read = read_csv_text(std::string(kHeader) + "1704067200,1,2,1,2,3\n1704067260,1,2,1,2,4.5");
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(read->series.volume, (std::vector{3.0, 4.5}));
}

TEST(CsvReader, RefusesSixColumnsWhoseOrderCannotBeVerified) {
    EXPECT_EQ(
        csv_error("1704067200,5,5,5,5,1\n1704067260,5,6,5,6,1\n"),
        "x.csv: 6 columns without header, and no row has its open above its low: the order time, open, high, low, "
        "close, volume cannot be verified; add a header line");
    EXPECT_EQ(csv_error("1704067200,5,5,5,5,1\n1704067260,5,6,4,6,1\n"), "");
}

TEST(CsvReader, RefusesDecimalsOutOfRange) {
    EXPECT_EQ(csv_error(minutes({0, 1}), {.price_decimals = 19}), "--price-decimals is 19, expected 0 to 18");
    EXPECT_EQ(csv_error(minutes({0, 1}), {.price_decimals = -1}), "--price-decimals is -1, expected 0 to 18");
}

TEST(CsvReader, BoundsALine) {
    const std::string expected = "x.csv: a line of more than 65536 bytes, expected candles as CSV text";
    EXPECT_EQ(csv_error(std::string(100'000, 'x')), expected);
    EXPECT_EQ(csv_error(minutes({0, 1}) + std::string(100'000, '1')), expected);
    EXPECT_EQ(csv_error(std::string(100'000, '\0')), "x.csv: a binary file (zero byte), expected candles as CSV text");
}

TEST(CsvReader, NeedsAFile) {
    CsvReader reader;
    const auto read = reader.finish();
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().message, "no CSV file, expected candles");
}

}  // namespace
}  // namespace ct::data
