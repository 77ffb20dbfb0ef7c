#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cracktrader/cli_run_test.hpp"
#include "support/csv_text.hpp"
#include "support/project.hpp"
#include "support/temporary_folder.hpp"

// Whatever is wrong with the input: one sentence that says what and where, an exit code, and nothing half-written.
namespace ct::cli {
namespace {

namespace fs = std::filesystem;
using test::CliRun;
using test::run_cli;
using test::TemporaryFolder;
using testing::HasSubstr;

constexpr const char* kHeader = "open_time,open,high,low,close,volume\n";
constexpr const char* kFirst = "1704067200000,100,110,90,105,1\n";
constexpr const char* kSecond = "1704070800000,105,115,95,110,1\n";

fs::path sample_path() { return test::project_folder() / "examples/data/binance-spot_BTCUSDT_1h_2024.csv.gz"; }

/// Nothing but the files that stood in the folder before.
void expect_only(const TemporaryFolder& folder, const std::vector<std::string>& names) {
    std::vector<std::string> found;
    for (const auto& entry : fs::directory_iterator(folder.path())) found.push_back(entry.path().filename().string());
    EXPECT_THAT(found, testing::UnorderedElementsAreArray(names));
}

/// One sentence on standard error, with all the parts.
void expect_sentence(const CliRun& run, int code, const std::vector<std::string>& parts) {
    EXPECT_EQ(run.code, code) << run.err;
    EXPECT_THAT(run.err, testing::StartsWith("error: "));
    for (const std::string& part : parts) EXPECT_THAT(run.err, HasSubstr(part));
    EXPECT_EQ(run.err.find("terminate"), std::string::npos);
}

/// Runs sma_cross on a file with this content and expects exit 2.
void expect_refused(const std::string& csv, const std::vector<std::string>& parts,
                    const std::vector<std::string>& more_args = {}) {
    SCOPED_TRACE(csv.substr(0, 200));
    const TemporaryFolder folder;
    const std::string path = folder.file("bad.csv", csv).string();
    std::vector<std::string> args = {"backtest",
                                     "--csv",
                                     path,
                                     "--strategy",
                                     "sma_cross",
                                     "--json",
                                     (folder / "out.json").string(),
                                     "--report",
                                     (folder / "out.html").string()};
    args.insert(args.end(), more_args.begin(), more_args.end());
    const CliRun run = run_cli(args);
    expect_sentence(run, 2, parts);
    EXPECT_EQ(std::count(run.err.begin(), run.err.end(), '\n'), 1) << run.err;
    EXPECT_EQ(run.out.find("result hash"), std::string::npos);
    expect_only(folder, {"bad.csv"});
}

/// Runs on the sample with these options and expects exit 2.
void expect_option_refused(const std::vector<std::string>& options, const std::vector<std::string>& parts) {
    SCOPED_TRACE(testing::PrintToString(options));
    std::vector<std::string> args = {"backtest", "--csv", sample_path().string()};
    args.insert(args.end(), options.begin(), options.end());
    if (std::find(options.begin(), options.end(), "--strategy") == options.end()) {
        args.insert(args.end(), {"--strategy", "sma_cross"});
    }
    const CliRun run = run_cli(args);
    expect_sentence(run, 2, parts);
    EXPECT_EQ(run.out.find("result hash"), std::string::npos);
}

TEST(BadFile, ThatIsMissingIsNamed) {
    const TemporaryFolder folder;
    const std::string path = (folder / "none.csv").string();
    expect_sentence(run_cli({"backtest", "--csv", path, "--strategy", "sma_cross"}), 2, {"no such file", path});
}

TEST(BadFile, ThatIsEmptyOrHasOnlyAHeaderIsNamed) {
    expect_refused("", {"bad.csv", "empty", "expected"});
    expect_refused(kHeader, {"bad.csv", "no rows", "expected"});
}

TEST(BadFile, ThatIsBinaryIsNamed) {
    expect_refused(std::string("\x7f\x45\x4c\x46\x00\x00\x01\x02", 8), {"bad.csv", "binary", "expected"});
    expect_refused(std::string("PAR1\x15\x04", 6), {"bad.csv", "Parquet", "expected CSV"});
}

TEST(BadFile, ThatIsATruncatedGzipIsNamed) {
    const TemporaryFolder folder;
    const std::string whole = test::file_bytes(sample_path());
    const std::string path = folder.file("cut.csv.gz", whole.substr(0, whole.size() / 2)).string();
    const CliRun run =
        run_cli({"backtest", "--csv", path, "--strategy", "sma_cross", "--json", (folder / "o.json").string()});
    expect_sentence(run, 2, {"cut.csv.gz", "truncated"});
    expect_only(folder, {"cut.csv.gz"});
}

TEST(BadFile, WithWrongColumnsIsNamed) {
    expect_refused("a,b,c\n1,2,3\n", {"bad.csv", "expected"});
    expect_refused("open_time,open,high,low,close\n1704067200000,1,1,1,1\n", {"bad.csv", "volume"});
}

TEST(BadRow, IsNamedWithItsLineAndItsField) {
    const auto with = [](const char* row) { return std::string(kHeader) + kFirst + row; };
    expect_refused(with("1704070800000,nan,115,95,110,1\n"), {"bad.csv:3", "open", "nan", "expected a number"});
    expect_refused(with("1704070800000,105,inf,95,110,1\n"), {"bad.csv:3", "high", "inf", "expected"});
    expect_refused(with("1704070800000,105,115,-95,110,1\n"), {"bad.csv:3", "low", "-95", "expected a price above 0"});
    expect_refused(with("1704070800000,105,115,95,0,1\n"), {"bad.csv:3", "close", "0", "expected a price above 0"});
    expect_refused(with("1704070800000,105,115,95,abc,1\n"), {"bad.csv:3", "close", "'abc'", "expected a number"});
    expect_refused(with("1704070800000,105,115,95,110,-1\n"), {"bad.csv:3", "volume", "-1", "expected"});
    expect_refused(with("1704070800000,105,94,95,105,1\n"), {"bad.csv:3", "high 94", "low 95"});
    expect_refused(with("1704070800000,120,115,95,110,1\n"), {"bad.csv:3", "open 120", "high 115"});
    expect_refused(with("1704070800000,105,115,95\n"), {"bad.csv:3", "4 columns", "expected 6"});
    expect_refused(with("yesterday,105,115,95,110,1\n"), {"bad.csv:3", "time", "yesterday", "expected"});
}

TEST(BadTimes, ThatRepeatOrAreUnsortedAreNamedWithAHint) {
    const auto rows = [](const char* third) { return std::string(kHeader) + kFirst + kSecond + third; };
    expect_refused(rows("1704070800000,105,115,95,110,1\n"), {"bad.csv:4", "repeats", "data import"});
    expect_refused(rows("1704063600000,105,115,95,110,1\n"), {"bad.csv:4", "ascending", "data import"});
}

TEST(BadTimeframe, ThatTheDataDoNotHaveIsRefused) {
    const std::string hours = std::string(kHeader) + kFirst + kSecond;
    expect_refused(hours, {"1h", "4h", "finer"}, {"--timeframe", "4h"});
    expect_refused(hours, {"1h", "1m", "coarser"}, {"--timeframe", "1m"});
    expect_refused(hours, {"--timeframe", "unknown timeframe '2d'", "1s 10s 30s 1m"}, {"--timeframe", "2d"});
}

TEST(BadTimeframe, ThatOneRowDoesNotTellIsAskedFor) {
    expect_refused(std::string(kHeader) + kFirst, {"one row", "--timeframe"});
}

TEST(BadPrices, WithMoreDecimalsThanAskedForOrThatDoNotFitAreRefused) {
    expect_refused(std::string(kHeader) + kFirst + "1704070800000,105.25,115,95,110,1\n",
                   {"bad.csv:3", "105.25", "decimals"}, {"--price-decimals", "1"});
    expect_refused(
        std::string(kHeader) + "1704067200000,42000,42000,41000,42000,1\n1704070800000,42000,42000,41000,42000,1\n",
        {"BTC/USDT", "price 41000 does not fit", "16 decimals"}, {"--price-decimals", "16"});
}

TEST(BadOption, IsNamedWithWhatWasExpected) {
    expect_option_refused({"--strategy", "sma_crss"}, {"'sma_crss'", "did you mean 'sma_cross'"});
    expect_option_refused({"--param", "fst=10"}, {"'fst'", "did you mean 'fast'"});
    expect_option_refused({"--param", "fast=ten"}, {"fast=ten", "whole number"});
    expect_option_refused({"--param", "fast=0"}, {"fast=0", "whole number"});
    expect_option_refused({"--param", "size=lots"}, {"size", "lots"});
    expect_option_refused({"--param", "short=maybe"}, {"short=maybe", "true or false"});
    expect_option_refused({"--param", "fast"}, {"--param", "'fast'", "name=value"});
    expect_option_refused({"--param", "=3"}, {"--param", "'=3'", "name=value"});
    expect_option_refused({"--param", "fast=1", "--param", "fast=2"}, {"--param", "fast", "twice"});
    expect_option_refused({"--cash", "lots"}, {"--cash", "'lots'"});
    expect_option_refused({"--cash", "-5"}, {"--cash", "-5"});
    expect_option_refused({"--cash", "0"}, {"--cash", "0"});
    expect_option_refused({"--cash", "1e30"}, {"--cash"});
    expect_option_refused({"--cash", "10,000"}, {"--cash: '10,000' is neither an amount, such as 10000, nor amounts"});
    expect_option_refused({"--cash", "ten thousand"}, {"'ten thousand' is neither an amount", "such as 10000 USDT"});
    expect_option_refused({"--commission", "x"}, {"--commission", "'x'"});
    expect_option_refused({"--commission", "1"}, {"--commission", "less than 1"});
    expect_option_refused({"--commission", "100%"}, {"--commission", "less than 1"});
    expect_option_refused({"--commission", "%"}, {"--commission"});
    expect_option_refused({"--commission", "0.1", "--maker", "0.1"}, {"--commission", "--maker"});
    expect_option_refused({"--commission", "0.1", "--taker", "0.1"}, {"--commission", "--taker"});
    expect_option_refused({"--taker", "-0.1"}, {"--taker", "-0.1"});
    expect_option_refused({"--slippage-bps", "10000"}, {"--slippage-bps"});
    expect_option_refused({"--slippage-bps", "-1"}, {"--slippage-bps", "-1"});
    expect_option_refused({"--slippage-bps", "much"}, {"--slippage-bps", "'much'"});
    expect_option_refused({"--latency-bars", "-1"}, {"--latency-bars", "'-1'", "whole number"});
    expect_option_refused({"--latency-bars", "1.5"}, {"--latency-bars", "'1.5'"});
    expect_option_refused({"--slippage", "bp=5"}, {"--slippage", "'bp'", "did you mean 'bps'"});
    expect_option_refused({"--slippage", "bps=5", "--slippage-bps", "5"}, {"--slippage-bps", "one of them"});
    expect_option_refused({"--latency", "soon"}, {"--latency", "'soon'", "50ms"});
    expect_option_refused({"--latency", "1s", "--latency-bars", "1"}, {"--latency-bars", "one of them"});
    expect_option_refused({"--seed", "-1"}, {"--seed", "'-1'", "whole number"});
    expect_option_refused({"--fees", "binanse"}, {"--fees", "'binanse'", "did you mean 'binance'"});
    expect_option_refused({"--fees", "0.001"}, {"--fees", "'0.001'", "0.001,0.002"});
    expect_option_refused({"--fees", "0.001,2"}, {"--fees", "'2'", "less than 1"});
    expect_option_refused({"--fees", "0.001,0.002,-5"}, {"--fees", "flat fee", "-5"});
    expect_option_refused({"--fees", "kraken", "--fees", "okx"}, {"--fees", "'okx'", "second"});
    expect_option_refused({"--fees", "kraken", "--taker", "0.1"}, {"--fees", "--taker"});
    expect_option_refused({"--fees", "BTC/USDT=okx", "--fees", "BTC/USDT=okx"}, {"--fees", "BTC/USDT", "twice"});
    expect_option_refused({"--fees", "BTC/USD=okx"}, {"BTC/USD", "not traded", "did you mean 'BTC/USDT'"});
    expect_option_refused({"--account", "margin"}, {"--account: unknown kind 'margin', expected simple or spot"});
    expect_option_refused({"--cash", "5 USDT, x"},
                          {"--cash: '5 USDT, x' is neither an amount", "'x' is not an amount and its asset"});
    expect_option_refused({"--cash", "5 DOGE"}, {"cash in DOGE: a simple account of this run has USDT"});
    expect_option_refused({"--rate", "EUR/USDT"}, {"--rate: 'EUR/USDT' is not of the form EUR/USDT=1.08"});
    expect_option_refused({"--report-asset", "EUR"}, {"nothing says what USDT is worth in the reporting asset EUR"});
    expect_option_refused({"--account", "spot", "--param", "short=true"},
                          {"strategy 'sma_cross' sells short, which a spot account cannot"});
    expect_option_refused({"--resample", "4h,7h"}, {"--resample", "'7h'"});
    expect_option_refused({"--resample", "15m"}, {"resample 15m: the run has BTC/USDT at 1h", "whole bars"});
    expect_option_refused({"--symbol", "BTCUSDT"}, {"'BTCUSDT'", "BASE/QUOTE"});
    expect_option_refused({"--price-decimals", "19"}, {"--price-decimals", "'19'"});
}

TEST(BadRange, IsNamed) {
    expect_option_refused({"--from", "soon"}, {"--from", "'soon'", "2024-01-31"});
    expect_option_refused({"--to", "2024-02-30"}, {"--to", "'2024-02-30'"});
    expect_option_refused({"--from", "2024-03-01", "--to", "2024-02-01"}, {"2024-02-01", "2024-03-01"});
    expect_option_refused({"--from", "2024-03-01", "--to", "2024-03-01T00:00:00Z"}, {"2024-03-01"});
    expect_option_refused({"--from", "2030-01-01"},
                          {"no bar", "2030-01-01", "2024-01-01 00:00:00", "2024-09-06 03:00:00"});
    expect_option_refused({"--to", "2020-01-01"}, {"no bar", "2020-01-02", "2024-01-01 00:00:00"});
}

TEST(BadSymbols, OrFilesThatDoNotGoTogetherAreNamed) {
    const std::string csv = sample_path().string();
    expect_option_refused({"--csv", csv}, {"--symbol", "2"});
    expect_option_refused({"--csv", csv, "--symbol", "BTC/USDT"}, {"--symbol", "2", "1"});
    expect_option_refused({"--csv", csv, "--symbol", "BTC/USDT", "--symbol", "BTC/USDT"}, {"BTC/USDT", "twice"});
    expect_option_refused({"--csv", csv, "--symbol", "BTC/USDT", "--symbol", "ETH/EUR"}, {"USDT", "EUR"});
    expect_option_refused({"--symbol", "A/B", "--symbol", "C/B"}, {"--symbol", "2"});
    expect_option_refused({"--timeframe", "1h", "--timeframe", "1h"}, {"--timeframe", "2"});
}

TEST(UnwritableOutput, OfTheSecondFileLeavesTheFirstWholeOrUnwritten) {
    const TemporaryFolder folder;
    const std::string report = folder.file("out.html", "what stood there").string();
    const std::string nowhere = (folder / "none/out.json").string();
    const CliRun run = run_cli({"backtest", "--csv", sample_path().string(), "--strategy", "sma_cross", "--report",
                                report, "--json", nowhere});
    expect_sentence(run, 1, {"cannot write", nowhere});
    EXPECT_EQ(test::file_bytes(report), "what stood there");
    expect_only(folder, {"out.html"});
}

}  // namespace
}  // namespace ct::cli
