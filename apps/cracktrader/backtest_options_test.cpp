// Arguments that are wrong: one sentence that names the option, exit code 2, nothing read and nothing written.

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/cli_run.hpp"

namespace ct::cli {
namespace {

using test::Args;
using test::backtest;
using test::CliRun;
using test::expect_refused;
using test::run_cli;
using test::sample_csv;
using testing::IsEmpty;

struct Wrong {
    Args options;
    std::vector<std::string> words;
};

void expect_wrong(const std::vector<Wrong>& all) {
    for (const Wrong& wrong : all) expect_refused(backtest(sample_csv(), wrong.options), 2, wrong.words);
}

TEST(BacktestOptionsTest, RefusesEmptyValues) {
    for (const char* option : {"--csv", "--symbol", "--timeframe", "--strategy", "--param", "--cash", "--commission",
                               "--maker", "--taker", "--slippage-bps", "--latency-bars", "--from", "--to",
                               "--price-decimals", "--account", "--report", "--json"}) {
        expect_refused(backtest(sample_csv(), {option, ""}), 2, {option});
    }
    expect_refused({"backtest", "--csv", "", "--strategy", "sma_cross"}, 2, {"--csv", "empty"});
    expect_refused({"backtest", "--csv", sample_csv(), "--strategy", ""}, 2, {"--strategy", "empty"});
    expect_refused(backtest(sample_csv(), {"--report", ""}), 2, {"--report", "empty"});
}

TEST(BacktestOptionsTest, RefusesWrongMoney) {
    expect_wrong({
        {{"--cash", "0"}, {"--cash", "'0' is not above 0"}},
        {{"--cash", "-5"}, {"--cash", "'-5' is not above 0"}},
        {{"--cash", "10k"}, {"--cash", "'10k' is not a decimal number"}},
        {{"--cash", "1e30"}, {"--cash", "does not fit"}},
        {{"--commission", "1"}, {"--commission", "'1' is not a share from 0 to less than 1"}},
        {{"--maker", "-0.1"}, {"--maker", "'-0.1' is not a share"}},
        {{"--taker", "0.1%"}, {"--taker", "'0.1%' is not a decimal number"}},
        {{"--slippage-bps", "-1"}, {"--slippage-bps", "'-1' is not from 0"}},
        {{"--slippage-bps", "10000"}, {"--slippage-bps", "less than 10000 basis points"}},
        {{"--commission", "0.1", "--maker", "0.1"}, {"--commission", "--maker and --taker"}},
        {{"--commission", "0.1", "--taker", "0.1"}, {"--commission", "--maker and --taker"}},
    });
}

TEST(BacktestOptionsTest, RefusesWrongCountsAndNames) {
    expect_wrong({
        {{"--latency-bars", "-1"}, {"--latency-bars", "'-1' is not a whole number from 0"}},
        {{"--latency-bars", "1.5"}, {"--latency-bars", "'1.5' is not a whole number"}},
        {{"--price-decimals", "19"}, {"--price-decimals", "'19' is not a whole number from 0 to 18"}},
        {{"--account", "spot"}, {"--account", "unknown kind 'spot'", "expected simple"}},
        {{"--timeframe", "7m"}, {"--timeframe", "'7m'", "expected one of 1s 10s"}},
        {{"--symbol", "BTCUSDT"}, {"--symbol", "'BTCUSDT'", "BASE/QUOTE"}},
    });
}

TEST(BacktestOptionsTest, RefusesWrongTimes) {
    expect_wrong({
        {{"--from", "2024-13-01"}, {"--from", "'2024-13-01' is not a time such as 2024-01-31"}},
        {{"--to", "yesterday"}, {"--to", "'yesterday' is not a time"}},
        {{"--from", "2024-06-01", "--to", "2024-01-01"}, {"--to", "2024-01-01 is not after --from 2024-06-01"}},
        {{"--from", "2024-06-01", "--to", "2024-06-01T00:00:00Z"}, {"--to", "is not after --from"}},
    });
}

TEST(BacktestOptionsTest, RefusesWrongParameters) {
    expect_wrong({
        {{"--param", "fast=x"}, {"fast=x", "expected a whole number from 1"}},
        {{"--param", "fast=0"}, {"fast=0", "expected a whole number from 1"}},
        {{"--param", "fast="}, {"fast=", "expected a whole number"}},
        {{"--param", "fast=9999999"}, {"fast=9999999", "to 100000"}},
        {{"--param", "size=-1"}, {"size", "'-1' is not a positive amount"}},
        {{"--param", "short=maybe"}, {"short=maybe", "expected true or false"}},
        {{"--param", "fats=3"}, {"no parameter 'fats'", "did you mean 'fast'"}},
        {{"--param", "fast"}, {"--param", "'fast' is not of the form name=value"}},
        {{"--param", "=3"}, {"--param", "'=3' is not of the form name=value"}},
        {{"--param", "fast=1", "--param", "fast=1"}, {"--param", "'fast' is given twice"}},
    });
}

TEST(BacktestOptionsTest, RefusesCountsThatDoNotMatch) {
    expect_wrong({
        {{"--symbol", "BTC/USDT", "--symbol", "ETH/USDT"}, {"--symbol", "1 --csv and 2 --symbol"}},
        {{"--csv", sample_csv()}, {"--symbol", "2 --csv and 0 --symbol"}},
        {{"--csv", sample_csv(), "--symbol", "BTC/USDT"}, {"--symbol", "2 --csv and 1 --symbol"}},
        {{"--timeframe", "1h", "--timeframe", "1h"}, {"--timeframe", "1 --csv and 2 --timeframe"}},
    });
}

TEST(BacktestOptionsTest, ReadsNothingBeforeAllOptionsAreRight) {
    const CliRun run = run_cli(backtest(sample_csv(), {"--cash", "0"}));
    EXPECT_THAT(run.out, IsEmpty());
    expect_refused(backtest("missing.csv", {"--cash", "0"}), 2, {"--cash"});
    expect_refused(backtest("missing.csv", {"--param", "fast=x"}), 2, {"fast=x"});
    expect_refused(backtest("missing.csv", {"--report", "missing/report.html"}), 1, {"cannot write missing/"});
}

}  // namespace
}  // namespace ct::cli
