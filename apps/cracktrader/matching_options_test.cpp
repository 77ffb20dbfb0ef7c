// How orders match, from the command line: rules, detail data, markets.

#include <cstddef>
#include <string>
#include <tuple>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cracktrader/cli_run_test.hpp"
#include "support/flat_json.hpp"
#include "support/temporary_folder.hpp"

namespace ct::cli {
namespace {

using test::backtest_args;
using test::expect_refused;
using test::FlatJson;
using test::run_cli;
using test::sample_csv;
using testing::HasSubstr;

/// Bars of so many minutes from 2024-01-01 on, all at 100 with these opens.
std::string bars(int minutes, const std::vector<double>& opens) {
    std::string text = "open_time,open,high,low,close,volume\n";
    for (std::size_t row = 0; row < opens.size(); ++row) {
        text += fmt::format("{},{},120,90,100,7\n", 1'704'067'200 + row * 60 * static_cast<std::size_t>(minutes),
                            opens[row]);
    }
    return text;
}

FlatJson json_of(const test::Args& args) {
    test::Args with_json = args;
    with_json.insert(with_json.end(), {"--json", "-"});
    const auto run = run_cli(with_json);
    EXPECT_EQ(run.code, 0) << run.err;
    return FlatJson(run.out);
}

TEST(MatchingOptions, ChangeTheResultAndStandInItsSettings) {
    const FlatJson json = json_of(backtest_args(sample_csv(), {"--participation", "0.00001", "--intrabar", "path",
                                                               "--limit-fill", "through", "--cheat-on-open"}));
    EXPECT_EQ(json["settings.participation"], "0.00001");
    EXPECT_EQ(json["settings.intrabar"], R"("path")");
    EXPECT_EQ(json["settings.limit_fill"], R"("through")");
    EXPECT_EQ(json["settings.cheat_on_open"], "true");
    EXPECT_NE(json["result_hash"], json_of(backtest_args(sample_csv()))["result_hash"]);
}

TEST(MatchingOptions, OfNoKnownNameOrRangeAreRefused) {
    for (const auto& [option, value, word] : std::vector<std::tuple<std::string, std::string, std::string>>{
             {"--intrabar", "ticks", "expected 'range' or 'path'"},
             {"--limit-fill", "x", "expected 'touch' or 'through'"},
             {"--links", "x", "expected 'native' or 'backtrader'"},
             {"--participation", "1.5", "from 0 to 1"},
             {"--participation", "-0.1", "from 0 to 1"},
             {"--markets", "no-such-file.json", "no-such-file.json"}}) {
        expect_refused(backtest_args(sample_csv(), {option, value}), 2, {option, word});
    }
    expect_refused(backtest_args(sample_csv(), {"--cheat-on-close", "--participation", "0.1"}), 2,
                   {"cheat_on_close", "participation"});
}

TEST(Detail, FillsOnTheFinerBars) {
    const test::TemporaryFolder folder;
    const std::string hours = folder.file("1h.csv", bars(60, {100, 101, 112}));
    std::vector<double> opens(12, 100);
    opens.insert(opens.end(), {101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 112});
    opens.insert(opens.end(), 12, 112);
    const std::string fine = folder.file("5m.csv", bars(5, opens));
    const FlatJson json =
        json_of(backtest_args(hours, {"--detail", fine, "--commission", "0", "--latency", "6m"}, "buy_and_hold"));
    EXPECT_EQ(json["fills[0].price"], "103");  // of 01:10, where the hours would wait for 02:00
}

TEST(Detail, ThatDoesNotFitIsRefused) {
    const test::TemporaryFolder folder;
    const std::string hours = folder.file("1h.csv", bars(60, {100, 100, 100}));
    expect_refused(backtest_args(sample_csv(), {"--detail", hours}), 2, {"BTC/USDT at 1h is given twice"});
    const std::string coarse = folder.file("4h.csv", bars(240, {100, 100, 100}));
    expect_refused(backtest_args(hours, {"--detail", coarse}), 2, {"4h bars", "expected finer ones than 1h"});
    expect_refused(backtest_args(sample_csv(), {"--detail", hours, "--detail", hours}), 2,
                   {"--detail", "1 --csv", "2"});
    const std::string fine = folder.file("5m.csv", bars(5, std::vector<double>(35, 100)));
    expect_refused(backtest_args(hours, {"--detail", fine}), 2,
                   {"detail data", "2024-01-01 02:55", "2024-01-01 03:00"});
    const std::string other = folder.file("other.csv", bars(5, std::vector<double>(36, 101)));
    expect_refused(backtest_args(hours, {"--detail", other}), 2,
                   {"contradict the 1h bar of 2024-01-01 00:00:00", "their open is 101, its open is 100"});
}

TEST(Markets, RoundWhatStrategiesAskForToWholeLots) {
    const FlatJson json = json_of(backtest_args(sample_csv(), {"--markets", "bundled"}, "buy_and_hold"));
    const std::string quantity = json["fills[0].quantity"];
    EXPECT_LE(quantity.size() - quantity.find('.') - 2, 5U) << quantity;  // lots of 0.00001
    EXPECT_THAT(json["settings.markets"], HasSubstr("bundled Binance spot table"));
}

}  // namespace
}  // namespace ct::cli
