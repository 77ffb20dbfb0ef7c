// The candles here are made by hand from public documentation: ccxt's fetchOHLCV and freqtrade's JSON files (lists of
// 6), Binance's GET /api/v3/klines (lists of 12, prices as text) and its stream's kline objects (t, T, o, h, l, c, v).

#include "ct/storage/json_bars.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/core/result.hpp"
#include "ct/data/csv.hpp"
#include "support/bars.hpp"
#include "support/numbers.hpp"

namespace ct::storage {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Result<JsonSeries> read(std::string_view text, const data::CsvOptions& options = {},
                        std::size_t chunk_bytes = 1U << 20U) {
    JsonBarReader reader("x.json", options);
    for (std::size_t at = 0; at < text.size(); at += chunk_bytes) {
        if (auto fed = reader.feed(text.substr(at, chunk_bytes)); !fed) return fail(fed);
    }
    return reader.finish();
}

std::string error(std::string_view text, const data::CsvOptions& options = {}) {
    const auto done = read(text, options);
    return done ? "" : done.error().message;
}

constexpr std::string_view kLists =
    "[[1704067200000, 42283.58, 42397.23, 42261.02, 42397.23, 155.25731],\n"
    " [1704067260000, 42397.22, 42432.74, 42385.26, 42409.96, 1e-05]]";

constexpr std::string_view kKlines =
    R"([[1704067200000,"42283.58","42397.23","42261.02","42397.23","155.5",1704067259999,"6570000.25",308,"80.25","3400000.5","0"],
        [1704067260000,"42397.22","42432.74","42385.26","42409.96","0.0",1704067319999,"0",0,"0","0","0"]])";

TEST(JsonBars, ReadsListsOfSix) {
    const auto done = read(kLists);
    ASSERT_TRUE(done) << done.error().message;
    EXPECT_THAT(done->series.time_ns, ElementsAre(test::utc("2024-01-01"), test::utc("2024-01-01 00:01")));
    EXPECT_THAT(done->series.open, ElementsAre(42283.58, 42397.22));
    EXPECT_THAT(done->series.high, ElementsAre(42397.23, 42432.74));
    EXPECT_THAT(done->series.low, ElementsAre(42261.02, 42385.26));
    EXPECT_THAT(done->series.close, ElementsAre(42397.23, 42409.96));
    EXPECT_THAT(done->series.volume, ElementsAre(155.25731, 1e-05));
    EXPECT_EQ(done->series.price_decimals, 2);
    EXPECT_EQ(done->series.timeframe, test::k1m);
    EXPECT_EQ(done->format,
              "x.json: 2 rows, JSON array of lists of 6 taken as time, open, high, low, close, volume, time in "
              "milliseconds, ascending");
}

TEST(JsonBars, ReadsBinanceKlines) {
    const auto done = read(kKlines, {.keep_extras = true});
    ASSERT_TRUE(done) << done.error().message;
    EXPECT_THAT(done->series.close, ElementsAre(42397.23, 42409.96));
    EXPECT_THAT(done->series.extras.quote_volume, ElementsAre(6570000.25, 0.0));
    EXPECT_THAT(done->series.extras.trade_count, ElementsAre(308, 0));
    EXPECT_THAT(done->series.extras.taker_buy_volume, ElementsAre(80.25, 0.0));
    EXPECT_THAT(done->series.extras.taker_buy_quote_volume, ElementsAre(3400000.5, 0.0));
    EXPECT_THAT(done->format, HasSubstr("JSON array of Binance klines"));
    EXPECT_TRUE(read(kKlines)->series.extras.quote_volume.empty());
}

TEST(JsonBars, ReadsObjectsByTheirNames) {
    const auto stream = read(
        R"({"t":1704067200000,"T":1704067259999,"s":"BTCUSDT","o":"1.50","c":"2","h":"3","l":"1","v":"9","x":{"y":[1]}}
{"c":"2.5","h":"3","l":"1","v":"8","o":"2.25","t":1704067260000,"T":1704067319999,"s":"BTCUSDT"}
)");
    ASSERT_TRUE(stream) << stream.error().message;
    EXPECT_THAT(stream->series.open, ElementsAre(1.5, 2.25));
    EXPECT_THAT(stream->series.close, ElementsAre(2.0, 2.5));
    EXPECT_THAT(stream->series.volume, ElementsAre(9.0, 8.0));
    EXPECT_EQ(stream->format, "x.json: 2 rows, JSON lines of objects, time in milliseconds, ascending");

    const auto named = read(R"([{"date":"2024-01-01T00:00:00Z","Open":1,"High":3,"Low":1,"Close":2,"Volume":0}])",
                            {.timeframe = test::k1h});
    ASSERT_TRUE(named) << named.error().message;
    EXPECT_THAT(named->series.time_ns, ElementsAre(test::utc("2024-01-01")));
    EXPECT_THAT(named->format, HasSubstr("time as ISO text"));
}

TEST(JsonBars, RowsMayComeInAnyOrder) {
    const auto newest_first = read("[1704067260,2,2,1,2,1]\n[1704067200,2,2,1,2,1]");
    ASSERT_TRUE(newest_first) << newest_first.error().message;
    EXPECT_THAT(newest_first->series.time_ns, ElementsAre(test::utc("2024-01-01"), test::utc("2024-01-01 00:01")));
    EXPECT_THAT(newest_first->format, HasSubstr("newest first"));
    const auto mixed =
        read("[1704067260,2,2,1,2,1]\n[1704067200,2,2,1,2,1]\n[1704067260,2,2,1,2,7]\n[1704067380,2,2,1,2,1]");
    ASSERT_TRUE(mixed) << mixed.error().message;
    EXPECT_THAT(mixed->series.volume, ElementsAre(1, 1, 7, 1));
    EXPECT_THAT(mixed->format, HasSubstr("unordered"));
    EXPECT_EQ(mixed->steps.duplicates, 1U);
    EXPECT_EQ(mixed->steps.missing_bars, 1U);
}

TEST(JsonBars, AnyChunkingGivesTheSame) {
    for (std::size_t chunk = 1; chunk < kKlines.size(); chunk += 7) {
        const auto done = read(kKlines, {}, chunk);
        ASSERT_TRUE(done) << done.error().message;
        EXPECT_THAT(done->series.close, ElementsAre(42397.23, 42409.96));
    }
}

TEST(JsonBars, SaysWhatIsWrongAndWhere) {
    EXPECT_EQ(error("[[1704067200,2,2,1,\"2,5\",1]]"), "x.json:1:2: close is '2?5', expected a number");
    EXPECT_EQ(error("[[1704067200,2,2,1,null,1]]"), "x.json:1:2: close is 'null', expected a number");
    EXPECT_EQ(error("[[1704067200,2,2,1,[2],1]]"), "x.json:1:2: close is '[...]', expected a number");
    EXPECT_EQ(error("[[1704067200,2,2,1,2,-1]]"), "x.json:1:2: volume is '-1', expected a number, 0 or more");
    EXPECT_EQ(error("[[1704067200,2,2,1,2,1],\n[1704067260,2,2,0,2,1]]"),
              "x.json:2:1: low is 0, expected a price above 0");
    EXPECT_EQ(error("[[1704067200,2,2,1,2,1],[1704067260,2,2,1,3,1]]"), "x.json:1:25: close 3 is above high 2");
    EXPECT_EQ(
        error("[[1704067200,2,2,1,2,1],[1704067260000,2,2,1,2,1]]"),
        "x.json:1:25: time is '1704067260000' in milliseconds, expected a time in seconds as in the file's first row");
    EXPECT_THAT(error("[[12,2,2,1,2,1]]"), HasSubstr("x.json:1:2: time is '12', expected a Unix time"));
    EXPECT_THAT(error("[[1704067200,2,2,1,2,NaN]]"),
                HasSubstr("x.json:1:2: no valid JSON at byte 21 of it: Invalid value."));
    EXPECT_THAT(error("[[1704067200,2,2,1,2}]"), HasSubstr("x.json:1:2: no valid JSON"));
    EXPECT_THAT(error("[[1704067200,2,2,1,2,\"\xff\"]]"), HasSubstr("x.json:1:2: no valid JSON"));
}

TEST(JsonBars, RefusesOtherShapes) {
    constexpr const char* kExpected =
        "expected [time, open, high, low, close, volume], Binance's 12 fields, or an object";
    EXPECT_THAT(error("[[1704067200,2,2,1,2,1,9]]"), AllOf(HasSubstr("x.json:1:2: a list of 7"), HasSubstr(kExpected)));
    EXPECT_THAT(error("[[]]"), HasSubstr("a list of 0"));
    EXPECT_THAT(
        error(R"({"data": [[1704067200,2,2,1,2,1]]})"),
        AllOf(HasSubstr("x.json:1:1: an object without time, open, high, low, close, volume"), HasSubstr(kExpected)));
    EXPECT_THAT(error(R"({"time":1704067200,"date":1,"open":1,"high":1,"low":1,"close":1,"volume":1})"),
                HasSubstr("'time' and 'date' both name the time"));
    EXPECT_THAT(error(R"({"time":1704067200,"open":1,"open":2,"high":1,"low":1,"close":1,"volume":1})"),
                HasSubstr("'open' and 'open' both name the open"));
    EXPECT_EQ(error("[[1704067200,2,2,1,2,1],{}]"),
              "x.json:1:25: an object, expected a list of 6 as the first candle is");
    EXPECT_EQ(error("[[1704067200,2,2,1,2,1],[1]]"),
              "x.json:1:25: a list of 1, expected a list of 6 as the first candle is");
    EXPECT_EQ(error(R"({"t":1704067200,"o":2,"h":2,"l":1,"c":2,"v":1}
{"t":1704067260,"o":2,"h":2,"l":1,"v":1})"),
              "x.json:2:1: an object without close, expected the names of the first candle");
    EXPECT_EQ(error(R"({"t":1704067200,"o":2,"h":2,"l":1,"c":2,"v":1}
{"t":1704067260,"o":2,"h":2,"l":1,"c":2,"c":3,"v":1})"),
              "x.json:2:1: 'c' is there twice");
    EXPECT_THAT(error("[[1704067200,2,2,1,2,1,1704067200,2,1,1,1,1]]"),
                HasSubstr("7th field '1704067200' is no close time"));
    // KuCoin's order is time, open, close, high, low: nothing here tells them apart.
    EXPECT_THAT(error("[[1704067200,1,1,1,1,1],[1704067260,1,2,1,2,1]]"), HasSubstr("cannot be verified"));
    EXPECT_THAT(error("[[1704067200,2,2,1,2,1]]"), HasSubstr("give it with --timeframe"));
    EXPECT_EQ(error("[[1704067200,2,2,1,2,1],[1704067620,2,2,1,2,1]]", {.timeframe = test::k4h}),
              "x.json: candle 2: bars 420 s apart are finer than --timeframe 4h");
}

}  // namespace
}  // namespace ct::storage
