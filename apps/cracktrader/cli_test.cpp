#include "cracktrader/cli.hpp"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cracktrader/cli_run_test.hpp"
#include "ct/core/result.hpp"
#include "ct/strategies/registry.hpp"
#include "support/flat_json.hpp"

namespace ct::cli {
namespace {

using test::run_cli;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

TEST(Cli, VersionIsPrintedAlone) {
    const auto run = run_cli({"--version"});
    EXPECT_EQ(run.code, 0);
    EXPECT_EQ(run.out, CT_VERSION "\n");
    EXPECT_THAT(run.err, IsEmpty());
}

TEST(Cli, HelpNamesTheCommands) {
    const auto run = run_cli({"--help"});
    EXPECT_EQ(run.code, 0);
    EXPECT_THAT(run.out,
                AllOf(HasSubstr("backtest"), HasSubstr("strategies"), HasSubstr("indicators"), HasSubstr("--version")));
    EXPECT_THAT(run.err, IsEmpty());
}

TEST(Cli, HelpOfACommandNamesItsOptions) {
    const auto run = run_cli({"backtest", "--help"});
    EXPECT_EQ(run.code, 0);
    for (const char* option :
         {"--csv",   "--timeframe", "--strategy",     "--param",        "--symbol", "--cash",     "--commission",
          "--maker", "--taker",     "--slippage-bps", "--latency-bars", "--fees",   "--slippage", "--latency",
          "--seed",  "--from",      "--to",           "--report",       "--json",   "--account"}) {
        EXPECT_THAT(run.out, HasSubstr(option));
    }
}

TEST(Cli, BadUsageIsExit2AndSaysWhatIsWrong) {
    const auto expect_bad = [](const std::vector<std::string>& args, const char* message) {
        const auto run = run_cli(args);
        EXPECT_EQ(run.code, 2) << message;
        EXPECT_THAT(run.out, IsEmpty());
        EXPECT_THAT(run.err, AllOf(StartsWith("error: "), HasSubstr(message)));
    };
    expect_bad({}, "subcommand");
    expect_bad({"backtset"}, "'backtset'");
    expect_bad({"backtest"}, "--strategy");
    expect_bad({"backtest", "--strategy", "sma_cross"}, "--csv");
    expect_bad({"backtest", "--csv", "x.csv"}, "--strategy");
    expect_bad({"backtest", "--csv", "x.csv", "--strategy", "sma_cross", "--chash", "1"}, "--chash");
    expect_bad({"backtest", "--csv"}, "--csv");
    expect_bad({"strategies", "sma_cross", "more"}, "'more'");
}

TEST(Strategies, AreListedWithTheirParametersAndDefaults) {
    const auto run = run_cli({"strategies"});
    EXPECT_EQ(run.code, 0);
    EXPECT_THAT(run.err, IsEmpty());
    for (const auto& info : strategies::all()) {
        EXPECT_THAT(run.out, HasSubstr(std::string(info.name)));
        EXPECT_THAT(run.out, HasSubstr(std::string(info.text)));
        for (const auto& parameter : info.parameters) {
            EXPECT_THAT(run.out, HasSubstr(std::string(parameter.name)));
            EXPECT_THAT(run.out, HasSubstr(std::string(parameter.default_value)));
        }
    }
}

TEST(Strategies, OneIsDescribedAlone) {
    const auto run = run_cli({"strategies", "buy_and_hold"});
    EXPECT_EQ(run.code, 0);
    EXPECT_THAT(run.out, AllOf(HasSubstr("buy_and_hold"), testing::Not(HasSubstr("sma_cross"))));
}

TEST(Strategies, ThatAreUnknownAreExit2AndTheNearestIsNamed) {
    const auto run = run_cli({"strategies", "sma_crss"});
    EXPECT_EQ(run.code, 2);
    EXPECT_THAT(run.out, IsEmpty());
    EXPECT_THAT(run.err, AllOf(StartsWith("error: "), HasSubstr("'sma_crss'"), HasSubstr("'sma_cross'")));
}

TEST(Strategies, AreAvailableAsJson) {
    const auto run = run_cli({"strategies", "--json"});
    EXPECT_EQ(run.code, 0);
    const test::FlatJson json(run.out);
    ASSERT_EQ(json.size(""), strategies::all().size());
    const test::FlatJson one(run_cli({"strategies", "sma_cross", "--json"}).out);
    EXPECT_EQ(one["[0].name"], R"("sma_cross")");
    ASSERT_EQ(one.size("[0].parameters"), 4U);
    EXPECT_EQ(one["[0].parameters[0].name"], R"("fast")");
    EXPECT_EQ(one["[0].parameters[0].type"], R"("integer")");
    EXPECT_EQ(one["[0].parameters[0].default"], R"("10")");
    EXPECT_EQ(one["[0].parameters[0].min"], "1.0");
}

TEST(ExitCode, Is1WhereTheSystemOrTheRunFailedAnd2WhereTheInputIsWrong) {
    for (const ErrorCode code : {ErrorCode::kReadFailed, ErrorCode::kWriteFailed, ErrorCode::kStrategyFailed,
                                 ErrorCode::kInterrupted, ErrorCode::kInternal}) {
        EXPECT_EQ(exit_code(code), 1) << error_code_name(code);
    }
    for (const ErrorCode code : {ErrorCode::kInvalidArgument, ErrorCode::kInvalidData, ErrorCode::kNotFound,
                                 ErrorCode::kUnsupported, ErrorCode::kOverflow}) {
        EXPECT_EQ(exit_code(code), 2) << error_code_name(code);
    }
}

}  // namespace
}  // namespace ct::cli
