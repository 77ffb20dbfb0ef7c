// What a user sees who mistypes, asks for help or has nowhere to print.

#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <string>
#include <string_view>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cracktrader/cli.hpp"
#include "cracktrader/cli_run_test.hpp"
#include "ct/core/result.hpp"
#include "ct/strategies/registry.hpp"

namespace ct::cli {
namespace {

using test::Args;
using test::backtest_args;
using test::CliRun;
using test::expect_refused;
using test::run_cli;
using test::sample_csv;
using testing::HasSubstr;

TEST(Usage, NamesTheNearestCommandOrOption) {
    expect_refused({}, 2, {"subcommand is required"});
    expect_refused({"backtes"}, 2, {"unknown command 'backtes'", "did you mean 'backtest'"});
    expect_refused({"--verison"}, 2, {"unknown option '--verison'", "did you mean '--version'"});
    expect_refused({"backtest", "--cvs", "x"}, 2, {"unknown option '--cvs'", "did you mean '--csv'"});
    expect_refused(backtest_args(sample_csv(), {"--chash", "5"}), 2, {"'--chash'", "did you mean '--cash'"});
    expect_refused({"strategies", "sma_cross", "more"}, 2, {"unexpected argument 'more'"});
}

TEST(Usage, SaysWhatIsMissingOrGivenTwiceAndWhereHelpIs) {
    expect_refused({"backtest", "--strategy", "sma_cross"}, 2, {"--csv PATH", "--exchange NAME"});
    expect_refused({"backtest", "--csv", sample_csv()}, 2, {"--strategy or --entry is required"});
    expect_refused(backtest_args(sample_csv(), {"--cash"}), 2, {"--cash", "AMOUNT missing"});
    expect_refused(backtest_args(sample_csv(), {"--cash", "5", "--cash", "6"}), 2, {"--cash", "received 2"});
    EXPECT_THAT(run_cli({"backtest"}).err, HasSubstr("\nRun `cracktrader backtest --help` for more information.\n"));
    EXPECT_THAT(run_cli({"backtes"}).err, HasSubstr("\nRun `cracktrader --help` for more information.\n"));
}

TEST(Usage, HelpShowsValuesDefaultsAndAnExample) {
    for (const Args& args :
         {Args{"--help"}, Args{"backtest", "--help"}, Args{"strategies", "--help"}, Args{"indicators", "--help"}}) {
        EXPECT_THAT(run_cli(args).out, HasSubstr("Example:\n  cracktrader "));
    }
    const CliRun run = run_cli({"backtest", "--help"});
    for (const char* option : {"--csv PATH ... ", "--symbol SYMBOL ... ", "--strategy NAME ", "--param NAME=VALUE ... ",
                               "--cash AMOUNT=10000", "--commission SHARE", "[0.001]", "--slippage MODEL",
                               "--latency MODEL", "--seed NUMBER=0", "--account KIND=simple"}) {
        EXPECT_THAT(run.out, HasSubstr(option));
    }
}

TEST(Usage, AnEmptyValueIsNeverTheDefault) {
    for (const char* option :
         {"--csv",   "--symbol", "--timeframe", "--strategy",       "--param",        "--cash",    "--commission",
          "--maker", "--taker",  "--fees",      "--slippage",       "--slippage-bps", "--latency", "--latency-bars",
          "--seed",  "--from",   "--to",        "--price-decimals", "--account",      "--report",  "--json"}) {
        Args args = {"backtest", option, ""};
        if (std::string_view(option) != "--csv") args.insert(args.end(), {"--csv", sample_csv()});
        if (std::string_view(option) != "--strategy") args.insert(args.end(), {"--strategy", "sma_cross"});
        expect_refused(args, 2, {option, "the value is empty"});
    }
    expect_refused({"strategies", ""}, 2, {"the value is empty"});
    expect_refused({"indicators", ""}, 2, {"the value is empty"});
    expect_refused({"indicators", "--group", ""}, 2, {"--group", "the value is empty"});
}

TEST(Usage, AllOptionsAreCheckedBeforeAnythingIsRead) {
    expect_refused(backtest_args("none.csv", {"--cash", "0"}), 2, {"--cash"});
    expect_refused(backtest_args("none.csv", {"--symbol", "BTC"}), 2, {"--symbol", "'BTC'"});
    expect_refused(backtest_args("none.csv", {"--param", "=3"}), 2, {"--param", "'=3'"});
    expect_refused(backtest_args("none.csv", {"--param", "fast=x"}), 2, {"fast=x"});
    expect_refused(backtest_args("none.csv", {"--report", "none/report.html"}), 1, {"cannot write none/report.html"});
    expect_refused(backtest_args("none.csv", {"--from", "2024-06-01", "--to", "2024-01-01"}), 2,
                   {"--to", "2024-01-01 is not after --from 2024-06-01"});
}

TEST(Usage, APythonFileNeedsAClass) {
    expect_refused(backtest_args(sample_csv(), {}, "mine.py"), 2,
                   {"--strategy", "'mine.py' is a file", "mine.py:Class"});
}

TEST(Usage, APythonStrategyThatDoesNotLoadIsReported) {
    const auto loader = [](std::string_view, const strategies::Parameters&) -> Result<LoadedStrategy> {
        return fail(ErrorCode::kNotFound, "mine.py has no class 'Mine'");
    };
    const CliRun run = run_cli(backtest_args("none.csv", {}, "mine.py:Mine"), {.load_strategy = loader});
    EXPECT_EQ(run.code, 2);
    EXPECT_EQ(run.err, "error: mine.py has no class 'Mine'\n");
}

/// Runs with a standard output that takes nothing.
[[noreturn]] void exit_with_full_output(const Args& args) {
    ::dup2(::open("/dev/full", O_WRONLY | O_CLOEXEC), STDOUT_FILENO);
    std::_Exit(run(args, {}));
}

TEST(UsageDeathTest, AFullStandardOutputIsExit1) {
    for (const Args& args : {Args{"--version"}, Args{"strategies"}, backtest_args(sample_csv()),
                             backtest_args(sample_csv(), {"--json", "-"})}) {
        EXPECT_EXIT(exit_with_full_output(args), testing::ExitedWithCode(1), "error: cannot write to standard output");
    }
}

/// Runs without a standard error.
[[noreturn]] void exit_without_errors(const Args& args) {
    ::close(STDERR_FILENO);
    std::_Exit(run(args, {}));
}

TEST(UsageDeathTest, AClosedStandardErrorDoesNoHarm) {
    EXPECT_EXIT(exit_without_errors({"strategies", "none"}), testing::ExitedWithCode(2), "");
}

}  // namespace
}  // namespace ct::cli
