// The table that people read.

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cracktrader/cli_run_test.hpp"
#include "support/csv_text.hpp"
#include "support/temporary_folder.hpp"

namespace ct::cli {
namespace {

using test::Args;
using test::backtest_args;
using test::minutes;
using test::run_cli;
using test::sample_csv;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// What buy_and_hold prints on candles of one minute.
std::string held(const std::string& candles, const Args& options) {
    const test::TemporaryFolder folder;
    return run_cli(backtest_args(folder.file("candles.csv", candles), options, "buy_and_hold")).out;
}

TEST(Summary, IsATableWithItsNumbersInOneColumn) {
    const std::string out = run_cli(backtest_args(sample_csv())).out;
    EXPECT_THAT(out,
                AllOf(HasSubstr("\nsma_cross fast=10 slow=50 size=95% short=false\n"),
                      HasSubstr("\n  BTC/USDT 1h       5,980 bars, open times 2024-01-01 00:00 to 2024-09-06 03:00 "
                                "UTC, 0 missing; 2 price and 8 quantity decimals\n"),
                      HasSubstr("\n  initial cash             10,000.00 USDT\n"),
                      HasSubstr("\n  final value               9,870.29 USDT\n"),
                      HasSubstr("\n  total return                -1.30%\n"),
                      HasSubstr("\n  fees                      1,652.44 USDT\n"),
                      HasSubstr("\n  fills                          158\n")));
    EXPECT_THAT(out, AllOf(Not(HasSubstr("rejected")), Not(HasSubstr("open at the end"))));
}

TEST(Summary, GroupsTheHeadlineMetrics) {
    const std::string out = run_cli(backtest_args(sample_csv())).out;
    EXPECT_THAT(out, AllOf(HasSubstr(" USDT\nReturns\n  total return "), HasSubstr("\nDrawdown\n  max drawdown "),
                           HasSubstr("\n  drawdown days              "), HasSubstr("\nBenchmark\n  buy and hold  "),
                           HasSubstr("\nRun\n  orders  ")));
    EXPECT_THAT(out, AllOf(Not(HasSubstr("ulcer")), Not(HasSubstr("2024-01  ")), Not(HasSubstr("Periods"))));
}

TEST(Summary, ShowsAllMetricsAndThePeriodsOnRequest) {
    const std::string out = run_cli(backtest_args(sample_csv(), {"--all-metrics"})).out;
    EXPECT_THAT(out,
                AllOf(HasSubstr("\n  conditional value at risk   "), HasSubstr("\n  ulcer index  "),
                      HasSubstr("\n  drawdown peak               2024-"), HasSubstr("\nMonthly returns\n  2024-01 "),
                      HasSubstr("\n  2024-09 "), HasSubstr("\nYearly returns\n  2024 ")));
}

TEST(Summary, ShowsWhatTheAnalyzersMake) {
    const std::string out =
        run_cli(backtest_args(sample_csv(), {"--analyzers", "drawdown,costs", "--all-metrics"})).out;
    EXPECT_THAT(out, AllOf(HasSubstr("\nDrawdown\n"), HasSubstr("\nCosts\n"), Not(HasSubstr("\nReturns\n")),
                           Not(HasSubstr("sharpe")), Not(HasSubstr("returns\n"))));
}

TEST(Summary, ListsATradeThatIsOpenAtTheEnd) {
    EXPECT_THAT(held(minutes({0, 1, 2}), {"--param", "size=1"}),
                HasSubstr("\n  open at the end   long 1 BTC/USDT at 100 since 2024-01-01 00:01, profit so far 4.90 "
                          "USDT\n"));
}

TEST(Summary, ListsOnlySomeOfManyOpenTrades) {
    const test::TemporaryFolder folder;
    const std::string csv = folder.file("candles.csv", minutes({0, 1, 2}));
    Args args = {"backtest", "--strategy", "buy_and_hold", "--param", "size=1"};
    for (int i = 0; i < 12; ++i) args.insert(args.end(), {"--csv", csv, "--symbol", "C" + std::to_string(i) + "/USDT"});
    const std::string out = run_cli(args).out;
    EXPECT_THAT(out, AllOf(HasSubstr("long 1 C9/USDT"), Not(HasSubstr("long 1 C10/USDT")), HasSubstr(" and 2 more\n")));
}

TEST(Summary, ShowsAnOrderRefusedAtSubmit) {
    EXPECT_THAT(held(minutes({0, 1, 2}), {"--param", "size=1", "--cash", "104.5", "--commission", "0.002"}),
                HasSubstr("\n  rejected orders   1 of 1; the first, order 1: insufficient cash, needed 105.21 USDT, "
                          "available 104.50 USDT\n"));
}

TEST(Summary, ShowsAnOrderRefusedAtAGapUp) {
    EXPECT_THAT(held(minutes({0}) + "1704067260,126,130,120,125,7\n",
                     {"--param", "size=100%", "--commission", "0", "--cash", "1050"}),
                HasSubstr("insufficient cash, needed 1,260.00 USDT, available 1,050.00 USDT\n"));
}

TEST(Summary, ShowsAllDigitsWhereFewerWouldLookTheSame) {
    EXPECT_THAT(held(minutes({0, 1, 2}), {"--param", "size=1", "--cash", "105.1049"}),
                HasSubstr("needed 105.105 USDT, available 105.1049 USDT\n"));
}

TEST(Summary, ShowsOtherRefusalsWithoutAmounts) {
    EXPECT_THAT(held(minutes({0, 1, 2}), {"--param", "size=0.000000001"}),
                HasSubstr("1 of 1; the first, order 1: invalid quantity\n"));
}

}  // namespace
}  // namespace ct::cli
