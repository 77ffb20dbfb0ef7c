#include "ct/data/csv_format.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "support/csv_text.hpp"

namespace ct::data {
namespace {

constexpr std::string_view kExpected =
    "expected a header such as open_time,open,high,low,close,volume, or rows of these 6 columns or of Binance's 12";

CsvFormat detect(std::string_view sample) {
    auto format = detect_csv_format("x.csv", sample);
    EXPECT_TRUE(format) << format.error().message;
    return format.value_or(CsvFormat{});
}

std::string error(std::string_view sample) {
    const auto format = detect_csv_format("x.csv", sample);
    if (format) return "";
    EXPECT_EQ(format.error().code, ErrorCode::kInvalidData);
    return format.error().message;
}

TEST(CsvFormat, TellsTheUnitOfATimeFromItsSize) {
    EXPECT_EQ(detect_time_unit("1704067200"), TimeUnit::kSeconds);
    EXPECT_EQ(detect_time_unit("1704067200000"), TimeUnit::kMilliseconds);
    EXPECT_EQ(detect_time_unit("1704067200000000"), TimeUnit::kMicroseconds);
    EXPECT_EQ(detect_time_unit("1704067200000000000"), TimeUnit::kNanoseconds);
    EXPECT_EQ(detect_time_unit("2024-01-01"), TimeUnit::kIso);
    EXPECT_EQ(detect_time_unit("2024-01-01T00:00:00.5+02:00"), TimeUnit::kIso);
}

TEST(CsvFormat, TakesNoOtherNumberForATime) {
    // A bare zero, dates written as numbers, text, negative and fractional numbers.
    for (const std::string_view text :
         {"0", "60000", "20240131", "202401311200", "20240131120000", "", "x", "-1704067200", "1704067200.5",
          "1.7040672e12", "9223372036854775807", "99999999999999999999"}) {
        EXPECT_FALSE(detect_time_unit(text)) << text;
    }
}

TEST(CsvFormat, ParsesTimesInTheirUnit) {
    constexpr TimeNs kTime = 1'704'067'200 * kNsPerSecond;
    EXPECT_EQ(parse_csv_time("1704067200", TimeUnit::kSeconds), kTime);
    EXPECT_EQ(parse_csv_time("1704067200.000", TimeUnit::kSeconds), kTime);
    EXPECT_EQ(parse_csv_time("1704067200001", TimeUnit::kMilliseconds), kTime + kNsPerMs);
    EXPECT_EQ(parse_csv_time("2024-01-01 00:00:00 UTC", TimeUnit::kIso), kTime);
    EXPECT_EQ(parse_csv_time("1704067200", TimeUnit::kMilliseconds), std::nullopt);
    EXPECT_EQ(parse_csv_time("1704067200", TimeUnit::kIso), std::nullopt);
}

TEST(CsvFormat, NumbersTakenInOneUnitAreTakenInNoOther) {
    for (const std::int64_t seconds : {kMinUnixSeconds, kMaxUnixSeconds}) {
        for (const std::string_view zeros : {"", "000", "000000", "000000000"}) {
            const std::string text = std::to_string(seconds) + std::string(zeros);
            int units = 0;
            for (const TimeUnit unit :
                 {TimeUnit::kSeconds, TimeUnit::kMilliseconds, TimeUnit::kMicroseconds, TimeUnit::kNanoseconds}) {
                const auto time = parse_csv_time(text, unit);
                units += time.has_value() ? 1 : 0;
                EXPECT_EQ(time.value_or(seconds * kNsPerSecond), seconds * kNsPerSecond) << text;
            }
            EXPECT_EQ(units, 1) << text;
        }
    }
}

TEST(CsvFormat, SaysWhatWasDetected) {
    const auto text_of = [](const std::string& fixture) {
        const auto read = test::read_csv_text(test::file_bytes(test::csv_fixture(fixture)));
        return read ? read->files.at(0).text() : read.error().message;
    };
    EXPECT_EQ(
        text_of("plain.csv"),
        "x.csv: 5 rows, 6 columns with header (time 'open_time', volume 'volume'), time in milliseconds, ascending");
    EXPECT_EQ(text_of("no-header-6.csv"),
              "x.csv: 5 rows, 6 columns without header taken as time, open, high, low, close, volume, time in seconds, "
              "ascending");
    EXPECT_EQ(text_of("binance-spot-ms.csv"),
              "x.csv: 5 rows, 12 Binance kline columns without header, time in milliseconds, ascending");
    EXPECT_EQ(text_of("binance-spot-us.csv"),
              "x.csv: 5 rows, 12 Binance kline columns without header, time in microseconds, ascending");
    EXPECT_EQ(text_of("binance-futures.csv"),
              "x.csv: 5 rows, 12 Binance kline columns with header (time 'open_time', volume 'volume'), time in "
              "milliseconds, ascending");
    EXPECT_EQ(text_of("cryptodatadownload.csv"),
              "x.csv: 5 rows, 'https://www.CryptoDataDownload.com' before the header skipped, 10 columns with header "
              "(time 'Unix', volume 'Volume BTC'), time in milliseconds, newest first");
    EXPECT_EQ(
        text_of("iso-semicolon.csv"),
        "x.csv: 5 rows, 6 columns with header (time 'Date', volume 'Volume'), separated by semicolons, time as ISO "
        "text, ascending");
    EXPECT_EQ(text_of("tabs-ns.csv"),
              "x.csv: 5 rows, 6 columns with header (time 'Timestamp', volume 'Volume'), separated by tabs, time in "
              "nanoseconds, ascending");
}

TEST(CsvFormat, FindsTheFirstRow) {
    EXPECT_EQ(detect("open_time,open,high,low,close,volume\n1704067200,1,2,1,2,3\n").first_row_line, 2U);
    EXPECT_EQ(detect("\n\r\n1704067200,1,2,1,2,3\n").first_row_line, 3U);
    EXPECT_EQ(detect("# made by x\n\nts,o,h,l,c,v\n\n1704067200,1,2,1,2,3").first_row_line, 5U);
}

TEST(CsvFormat, ExplainsFilesThatHoldNoCandles) {
    const std::string expected(kExpected);
    EXPECT_EQ(error(""), "x.csv: an empty file, " + expected);
    EXPECT_EQ(error("\n \r\n\n"), "x.csv: an empty file, " + expected);
    EXPECT_EQ(error("open_time,open,high,low,close,volume\n"), "x.csv: a header but no rows, expected candles");
    EXPECT_EQ(error(std::string_view("a,b\n\x01\0\x02", 7)),
              "x.csv:2: a binary file (zero byte), expected candles as CSV text");
}

TEST(CsvFormat, ExplainsLinesThatAreNeitherHeaderNorRow) {
    const std::string expected(kExpected);
    EXPECT_EQ(error("hello\nworld\n"), "x.csv:1: 'hello' is neither a header nor a row of candles, " + expected);
    EXPECT_EQ(error("BTCUSDT,1704067200,1,2,1,2,3\n"),
              "x.csv:1: 'BTCUSDT,1704067200,1,2,1,2,3' is neither a header nor a row of candles, " + expected);
    EXPECT_EQ(error("foo,open,high,low,close,volume\n1704067200,1,2,1,2,3\n"),
              "x.csv:1: the header 'foo,open,high,low,close,volume' has no column for time, " + expected);
    EXPECT_EQ(error("time,open,high,x,close,y\n1704067200,1,2,1,2,3\n"),
              "x.csv:1: the header 'time,open,high,x,close,y' has no column for low, volume, " + expected);
    EXPECT_EQ(
        error("time,open,high,low,close\n1704067200,1,2,1,2\n"),
        "x.csv:1: the header 'time,open,high,low,close' has no column for volume; where volumes are not known, add "
        "one with 0 in each row");
    EXPECT_EQ(error("Date,Time,Open,High,Low,Close,Volume\n2024-01-01,00:00,1,2,1,2,3\n"),
              "x.csv:1: the columns 'Date' and 'Time' both name the time, expected one");
    EXPECT_EQ(error("\"time\",open,high,low,close,\"volume\n1704067200,1,2,1,2,3\n"),
              "x.csv:1: '\"time\",open,high,low,close,\"volume' is neither a header nor a row of candles, " + expected);
    EXPECT_EQ(error("# a\n# b\ntime,open,high,low,close,volume\n1704067200,1,2,1,2,3\n"),
              "x.csv:1: '# a' is neither a header nor a row of candles, " + expected);
}

TEST(CsvFormat, TakesColumnsWithoutHeaderOnlyWhereTheirOrderIsKnown) {
    EXPECT_EQ(error("1704067200,1,2,1,2,3,4\n"), "x.csv:1: 7 columns without header, " + std::string(kExpected));
    EXPECT_EQ(error("1704067200,1\n"), "x.csv:1: 2 columns without header, " + std::string(kExpected));
    EXPECT_EQ(
        error("1704067200000,1,2,1,2,3,1704067199999,5,6,7,8,0\n"),
        "x.csv:1: 12 columns without header, but column 7 '1704067199999' is no close time after the open time as "
        "in Binance's klines; add a header line");
}

TEST(CsvFormat, NamesAFirstTimeThatIsNone) {
    EXPECT_EQ(
        error("date,open,high,low,close,volume\n20240131,1,2,1,2,3\n"),
        "x.csv:2: time is '20240131', expected a Unix time (1990 to 2261) in s, ms, us or ns, or ISO text such as "
        "2024-01-31T12:00:00Z");
}

}  // namespace
}  // namespace ct::data
