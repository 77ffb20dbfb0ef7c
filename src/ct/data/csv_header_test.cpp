#include "ct/data/csv_header.hpp"

#include <string>
#include <string_view>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/data/csv_fields.hpp"

namespace ct::data {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

CsvHeaderMatch match(std::string_view line) {
    CsvFields fields;
    EXPECT_TRUE(split_csv_line(line, ',', fields));
    return match_csv_header(fields);
}

/// The columns by their names, joined by blanks.
std::string columns(std::string_view line) {
    std::string names;
    for (const CsvColumn column : match(line).columns) names += std::string(csv_column_name(column)) + " ";
    if (!names.empty()) names.pop_back();
    return names;
}

constexpr std::string_view kPlain = "time open high low close volume";

TEST(CsvHeader, KnowsCommonNamesInAnyCase) {
    for (const std::string_view time : {"open_time", "Open time", "TIMESTAMP", "time", "Date", "datetime", "unix",
                                        "Unix Timestamp", "openTime", "time_ms"}) {
        EXPECT_EQ(columns(std::string(time) + ",Open,HIGH,low,Close,Vol"), kPlain) << time;
    }
    EXPECT_EQ(columns("t,o,h,l,c,v"), kPlain);
    EXPECT_EQ(columns("ts,o,h,l,c,v"), kPlain);
    EXPECT_EQ(columns("Timestamp,Open,High,Low,Close,Base Volume"), kPlain);
}

TEST(CsvHeader, FollowsNamesNotPlaces) {
    EXPECT_EQ(columns("close,volume,low,time,high,open"), "close volume low time high open");
}

TEST(CsvHeader, KnowsTheKlineColumns) {
    EXPECT_EQ(columns("open_time,open,high,low,close,volume,close_time,quote_volume,count,taker_buy_volume,"
                      "taker_buy_quote_volume,ignore"),
              "time open high low close volume ignored quote_volume trade_count taker_buy_volume "
              "taker_buy_quote_volume ignored");
    EXPECT_EQ(columns("Open time,Open,High,Low,Close,Volume,Close time,Quote asset volume,Number of trades,Taker buy "
                      "base asset volume,Taker buy quote asset volume,Ignore"),
              "time open high low close volume ignored quote_volume trade_count taker_buy_volume "
              "taker_buy_quote_volume ignored");
}

TEST(CsvHeader, PrefersTheMoreSpecificName) {
    EXPECT_EQ(columns("date,unix,open,high,low,close,volume"), "ignored time open high low close volume");
    EXPECT_EQ(columns("time,open,high,low,close,volume,open_time"), "ignored open high low close volume time");
    EXPECT_EQ(columns("unix,open,high,low,close,Volume USDT,volume"), "time open high low close ignored volume");
}

TEST(CsvHeader, OfTwoNamedVolumesTheFirstIsTheBase) {
    EXPECT_EQ(columns("unix,date,symbol,open,high,low,close,Volume BTC,Volume USDT,tradecount"),
              "time ignored ignored open high low close volume quote_volume trade_count");
    EXPECT_EQ(columns("Timestamp,Open,High,Low,Close,Volume_(BTC),Volume_(Currency),Weighted_Price"),
              "time open high low close volume quote_volume ignored");
}

TEST(CsvHeader, SaysWhatIsMissing) {
    const auto found = match("foo,open,high,close,bar");
    EXPECT_FALSE(found.complete());
    EXPECT_THAT(found.missing, ElementsAre("time", "low", "volume"));
    EXPECT_EQ(found.recognised, 3U);
}

TEST(CsvHeader, SaysWhatIsAmbiguous) {
    EXPECT_EQ(match("Date,Time,Open,High,Low,Close,Volume").ambiguous, "'Date' and 'Time' both name the time");
    EXPECT_EQ(match("time,open,open,high,low,close,volume").ambiguous, "'open' and 'open' both name the open");
    EXPECT_EQ(match("time,open,high,low,close,Volume A,Volume B,Volume C").ambiguous,
              "'Volume A' and 'Volume B' both name the volume");
    EXPECT_THAT(match("time,open,high,low,close,volume").ambiguous, IsEmpty());
}

TEST(CsvHeader, RecognisesNothingInARow) { EXPECT_EQ(match("1704067200000,1,2,0.5,1.5,100").recognised, 0U); }

}  // namespace
}  // namespace ct::data
