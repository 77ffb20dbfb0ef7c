// The rows of a file as CsvReader hands them to CsvRowParser.

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "ct/data/bar_series.hpp"
#include "ct/data/csv.hpp"
#include "support/csv_text.hpp"

namespace ct::data {
namespace {

using test::csv_error;

constexpr std::string_view kHeader = "open_time,open,high,low,close,volume\n";

/// The error of a plain file whose third line is `row`.
std::string error_of_row(std::string_view row, const CsvOptions& options = {}) {
    return csv_error(std::string(kHeader) + "1704067200000,100,110,90,105,7\n" + std::string(row) +
                         "\n1704067320000,100,110,90,105,7\n",
                     options);
}

TEST(CsvRows, TakesTheRowTheOthersAreMadeFrom) { EXPECT_EQ(error_of_row("1704067260000,100,110,90,105,7"), ""); }

TEST(CsvRows, NamesAFieldThatIsNoNumber) {
    EXPECT_EQ(error_of_row("1704067260000,abc,110,90,105,7"), "x.csv:3: open is 'abc', expected a number");
    EXPECT_EQ(error_of_row("1704067260000,100,,90,105,7"), "x.csv:3: high is '', expected a number");
    EXPECT_EQ(error_of_row("1704067260000,100,110,nan,105,7"), "x.csv:3: low is 'nan', expected a number");
    EXPECT_EQ(error_of_row("1704067260000,100,inf,90,105,7"), "x.csv:3: high is 'inf', expected a number");
    EXPECT_EQ(error_of_row("1704067260000,100,110,90,105x,7"), "x.csv:3: close is '105x', expected a number");
    EXPECT_EQ(error_of_row("1704067260000,1e400,110,90,105,7"), "x.csv:3: open is '1e400', expected a number");
    EXPECT_EQ(error_of_row("1704067260000,100,110,90,105,"), "x.csv:3: volume is '', expected a number, 0 or more");
    EXPECT_EQ(error_of_row("1704067260000,100,110,90,105,nan"),
              "x.csv:3: volume is 'nan', expected a number, 0 or more");
    EXPECT_EQ(error_of_row("1704067260000,100,110,90,105,7\x01"),
              "x.csv:3: volume is '7?', expected a number, 0 or more");
}

TEST(CsvRows, NamesANumberOutOfRange) {
    EXPECT_EQ(error_of_row("1704067260000,100,110,0,105,7"), "x.csv:3: low is 0, expected a price above 0");
    EXPECT_EQ(error_of_row("1704067260000,-1.5,110,90,105,7"), "x.csv:3: open is -1.5, expected a price above 0");
    EXPECT_EQ(error_of_row("1704067260000,100,110,0.000,105,7"), "x.csv:3: low is 0.000, expected a price above 0");
    EXPECT_EQ(error_of_row("1704067260000,100,110,90,105,-7"), "x.csv:3: volume is '-7', expected a number, 0 or more");
}

TEST(CsvRows, NamesPricesThatCannotBe) {
    EXPECT_EQ(error_of_row("1704067260000,100,99.5,100,100,7"), "x.csv:3: high 99.5 is below low 100");
    EXPECT_EQ(error_of_row("1704067260000,111,110,90,105,7"), "x.csv:3: open 111 is above high 110");
    EXPECT_EQ(error_of_row("1704067260000,89,110,90,105,7"), "x.csv:3: open 89 is below low 90");
    EXPECT_EQ(error_of_row("1704067260000,100,110,90,110.01,7"), "x.csv:3: close 110.01 is above high 110");
    EXPECT_EQ(error_of_row("1704067260000,100,110,90,89,7"), "x.csv:3: close 89 is below low 90");
}

TEST(CsvRows, SaysHowColumnsWithoutHeaderAreTaken) {
    EXPECT_EQ(
        csv_error("1704067200000,100,105,110,90,7\n"),
        "x.csv:1: high 105 is below low 110 (without header the columns are taken as time, open, high, low, close, "
        "volume)");
}

TEST(CsvRows, NamesAWrongNumberOfColumns) {
    EXPECT_EQ(error_of_row("1704067260000,100,110,90,105"), "x.csv:3: 5 columns, expected 6");
    EXPECT_EQ(error_of_row("1704067260000,100,110,90,105,7,8"), "x.csv:3: 7 columns, expected 6");
    EXPECT_EQ(error_of_row("1704067260000;100;110;90;105;7"), "x.csv:3: 1 columns, expected 6");
    EXPECT_EQ(error_of_row("1704067260000,\"100,110,90,105,7"), "x.csv:3: quotes do not match");
}

TEST(CsvRows, NamesATimeInAnotherUnit) {
    EXPECT_EQ(error_of_row("1704067260,100,110,90,105,7"),
              "x.csv:3: time is '1704067260' in seconds, expected a time in milliseconds as in the file's first row");
    EXPECT_EQ(error_of_row("2024-01-01,100,110,90,105,7"),
              "x.csv:3: time is '2024-01-01' in ISO text, expected a time in milliseconds as in the file's first row");
    EXPECT_EQ(error_of_row("yesterday,100,110,90,105,7"),
              "x.csv:3: time is 'yesterday', expected a time in milliseconds as in the file's first row");
}

TEST(CsvRows, SaysThatThereAreNoLeapSeconds) {
    EXPECT_EQ(
        csv_error("time,open,high,low,close,volume\n2016-12-31T23:59:00Z,1,1,1,1,1\n2016-12-31T23:59:60Z,1,1,1,1,1\n"),
        "x.csv:3: time is '2016-12-31T23:59:60Z', expected a time as ISO text as in the file's first row (Unix time "
        "has no leap seconds: 59 is the last)");
}

TEST(CsvRows, NamesTimesOutOfOrder) {
    EXPECT_EQ(error_of_row("1704067200000,100,110,90,105,7"),
              "x.csv:3: time 2024-01-01 00:00:00 repeats the row before, expected each time once; `cracktrader data "
              "import` sorts and merges such files");
    EXPECT_EQ(error_of_row("1704067380000,100,110,90,105,7"),
              "x.csv:4: time 2024-01-01 00:02:00 follows 2024-01-01 00:03:00, expected ascending times as in the rows "
              "before; `cracktrader data import` sorts and merges such files");
    EXPECT_EQ(error_of_row("1704067140000,100,110,90,105,7"),
              "x.csv:4: time 2024-01-01 00:02:00 follows 2023-12-31 23:59:00, expected descending times as in the rows "
              "before; `cracktrader data import` sorts and merges such files");
}

TEST(CsvRows, TakesBlankLinesOnlyAtTheEnd) {
    EXPECT_EQ(csv_error(std::string(kHeader) + "1704067200,1,2,1,2,3\n1704067260,1,2,1,2,3\n\n \r\n\n"), "");
    EXPECT_EQ(error_of_row(""), "x.csv:3: a blank line between rows");
}

TEST(CsvRows, RefusesZeroBytesAfterTheSample) {
    std::string text(kHeader);
    for (int i = 0; i < 20; ++i) text += std::to_string(1'704'067'200 + 60 * i) + ",1,1,1,1,1\n";
    EXPECT_EQ(csv_error(text + std::string("1704070000,1,\0", 14) + ",1,1,1\n"),
              "x.csv:22: a binary file (zero byte), expected candles as CSV text");
}

TEST(CsvRows, CountsDecimalsOfPrices) {
    const auto decimals = [](std::string_view price, const CsvOptions& options = {}) {
        const std::string prices = std::string(price) + "," + std::string(price);
        const auto read = test::read_csv_text(
            std::string(kHeader) + "1704067200,1,1,1,1,0.123456789\n1704067260," + prices + "," + prices + ",1\n",
            options);
        return read ? read->series.price_decimals : -1;
    };
    EXPECT_EQ(decimals("7"), 0);
    EXPECT_EQ(decimals("7.0"), 0) << "zeros at the end do not count";
    EXPECT_EQ(decimals("93576.50000000"), 1);
    EXPECT_EQ(decimals("7.12345678"), 8);
    EXPECT_EQ(decimals("1.08e-06"), 8);
    EXPECT_EQ(decimals("0.000000000012"), 12);
    EXPECT_EQ(decimals("1.500000000000000"), 1);
    EXPECT_EQ(decimals("1.50e-10"), 11);
    EXPECT_EQ(decimals("7.10", {.price_decimals = 5}), 5);
    EXPECT_EQ(decimals("7.10000", {.price_decimals = 1}), 1);
    EXPECT_EQ(decimals("0.0000000000000123", {.price_decimals = 16}), 16);
}

TEST(CsvRows, RefusesTooManyDecimals) {
    EXPECT_EQ(error_of_row("1704067260000,100,110,90,105.1234567890123,7"),
              "x.csv:3: close 105.1234567890123 has 13 decimals, more than the 12 that are detected; give their number "
              "with --price-decimals");
    EXPECT_EQ(error_of_row("1704067260000,100.125,110,90,105,7", {.price_decimals = 2}),
              "x.csv:3: open 100.125 has 3 decimals, more than the 2 of --price-decimals");
}

TEST(CsvRows, KeepsFurtherColumnsOnRequest) {
    const std::string text = test::file_bytes(test::csv_fixture("binance-spot-us.csv"));
    const auto kept = test::read_csv_text(text, {.keep_extras = true});
    ASSERT_TRUE(kept) << kept.error().message;
    const KlineExtras& extras = kept->series.extras;
    ASSERT_EQ(extras.trade_count.size(), 5U);
    EXPECT_EQ(extras.trade_count[0], 1842);
    EXPECT_EQ(extras.quote_volume[0], 769319.89769110);
    EXPECT_EQ(extras.taker_buy_volume[1], 6.03515500);
    EXPECT_EQ(extras.taker_buy_quote_volume[4], 0.0);
    const auto plain = test::read_csv_text(text);
    ASSERT_TRUE(plain);
    EXPECT_TRUE(plain->series.extras.quote_volume.empty());
    EXPECT_TRUE(plain->series.extras.trade_count.empty());
}

TEST(CsvRows, ChecksFurtherColumnsOnlyWhenKept) {
    const std::string text =
        "1704067200000,1,2,1,2,3,1704067259999,4,5,6,7,0\n1704067260000,1,2,1,2,3,1704067319999,4,x,6,7,0\n";
    EXPECT_EQ(csv_error(text), "");
    EXPECT_EQ(csv_error(text, {.keep_extras = true}), "x.csv:2: trade_count is 'x', expected a number, 0 or more");
}

}  // namespace
}  // namespace ct::data
