// `backtest --exchange`: a run over candles of the cache.

#include <filesystem>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cracktrader/cli_run_test.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/storage/cache.hpp"
#include "ct/storage/csv_file.hpp"
#include "ct/storage/series_key.hpp"
#include "support/csv_text.hpp"
#include "support/flat_json.hpp"
#include "support/temporary_folder.hpp"

namespace ct::cli {
namespace {

using test::Args;
using test::CliRun;
using test::expect_refused;
using test::FlatJson;
using test::run_cli;
using test::sample_csv;
using testing::HasSubstr;

/// The bundled sample in a cache of its own.
class CachedBacktest : public testing::Test {
  protected:
    void SetUp() override { import("BTC/USDT"); }

    void import(const char* symbol) {
        const auto read = storage::read_csv(sample_csv()).value();
        const auto key = storage::SeriesKey::make("binance", symbol, {}, read.series.timeframe).value();
        ASSERT_TRUE(storage::Cache(data_dir()).import(key, read.series, "sample"));
    }
    [[nodiscard]] std::string data_dir() const { return (folder_.path() / "data").string(); }
    [[nodiscard]] Args args(const Args& more) const {
        Args all = {"backtest", "--exchange", "binance", "--data-dir", data_dir(), "--strategy", "sma_cross"};
        all.insert(all.end(), more.begin(), more.end());
        return all;
    }
    /// The result of a run as JSON.
    [[nodiscard]] static FlatJson result(Args args) {
        args.insert(args.end(), {"--json", "-"});
        const CliRun run = run_cli(args);
        EXPECT_EQ(run.code, 0) << run.err;
        return FlatJson(run.out);
    }

    test::TemporaryFolder folder_;
};

TEST_F(CachedBacktest, GivesWhatTheFileGives) {
    for (const Args& range :
         {Args{}, Args{"--from", "2024-02-10T05:00", "--to", "2024-06-30"}, Args{"--to", "2024-01-20"}}) {
        const FlatJson cached = result(args([&] {
            Args more = {"--symbol", "BTC/USDT", "--timeframe", "1h"};
            more.insert(more.end(), range.begin(), range.end());
            return more;
        }()));
        const FlatJson file = result(test::backtest_args(sample_csv(), range));
        EXPECT_EQ(cached["result_hash"], file["result_hash"]);
        EXPECT_EQ(cached["input_hash"], file["input_hash"]);
        EXPECT_EQ(cached["bars"], file["bars"]);
    }
}

TEST_F(CachedBacktest, OfSeveralSymbolsGivesWhatTheFilesGive) {
    import("ETH/USDT");
    const FlatJson cached = result(args({"--symbol", "BTC/USDT", "--symbol", "ETH/USDT", "--param", "size=20%"}));
    const FlatJson files = result({"backtest", "--csv", sample_csv(), "--csv", sample_csv(), "--symbol", "BTC/USDT",
                                   "--symbol", "ETH/USDT", "--strategy", "sma_cross", "--param", "size=20%"});
    EXPECT_EQ(cached["result_hash"], files["result_hash"]);
    EXPECT_EQ(cached["input_hash"], files["input_hash"]);
}

TEST_F(CachedBacktest, SaysWhatItReads) {
    const CliRun run = run_cli(args({"--symbol", "BTC/USDT", "--report", (folder_.path() / "report.html").string()}));
    EXPECT_EQ(run.code, 0) << run.err;
    EXPECT_THAT(run.out, HasSubstr("binance BTC/USDT 1h: 5980 rows from the cache"));
    EXPECT_TRUE(std::filesystem::exists(folder_.path() / "report.html"));
}

TEST_F(CachedBacktest, ResamplesToALongerTimeframe) {
    const CliRun run = run_cli(args({"--symbol", "BTC/USDT", "--timeframe", "4h"}));
    EXPECT_EQ(run.code, 0) << run.err;
    EXPECT_THAT(run.out, HasSubstr("resampled to 4h: whole bars from 2024-01-01 00:00:00"));
    const FlatJson hours = result(args({"--symbol", "BTC/USDT", "--timeframe", "4h"}));
    EXPECT_EQ(hours["bars"], "1495");
    // Several timeframes of one symbol: the shortest fills, the others inform.
    const FlatJson both =
        result(args({"--symbol", "BTC/USDT", "--symbol", "BTC/USDT", "--timeframe", "1h", "--timeframe", "1d"}));
    EXPECT_EQ(both["bars"], "6229");
    expect_refused(
        args({"--symbol", "BTC/USDT", "--timeframe", "5m"}), 2,
        {"no binance BTC/USDT 5m", "it has 1h of it, and a finer timeframe cannot be made of a coarser one"});
}

TEST_F(CachedBacktest, WhatIsResampledForTheStrategyIsWhatTheCacheResamples) {
    const auto expressions = [&](const Args& series) {
        Args all = {"backtest", "--exchange", "binance", "--data-dir", data_dir(), "--symbol", "BTC/USDT"};
        all.insert(all.end(), series.begin(), series.end());
        all.insert(all.end(), {"--entry", "close > sma(close@4h, 20)", "--exit", "close < lowest(low@4h, 5)[1]"});
        return result(all);
    };
    const FlatJson made = expressions({});
    const FlatJson by_hand = expressions({"--timeframe", "1h", "--symbol", "BTC/USDT", "--timeframe", "4h"});
    EXPECT_EQ(made["bars"], "7475");
    EXPECT_EQ(made["result_hash"], by_hand["result_hash"]);
    EXPECT_EQ(made["input_hash"], by_hand["input_hash"]);
    // The same of the file.
    const FlatJson file = result({"backtest", "--csv", sample_csv(), "--entry", "close > sma(close@4h, 20)", "--exit",
                                  "close < lowest(low@4h, 5)[1]"});
    EXPECT_EQ(file["result_hash"], by_hand["result_hash"]);
    EXPECT_EQ(file["input_hash"], by_hand["input_hash"]);
}

TEST_F(CachedBacktest, GapsAreKeptFilledOrRefused) {
    const storage::Cache cache(data_dir());
    const auto read = storage::read_csv(folder_.file("gap.csv", test::minutes({0, 1, 2, 5, 6}))).value();
    ASSERT_TRUE(cache.import(storage::SeriesKey::make("binance", "GAP/USDT", {}, read.series.timeframe).value(),
                             read.series, "gap"));
    const auto bars = [&](const Args& more) {
        Args command = {"--symbol", "GAP/USDT"};
        command.insert(command.end(), more.begin(), more.end());
        return result(args(command))["bars"];
    };
    EXPECT_EQ(bars({}), "5");
    EXPECT_EQ(bars({"--gaps", "keep"}), "5");
    EXPECT_EQ(bars({"--gaps", "fill"}), "7");
    EXPECT_EQ(bars({"--gaps", "fill", "--timeframe", "5m"}), "1");
    expect_refused(args({"--symbol", "GAP/USDT", "--gaps", "error"}), 2,
                   {"binance GAP/USDT 1m", "2024-01-01 00:03:00"});
    expect_refused(args({"--symbol", "GAP/USDT", "--gaps", "drop"}), 2, {"--gaps", "'drop'", "keep, fill or error"});
    // The same of files.
    const std::string file = folder_.file("b.csv", test::minutes({0, 1, 2, 5, 6})).string();
    EXPECT_EQ(result(test::backtest_args(file, {"--gaps", "fill"}))["bars"], "7");
    expect_refused(test::backtest_args(file, {"--gaps", "error"}), 2, {"b.csv", "2024-01-01 00:03:00"});
}

TEST_F(CachedBacktest, IsRefusedForWhatIsNotThere) {
    expect_refused(args({"--symbol", "BTC/USDC"}), 2, {"no binance BTC/USDC", "the nearest is binance BTC/USDT 1h"});
    expect_refused(args({"--symbol", "BTC/USDT", "--from", "2030-01-01"}), 2, {"no bar of binance BTC/USDT 1h"});
    expect_refused(args({"--symbol", "../../etc"}), 2, {"../../etc"});
    expect_refused(args({}), 2, {"--symbol"});
    expect_refused(args({"--symbol", "BTC/USDT", "--timeframe", "7m"}), 2, {"7m"});
}

TEST_F(CachedBacktest, AndItsOptionsExcludeWhatMakesNoSense) {
    expect_refused(args({"--symbol", "BTC/USDT", "--no-cache"}), 2, {"--no-cache", "no network"});
    expect_refused(args({"--symbol", "BTC/USDT", "--csv", sample_csv()}), 2, {"--csv and --exchange"});
    expect_refused(args({"--symbol", "BTC/USDT:USDT", "--instrument", "spot"}), 2, {"is a contract"});
    expect_refused(test::backtest_args(sample_csv(), {"--instrument", "spot"}), 2,
                   {"--instrument belongs to --exchange"});
    EXPECT_EQ(run_cli(test::backtest_args(sample_csv(), {"--no-cache"})).code, 0);
}

TEST_F(CachedBacktest, NeverRunsOverADamagedMonth) {
    std::filesystem::resize_file(std::filesystem::path(data_dir()) / "binance/spot/BTC_USDT/1h/2024-03.parquet", 5'000);
    expect_refused(args({"--symbol", "BTC/USDT"}), 2, {"2024-03.parquet is damaged"});
}

}  // namespace
}  // namespace ct::cli
