#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cracktrader/cli_run_test.hpp"
#include "support/flat_json.hpp"
#include "support/temporary_folder.hpp"

// Strategies that are typed as expressions.
namespace ct::cli {
namespace {

using test::Args;
using test::CliRun;
using test::expect_refused;
using test::FlatJson;
using test::run_cli;
using testing::HasSubstr;
using testing::IsEmpty;

Args with_expressions(const Args& more) {
    Args args = {"backtest", "--csv", test::sample_csv()};
    args.insert(args.end(), more.begin(), more.end());
    return args;
}

FlatJson json_of(Args args) {
    args.insert(args.end(), {"--json", "-"});
    const CliRun run = run_cli(args);
    EXPECT_EQ(run.code, 0) << run.err;
    return FlatJson(run.out);
}

TEST(Expressions, GiveTheResultOfTheBuiltInStrategyThatTheyRepeat) {
    const FlatJson native =
        json_of(test::backtest_args(test::sample_csv(), {"--param", "fast=10", "--param", "slow=50"}));
    const FlatJson typed = json_of(with_expressions(
        {"--entry", "crossover(sma_exact(close, fast), sma_exact(close, slow))", "--exit",
         "crossunder(sma_exact(close, fast), sma_exact(close, slow))", "--param", "fast=10", "--param", "slow=50"}));
    EXPECT_EQ(typed["result_hash"], native["result_hash"]);
    EXPECT_EQ(typed["strategy"], "\"expression\"");
    EXPECT_EQ(typed["parameters.fast"], "10");
    EXPECT_EQ(typed["parameters.size"], "\"95%\"");
}

TEST(Expressions, TakeGuardsAndWaits) {
    const CliRun run = run_cli(with_expressions({"--entry",         "rsi(14) < 30",
                                                 "--stop-loss",     "2 * atr(14)",
                                                 "--take-profit",   "5%",
                                                 "--trailing-stop", "4%",
                                                 "--size",          "risk 1%",
                                                 "--cooldown",      "5",
                                                 "--warm-up",       "100",
                                                 "--short-entry",   "rsi(14) > 70",
                                                 "--short-exit",    "bars_held > 24",
                                                 "--exit",          "bars_held > 24"}));
    EXPECT_EQ(run.code, 0) << run.err;
    EXPECT_THAT(run.err, Not(HasSubstr("warning")));
    EXPECT_THAT(run.out, HasSubstr("final value"));
}

TEST(Expressions, AreRefusedWithTheOptionAndTheColumn) {
    expect_refused(with_expressions({"--entry", "close > smaa(20)"}), 2,
                   {"--entry, column 9: no function is called 'smaa'; the nearest name is 'sma'"});
    expect_refused(with_expressions({"--entry", "close > 1", "--stop-loss", "0%"}), 2, {"--stop-loss, column 1"});
    expect_refused(with_expressions({"--entry", "close > 1", "--size", "lots"}), 2, {"--size, column 1"});
    expect_refused(with_expressions({"--entry", "close > fast", "--param", "fast=ten"}), 2,
                   {"parameter fast, column 1: nothing is called 'ten'"});
    expect_refused(with_expressions({"--entry", "close > 1", "--param", "close=1"}), 2,
                   {"parameter 'close': the language has that name already"});
    expect_refused(with_expressions({"--entry", "close > 1", "--cooldown", "-1"}), 2,
                   {"--cooldown: '-1' is no whole number of bars"});
    expect_refused(with_expressions({"--entry", "close > 1", "--warm-up", "1.5"}), 2,
                   {"--warm-up: '1.5' is no whole number of bars"});
    expect_refused(with_expressions({"--entry", "close > 1", "--exit", "close < 1", "--trade", "ETH/USDT"}), 2,
                   {"no instrument 'ETH/USDT' in this run, there is BTC/USDT"});
    expect_refused(with_expressions({"--exit", "close > 1"}), 2, {"expected --entry or --short-entry"});
    expect_refused(with_expressions({"--entry", "close > 1", "--short-exit", "close > 2"}), 2,
                   {"--short-exit, column 1: there is no short_entry whose positions it could close"});
    expect_refused(with_expressions({"--entry", "close > 1", "--param", "other=3"}), 2,
                   {"--param: no field uses the parameter 'other'. They use no parameter"});
    expect_refused(with_expressions({"--entry", "rsi(fast) < 30", "--param", "fast=10", "--param", "fats=20"}), 2,
                   {"--param: no field uses the parameter 'fats', did you mean 'fast'?"});
    expect_refused(with_expressions({"--entry", "close > 1", "--stop-loss", "close * 0.97"}), 2,
                   {"--stop-loss, column 1: this is a price, not a distance; write 'at close * 0.97' for the price"});
    expect_refused(with_expressions({"--entry", "bolinger(20) > 1"}), 2, {"the nearest name is 'BollingerBands'"});
    expect_refused(
        with_expressions({"--entry", "zscore(20) > 1"}), 2,
        {"no function is called 'zscore'; docs/expressions.md lists the functions, `cracktrader indicators`"});
    expect_refused(with_expressions({}), 2, {"--strategy or --entry is required"});
    expect_refused(with_expressions({"--strategy", "sma_cross", "--entry", "close > 1"}), 2,
                   {"--strategy and --entry: expected a strategy or expressions, not both"});
    expect_refused(
        with_expressions({"--entry", "close@15m > 1", "--exit", "close < 1"}), 2,
        {"an expression reads 15m bars of BTC/USDT, which the run does not have; expected 15m bars, or shorter "
         "ones that make whole bars of 15m; it has BTC/USDT 1h"});
}

TEST(Expressions, OnLongerTimeframesResampleTheCandles) {
    const CliRun run =
        run_cli(with_expressions({"--entry", "close > sma(close@4h, 20)", "--exit", "close < close@1d"}));
    EXPECT_EQ(run.code, 0) << run.err;
    EXPECT_THAT(run.out, HasSubstr("  resampled         BTC/USDT 4h from 1h, BTC/USDT 1d from 1h\n"));
    EXPECT_THAT(run.out, HasSubstr("  BTC/USDT 4h       1,495 bars"));
}

TEST(Expressions, WhoseEntriesWereNotTakenAreWarnedOf) {
    const Args args =
        with_expressions({"--entry", "rsi(14) < 30", "--exit", "rsi(14) > 50", "--take-profit", "at low"});
    const CliRun run = run_cli(args);
    EXPECT_EQ(run.code, 0);
    EXPECT_THAT(run.err, testing::ContainsRegex("warning: [0-9]+ entries were not taken, the first at 2024-[-0-9: ]+: "
                                                "take_profit lay on the wrong side of the price\n"));
    EXPECT_EQ(json_of(args).size("warnings"), 1U);
    const test::TemporaryFolder folder;
    const std::string page = (folder / "page.html").string();
    Args with_page = args;
    with_page.insert(with_page.end(), {"--report", page});
    EXPECT_EQ(run_cli(with_page).code, 0);
    std::ifstream file(page);
    const std::string html{std::istreambuf_iterator<char>(file), {}};
    EXPECT_THAT(html, HasSubstr("take_profit lay on the wrong side of the price.\""));
}

TEST(Expressions, ThatCanNeverBeTrueAreWarnedOf) {
    const CliRun run = run_cli(with_expressions({"--entry", "close > 1", "--exit", "hour > 23"}));
    EXPECT_EQ(run.code, 0);
    EXPECT_THAT(run.err, HasSubstr("warning: --exit, column 1: this can never be true\n  hour > 23\n  ^^^^^^^^^\n"));
}

}  // namespace
}  // namespace ct::cli
