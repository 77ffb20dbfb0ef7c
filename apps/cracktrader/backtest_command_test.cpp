#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cracktrader/cli.hpp"
#include "cracktrader/cli_run_test.hpp"
#include "ct/analyzers/metric_info.hpp"
#include "ct/core/bar.hpp"
#include "ct/core/result.hpp"
#include "ct/engine/context.hpp"
#include "ct/strategies/registry.hpp"
#include "support/csv_text.hpp"
#include "support/flat_json.hpp"
#include "support/project.hpp"
#include "support/scripted_strategy.hpp"
#include "support/temporary_folder.hpp"

// `cracktrader backtest` from arguments to its table, its JSON and its files.
namespace ct::cli {
namespace {

using test::CliRun;
using test::FlatJson;
using test::run_cli;
using test::TemporaryFolder;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;

std::string sample() { return (test::project_folder() / "examples/data/binance-spot_BTCUSDT_1h_2024.csv.gz").string(); }

/// Hourly candles from 2024-01-01, flat at these prices.
std::string hourly_csv(const std::vector<int>& prices) {
    std::string text = "open_time,open,high,low,close,volume\n";
    std::int64_t time_ms = 1'704'067'200'000;
    for (const int price : prices) {
        text += fmt::format("{},{},{},{},{},1\n", time_ms, price, price, price, price);
        time_ms += 3'600'000;
    }
    return text;
}

/// The JSON that a backtest prints.
FlatJson backtest_json(std::vector<std::string> args) {
    args.insert(args.begin(), "backtest");
    args.insert(args.end(), {"--json", "-"});
    const CliRun run = run_cli(args);
    EXPECT_EQ(run.code, 0) << run.err;
    return FlatJson(run.out);
}

TEST(Backtest, OfTheSamplePrintsWhatWasDetectedAndATable) {
    const CliRun run =
        run_cli({"backtest", "--csv", sample(), "--strategy", "sma_cross", "--param", "fast=10", "--param", "slow=50"});
    EXPECT_EQ(run.code, 0);
    EXPECT_THAT(run.err, IsEmpty());
    EXPECT_THAT(run.out, AllOf(HasSubstr("5980 rows"), HasSubstr("milliseconds"), HasSubstr("BTC/USDT 1h"),
                               HasSubstr("2024-01-01 00:00"), HasSubstr("2024-09-06 03:00"), HasSubstr("10,000.00"),
                               HasSubstr("9,870.29"), HasSubstr("result hash"), HasSubstr("input hash")));
    // The hash of tests/golden.
    EXPECT_THAT(run.out, HasSubstr("d89cf1a3c05a6901a01bbf97f14cded2"));
}

TEST(Backtest, ToJsonOnStandardOutputPrintsNothingElseThere) {
    const CliRun run = run_cli({"backtest", "--csv", sample(), "--strategy", "sma_cross", "--json", "-"});
    EXPECT_EQ(run.code, 0);
    EXPECT_EQ(run.out.front(), '{');
    EXPECT_THAT(run.err, HasSubstr("5980 rows"));  // what was detected is still said
    const FlatJson json(run.out);
    EXPECT_EQ(json["result_hash"], R"("d89cf1a3c05a6901a01bbf97f14cded2")");
    EXPECT_EQ(json["bars"], "5980");
    EXPECT_EQ(json["orders"], "158");
    EXPECT_EQ(json["version"], "\"" CT_VERSION "\"");
    EXPECT_EQ(json["parameters.fast"], "10");
    EXPECT_EQ(json["parameters.size"], R"("95%")");
    EXPECT_THAT(json.names(""), testing::IsSupersetOf({"final_value", "fills", "trades", "fees", "metrics", "seconds",
                                                       "peak_rss_bytes", "input_hash"}));
    for (const auto& metric : analyzers::metric_infos()) {
        EXPECT_TRUE(json.has("metrics." + std::string(metric.name))) << metric.name;
    }
}

TEST(Backtest, ToAFileWritesTheSameJsonAndTheTable) {
    const TemporaryFolder folder;
    const std::string path = (folder / "out.json").string();
    const CliRun run = run_cli({"backtest", "--csv", sample(), "--strategy", "sma_cross", "--json", path});
    EXPECT_EQ(run.code, 0);
    EXPECT_THAT(run.out, HasSubstr("result hash"));
    const FlatJson json(test::file_bytes(path));
    EXPECT_EQ(json["result_hash"], R"("d89cf1a3c05a6901a01bbf97f14cded2")");
}

TEST(Backtest, JsonHasMoneyInFullPrecisionAndTheFillsAndTradesOfTheRun) {
    const TemporaryFolder folder;
    const std::string csv = folder.file("x.csv", hourly_csv({100, 90, 100, 103, 99, 98})).string();
    // Above at 3h, below at 5h. 3.00000001 x 103 = 309.00000103; fee 0.1 %.
    const auto json = backtest_json({"--csv", csv, "--strategy", "sma_cross", "--param", "fast=1", "--param", "slow=2",
                                     "--param", "size=3.00000001", "--cash", "1000"});
    ASSERT_EQ(json.size("fills"), 2U);
    EXPECT_EQ(json["fills[0].time_ms"], "1704078000000");  // 03:00
    EXPECT_EQ(json["fills[0].instrument"], R"("BTC/USDT")");
    EXPECT_EQ(json["fills[0].side"], R"("buy")");
    EXPECT_EQ(json["fills[0].quantity"], "3.00000001");
    EXPECT_EQ(json["fills[0].price"], "103");
    EXPECT_EQ(json["fills[0].fee"], "0.30900000103");
    EXPECT_EQ(json["fills[0].order_id"], "1");
    EXPECT_EQ(json["fills[1].side"], R"("sell")");
    EXPECT_EQ(json["fills[1].price"], "98");
    ASSERT_EQ(json.size("trades"), 1U);
    EXPECT_EQ(json["trades[0].entry_time_ms"], "1704078000000");
    EXPECT_EQ(json["trades[0].exit_time_ms"], "1704085200000");
    EXPECT_EQ(json["trades[0].side"], R"("buy")");
    EXPECT_EQ(json["trades[0].fees"], "0.60300000201");  // and 0.29400000098
    EXPECT_EQ(json["trades[0].pnl"], "-15.60300005201");
    EXPECT_EQ(json["trades[0].open"], "false");
    EXPECT_EQ(json["final_value"], "984.39699994799");
    EXPECT_EQ(json["fees"], "0.60300000201");
}

TEST(Backtest, AnOpenTradeAtTheEndIsListedAndNotClosed) {
    const TemporaryFolder folder;
    const std::string csv = folder.file("x.csv", hourly_csv({100, 100, 110})).string();
    const auto json =
        backtest_json({"--csv", csv, "--strategy", "buy_and_hold", "--param", "size=1", "--commission", "0"});
    ASSERT_EQ(json.size("trades"), 1U);
    EXPECT_EQ(json["trades[0].open"], "true");
    EXPECT_EQ(json["trades[0].exit_time_ms"], "null");
    EXPECT_EQ(json.size("fills"), 1U);
    EXPECT_EQ(json["final_value"], "10010");
}

TEST(Backtest, ToADayIncludesItAndToATimeExcludesIt) {
    const auto bars = [](const char* from, const char* to) {
        return backtest_json({"--csv", sample(), "--strategy", "buy_and_hold", "--from", from, "--to", to})["bars"];
    };
    EXPECT_EQ(bars("2024-01-02", "2024-01-03"), "48");
    EXPECT_EQ(bars("2024-01-02", "2024-01-02"), "24");
    EXPECT_EQ(bars("2024-01-02", "2024-01-03T00:00:00Z"), "24");
    EXPECT_EQ(bars("2024-01-02T05:00:00Z", "2024-01-02T07:00:00Z"), "2");
    EXPECT_EQ(bars("2024-01-02T05:00:00+05:00", "2024-01-02T00:00:01Z"), "1");
}

TEST(Backtest, TheEffectiveRangeIsPrinted) {
    const CliRun run = run_cli({"backtest", "--csv", sample(), "--strategy", "buy_and_hold", "--from",
                                "2024-02-03T04:30:00Z", "--to", "2024-02-05"});
    EXPECT_EQ(run.code, 0);
    EXPECT_THAT(run.out, AllOf(HasSubstr("2024-02-03 05:00"), HasSubstr("2024-02-05 23:00")));
}

TEST(Backtest, CommissionIsBothFeesAndMakerAndTakerAreOneEach) {
    const TemporaryFolder folder;
    const std::string csv = folder.file("x.csv", hourly_csv({100, 100, 100})).string();
    const auto settings = [&](std::vector<std::string> more) {
        more.insert(more.begin(), {"--csv", csv, "--strategy", "buy_and_hold", "--param", "size=1"});
        const auto json = backtest_json(more);
        return json["settings.fees"] + " " + json["fees"];
    };
    EXPECT_EQ(settings({}), R"("maker 0.001 taker 0.001" 0.1)");
    EXPECT_EQ(settings({"--commission", "0.002"}), R"("maker 0.002 taker 0.002" 0.2)");
    EXPECT_EQ(settings({"--commission", "0.2%"}), R"("maker 0.002 taker 0.002" 0.2)");
    EXPECT_EQ(settings({"--maker", "0.0003"}), R"("maker 0.0003 taker 0.001" 0.1)");
    EXPECT_EQ(settings({"--taker", "0.0005"}), R"("maker 0.001 taker 0.0005" 0.05)");
    EXPECT_EQ(settings({"--fees", "kraken"}), R"("kraken" 0.4)");
    EXPECT_EQ(settings({"--fees", "0.001,0.002,0.5"}), R"("maker 0.001 taker 0.002 flat 0.5" 0.7)");
    EXPECT_EQ(settings({"--fees", "BTC/USDT=okx", "--taker", "0.5"}),
              R"("maker 0.001 taker 0.5; BTC/USDT maker 0.0008 taker 0.001" 0.1)");
}

TEST(Backtest, SlippageAndLatencyReachTheBroker) {
    const TemporaryFolder folder;
    const std::string csv = folder.file("x.csv", hourly_csv({1000, 1010, 1020, 1030})).string();
    const auto json = backtest_json({"--csv", csv, "--strategy", "buy_and_hold", "--param", "size=1", "--slippage-bps",
                                     "10", "--latency-bars", "1"});
    ASSERT_EQ(json.size("fills"), 1U);
    EXPECT_EQ(json["fills[0].price"], "1022");  // 1020 x 1.001 = 1021.02
    const auto models = backtest_json({"--csv", csv, "--strategy", "buy_and_hold", "--param", "size=1", "--slippage",
                                       "ticks=3", "--latency", "normal=50ms,10ms", "--seed", "7"});
    EXPECT_EQ(models["fills[0].price"], "1023");
    EXPECT_EQ(models["settings.slippage"], R"("ticks=3")");
    EXPECT_EQ(models["settings.latency"], R"("normal=50ms,10ms")");
    EXPECT_EQ(models["settings.seed"], "7");
}

TEST(Backtest, ResamplesToTheTimeframesThatAreNamed) {
    const CliRun run = run_cli(test::backtest_args(test::sample_csv(), {"--resample", "4h,1d", "--resample", "1w"}));
    EXPECT_EQ(run.code, 0) << run.err;
    EXPECT_THAT(run.out, HasSubstr("BTC/USDT 4h from 1h, BTC/USDT 1d from 1h, BTC/USDT 1w from 1h\n"));
}

TEST(Backtest, OfSeveralSymbolsRunsThemTogether) {
    const TemporaryFolder folder;
    const std::string btc = folder.file("btc.csv", hourly_csv({100, 100, 110})).string();
    const std::string eth = folder.file("eth.csv", hourly_csv({10, 10, 12})).string();
    const auto json = backtest_json({"--csv", btc, "--symbol", "BTC/USDT", "--csv", eth, "--symbol", "ETH/USDT",
                                     "--strategy", "buy_and_hold", "--param", "size=2", "--commission", "0"});
    ASSERT_EQ(json.size("series"), 2U);
    EXPECT_EQ(json["series[1].instrument"], R"("ETH/USDT")");
    ASSERT_EQ(json.size("fills"), 2U);
    EXPECT_EQ(json["final_value"], "10024");  // 2 x 10 + 2 x 2
    EXPECT_EQ(json["bars"], "6");
}

TEST(Backtest, ARejectedOrderIsInTheTableWithItsReasonAndAmounts) {
    const TemporaryFolder folder;
    const std::string csv = folder.file("x.csv", hourly_csv({100, 120, 120})).string();
    const CliRun run = run_cli({"backtest", "--csv", csv, "--strategy", "buy_and_hold", "--commission", "0"});
    EXPECT_EQ(run.code, 0);
    EXPECT_THAT(run.out, AllOf(HasSubstr("rejected orders"), HasSubstr("1 of 1"), HasSubstr("insufficient"),
                               HasSubstr("11,400"), HasSubstr("10,000")));
}

TEST(Backtest, OfAPythonStrategyIsLoadedByTheLoaderThatIsGiven) {
    std::string spec;
    strategies::Parameters parameters;
    const StrategyLoader loader = [&](std::string_view asked,
                                      const strategies::Parameters& given) -> Result<LoadedStrategy> {
        spec = asked;
        parameters = given;
        auto strategy = std::make_unique<test::ScriptedStrategy>();
        strategy->bar = [](engine::Context& ctx, const BarView&) {
            if (ctx.orders().empty()) ctx.buy(0, ctx.quantity(0, 1).value());
        };
        return LoadedStrategy{std::move(strategy), "Mine", {{"window", "7"}}};
    };
    const CliRun run =
        run_cli({"backtest", "--csv", sample(), "--strategy", "mine.py:Mine", "--param", "window=7", "--json", "-"},
                {.load_strategy = loader});
    EXPECT_EQ(run.code, 0) << run.err;
    EXPECT_EQ(spec, "mine.py:Mine");
    EXPECT_EQ(parameters, (strategies::Parameters{{"window", "7"}}));
    const FlatJson json(run.out);
    EXPECT_EQ(json["strategy"], R"("Mine")");
    EXPECT_EQ(json["parameters.window"], "7");
    EXPECT_EQ(json["orders"], "1");
}

TEST(Backtest, OfAPythonStrategyThatFailsIsExit1AndWritesNothing) {
    const TemporaryFolder folder;
    const StrategyLoader loader = [](std::string_view, const strategies::Parameters&) -> Result<LoadedStrategy> {
        auto strategy = std::make_unique<test::ScriptedStrategy>();
        strategy->bar = [](engine::Context& ctx, const BarView&) {
            ctx.fail({ErrorCode::kStrategyFailed, "mine.py:3: oops"});
        };
        return LoadedStrategy{std::move(strategy), "Mine", {}};
    };
    const std::string path = (folder / "out.json").string();
    const CliRun run = run_cli({"backtest", "--csv", sample(), "--strategy", "mine.py:Mine", "--json", path},
                               {.load_strategy = loader});
    EXPECT_EQ(run.code, 1);
    EXPECT_EQ(run.err, "error: mine.py:3: oops\n");
    EXPECT_FALSE(std::filesystem::exists(path));
}

TEST(Backtest, OfAPythonStrategyWithoutAPythonSaysSo) {
    const CliRun run = run_cli({"backtest", "--csv", sample(), "--strategy", "mine.py:Mine"});
    EXPECT_EQ(run.code, 2);
    EXPECT_THAT(run.err, HasSubstr("strategies in Python and pickles need"));
}

TEST(Backtest, OnASpotAccountListsItsBalances) {
    const TemporaryFolder folder;
    const std::string path = folder.file("btc.csv", hourly_csv({100, 100, 200})).string();
    const std::vector<std::string> args = {
        "--csv",          path,   "--strategy", "buy_and_hold",     "--param",      "size=500quote",
        "--account",      "spot", "--cash",     "1000 USDT, 1 BTC", "--commission", "0",
        "--report-asset", "EUR",  "--rate",     "EUR/USDT=2"};
    const FlatJson json = backtest_json(args);
    EXPECT_EQ(json["settings.account"], R"("spot")");
    EXPECT_EQ(json["settings.cash"], R"("1000 USDT, 1 BTC")");
    EXPECT_EQ(json["settings.rates"], R"("EUR/USDT=2")");
    EXPECT_EQ(json["balances[0].final"], "500");
    EXPECT_EQ(json["balances[1].asset"], R"("BTC")");
    EXPECT_EQ(json["balances[1].final"], "6");
    EXPECT_EQ(json["initial_value"], "550");
    EXPECT_EQ(json["final_value"], "850");
    std::vector<std::string> with_table = {"backtest"};
    with_table.insert(with_table.end(), args.begin(), args.end());
    EXPECT_THAT(run_cli(with_table).out, AllOf(HasSubstr("\n  initial value               550.00 EUR\n"),
                                               HasSubstr("\n  balances          500 USDT, 6 BTC\n")));
}

}  // namespace
}  // namespace ct::cli
