// `cracktrader data import`: what the names of files say, what is told, and what is refused.

#include <filesystem>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cracktrader/cli_run_test.hpp"
#include "support/csv_text.hpp"
#include "support/flat_json.hpp"
#include "support/packed.hpp"
#include "support/temporary_folder.hpp"

namespace ct::cli {
namespace {

namespace fs = std::filesystem;
using test::Args;
using test::CliRun;
using test::FlatJson;
using test::minutes;
using test::run_cli;
using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

/// ccxt's and freqtrade's lists, made by hand.
constexpr const char* kLists = "[[1704067200000,2,3,1,2,10],[1704067260000,2,3,1,2.5,11],[1704067320000,2,3,1,2,12]]";

class DataImport : public testing::Test {
  protected:
    [[nodiscard]] CliRun import(const Args& files, const Args& more = {}) const {
        Args args = {"data", "import"};
        args.insert(args.end(), files.begin(), files.end());
        args.insert(args.end(), {"--exchange", "binance", "--data-dir", (folder_.path() / "data").string()});
        args.insert(args.end(), more.begin(), more.end());
        return run_cli(args);
    }
    /// What must be refused: with exit code 2, in one sentence with these words, and without a trace in the cache.
    void expect_refused(const std::string& file, const std::vector<std::string>& words) const {
        SCOPED_TRACE(file);
        const CliRun run = import({file}, {"--symbol", "BTC/USDT", "--timeframe", "1m"});
        EXPECT_EQ(run.code, 2);
        EXPECT_THAT(run.err, AllOf(StartsWith("error: "), HasSubstr(file)));
        for (const auto& word : words) EXPECT_THAT(run.err, HasSubstr(word));
        EXPECT_FALSE(fs::exists(folder_.path() / "data" / "binance"));
    }

    test::TemporaryFolder folder_;
};

TEST_F(DataImport, FilesOfSeveralSeriesAreToldApart) {
    const std::string spot = folder_.file("BTC_USDT-1m.json.gz", test::gzipped(kLists));
    const std::string futures = folder_.file("ETH_USDT_USDT-1m-futures.json", kLists);
    const CliRun run = import({spot, futures});
    EXPECT_EQ(run.code, 0) << run.err;
    EXPECT_THAT(run.out, AllOf(HasSubstr("BTC_USDT-1m.json.gz: 3 rows, JSON array of lists of 6"),
                               HasSubstr("binance BTC/USDT 1m: 3 rows read, 3 added"),
                               HasSubstr("binance ETH/USDT:USDT 1m: 3 rows read, 3 added")));
    EXPECT_TRUE(fs::exists(folder_.path() / "data/binance/futures/ETH_USDT/1m/2024-01.parquet"));
    const FlatJson again(import({spot, spot, futures}, {"--json"}).out);
    EXPECT_EQ(again["rows_read"], "9");
    EXPECT_EQ(again["rows_added"], "0");
    EXPECT_EQ(again.size("series"), 2U);
    EXPECT_EQ(again["series[0].symbol"], "\"BTC/USDT\"");
    EXPECT_EQ(again["series[0].rows_read"], "6");
    EXPECT_EQ(again["series[1].instrument"], "\"futures\"");
}

TEST_F(DataImport, OptionsCountMoreThanTheName) {
    const std::string file = folder_.file("BTC_USDT-1m.json", kLists);
    const CliRun run = import({file}, {"--symbol", "ETH/USDT"});
    EXPECT_EQ(run.code, 0) << run.err;
    EXPECT_THAT(run.out, HasSubstr(file + " is named as BTC/USDT and goes into binance ETH/USDT 1m"));
    EXPECT_EQ(import({file}, {"--timeframe", "1h"}).code, 2);
}

TEST_F(DataImport, AsksForWhatTheNameDoesNotTell) {
    test::write_zip(folder_ / "BTCUSDT-1m-2024-01.zip", {{"BTCUSDT-1m-2024-01.csv", minutes({0, 1})}});
    const std::string archive = folder_ / "BTCUSDT-1m-2024-01.zip";
    const CliRun run = import({archive});
    EXPECT_EQ(run.code, 2);
    EXPECT_EQ(run.err, "error: --symbol is required: the name of " + archive + " does not tell it\n");
    EXPECT_EQ(import({archive}, {"--symbol", "BTC/USDT"}).code, 0);
    EXPECT_THAT(import({folder_.file("x.json", kLists)}, {"--symbol", "A/B"}).err,
                HasSubstr("--timeframe is required: the name of"));
    EXPECT_THAT(run_cli({"data", "import", archive, "--symbol", "A/B"}).err, HasSubstr("--exchange is required"));
}

TEST_F(DataImport, EveryFormatThatIsExportedIsImported) {
    ASSERT_EQ(import({folder_.file("BTC_USDT-1m.json", kLists)}).code, 0);
    for (const char* name : {"out.csv", "out.csv.gz", "out.parquet", "out.feather"}) {
        const std::string file = folder_ / name;
        const CliRun exported =
            run_cli({"data", "export", "--exchange", "binance", "--symbol", "BTC/USDT", "--timeframe", "1m", "--output",
                     file, "--from", "2024-01-01T00:01", "--data-dir", (folder_.path() / "data").string()});
        EXPECT_EQ(exported.code, 0) << exported.err;
        const CliRun run = import({file}, {"--symbol", "BTC/USDT", "--timeframe", "1m"});
        EXPECT_EQ(run.code, 0) << run.err;
        EXPECT_THAT(run.out, HasSubstr("2 rows read, 0 added, 0 changed")) << name;
    }
}

TEST_F(DataImport, RefusesBadFiles) {
    expect_refused(folder_ / "none.parquet", {"no such file"});
    expect_refused(folder_.file("old.feather", "FEA1"), {"a Feather file of version 1, expected version 2"});
    expect_refused(folder_.file("cut.json", "[[1704067200000,2,3,1,2,1],[17"), {":1:28: ", "cut off"});
    expect_refused(folder_.file("wrap.json", R"({"data": []})"), {":1:1: an object without time", "expected"});
    expect_refused(folder_.file("null.json", "[[1704067200000,2,3,null,2,1]]"), {":1:2: low is 'null'"});
    expect_refused(folder_.file("cut.gz", test::gzipped(kLists).substr(0, 30)), {"truncated gzip"});
    expect_refused(folder_.file("5m.csv", minutes({0, 5, 10})), {"5m bars, coarser than --timeframe 1m"});
    expect_refused(folder_.file("leap.csv", "time,open,high,low,close,volume\n2016-12-31T23:59:60Z,1,1,1,1,1\n"),
                   {":2: time is '2016-12-31T23:59:60Z'"});
    expect_refused(folder_.file("x.csv", std::string("\x7f\x45\x4c\x46\x00", 5)), {"binary"});
}

}  // namespace
}  // namespace ct::cli
