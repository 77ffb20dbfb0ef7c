// `cracktrader data import` of candle files that other programs write. The JSON files are made by hand from the public
// documentation of ccxt, Binance and freqtrade.

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cracktrader/cli_run_test.hpp"
#include "support/flat_json.hpp"
#include "support/packed.hpp"
#include "support/shared_data.hpp"
#include "support/temporary_folder.hpp"

namespace ct::cli {
namespace {

using test::Args;
using test::CliRun;
using test::FlatJson;
using test::run_cli;
using testing::HasSubstr;

class DataFormats : public testing::Test {
  protected:
    [[nodiscard]] CliRun import(const std::string& file, const Args& more = {}) const {
        Args args = {"data", "import", file, "--exchange", "x", "--data-dir", data_dir()};
        args.insert(args.end(), more.begin(), more.end());
        return run_cli(args);
    }
    [[nodiscard]] FlatJson info(const char* symbol, const char* timeframe) const {
        const CliRun run = run_cli({"data", "info", "--exchange", "x", "--symbol", symbol, "--timeframe", timeframe,
                                    "--json", "--data-dir", data_dir()});
        EXPECT_EQ(run.code, 0) << run.err;
        return FlatJson(run.out);
    }
    [[nodiscard]] std::string data_dir() const { return (folder_.path() / "data").string(); }
    static Args series() { return {"--symbol", "A/B", "--timeframe", "5m"}; }

    test::TemporaryFolder folder_;
};

TEST_F(DataFormats, CcxtsLists) {
    const CliRun run = import(
        folder_.file("a.json", "[[1704067500000, 2, 4, 1, 3, 7.5],\n [1704067200000, 1.5, 2.5, 1, 2, 0]]"), series());
    EXPECT_EQ(run.code, 0) << run.err;
    EXPECT_EQ(info("A/B", "5m")["rows"], "2");
    EXPECT_EQ(info("A/B", "5m")["first"], "1704067200000");
}

TEST_F(DataFormats, BinancesKlinesWithNumbersAsText) {
    const std::string text = R"([[1704067200000,"1.5","2.5","1","2","10",1704067499999,"20",12,"4","8","0"]])";
    for (const auto& file : {folder_.file("a.json", text), folder_.file("b.json.gz", test::gzipped(text))}) {
        EXPECT_EQ(import(file, series()).code, 0);
    }
    EXPECT_EQ(info("A/B", "5m")["rows"], "1");
}

TEST_F(DataFormats, JsonLinesOfObjects) {
    const CliRun run = import(
        folder_.file("a.jsonl", R"({"timestamp":"2024-01-01T00:00:00Z","open":1,"high":2,"low":1,"close":2,"volume":3}
{"timestamp":"2024-01-01T00:05:00Z","open":2,"high":"3","low":2,"close":2,"volume":0}
)"),
        series());
    EXPECT_EQ(run.code, 0) << run.err;
    EXPECT_EQ(info("A/B", "5m")["rows"], "2");
}

TEST_F(DataFormats, FreqtradesFilesNameTheirSeries) {
    const char* const text = "[[1704067200000, 2, 4, 1, 3, 7]]";
    EXPECT_EQ(import(folder_.file("ETH_USDT-5m.json", text)).code, 0);
    EXPECT_EQ(import(folder_.file("BTC_USDT_USDT-1h-futures.json", text)).code, 0);
    EXPECT_EQ(info("ETH/USDT", "5m")["rows"], "1");
    EXPECT_EQ(info("BTC/USDT:USDT", "1h")["rows"], "1");
}

TEST_F(DataFormats, ParquetByAnotherProgram) {
    CT_REQUIRE_SHARED_DATA();
    const std::string file =
        (*test::shared_data() / "ohlcv/foreign_parquet/AIQuant_BTCUSDT_1m_pandas.parquet").string();
    const CliRun run = import(file, {"--symbol", "BTC/USDT", "--timeframe", "1m"});
    EXPECT_EQ(run.code, 0) << run.err;
    EXPECT_THAT(run.out, HasSubstr("10080 rows, Parquet by"));
    EXPECT_EQ(info("BTC/USDT", "1m")["rows"], "10080");
}

TEST_F(DataFormats, WhatIsDamagedIsRefusedWithItsPlace) {
    const auto refused = [&](const std::string& file, const char* words) {
        const CliRun run = import(file, series());
        EXPECT_EQ(run.code, 2);
        EXPECT_THAT(run.err, HasSubstr(words));
    };
    refused(folder_.file("a.json", "[[1,2"), "a.json:1:2: the file ends");
    refused(folder_.file("b.json", "[[1704067200000, 1, 2, null, 2, 3]]"), "b.json:1");
    refused(folder_.file("c.json", "[]"), "c.json");
    refused(folder_.file("d.parquet", "PAR1 and no more"), "d.parquet is damaged");
    refused(folder_.file("e.feather", "ARROW1 and no more"), "e.feather");
    EXPECT_THAT(run_cli({"data", "list", "--data-dir", data_dir()}).out, HasSubstr("holds nothing"));
}

}  // namespace
}  // namespace ct::cli
