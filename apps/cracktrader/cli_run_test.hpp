#pragma once

#include <cstdio>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cracktrader/cli.hpp"
#include "support/project.hpp"

namespace ct::test {

using Args = std::vector<std::string>;

/// What a command line gave.
struct CliRun {
    int code = 0;
    std::string out;
    std::string err;
};

/// Runs a command line in this process and captures what it prints.
inline CliRun run_cli(const Args& args, const cli::PythonHost& python = {}) {
    CliRun run;
    std::fflush(nullptr);
    testing::internal::CaptureStdout();
    testing::internal::CaptureStderr();
    run.code = cli::run(args, python);
    std::fflush(nullptr);
    run.err = testing::internal::GetCapturedStderr();
    run.out = testing::internal::GetCapturedStdout();
    return run;
}

/// The bundled sample: one-hour candles of BTC/USDT from 2024-01-01 on.
inline std::string sample_csv() {
    return (project_folder() / "examples/data/binance-spot_BTCUSDT_1h_2024.csv.gz").string();
}

/// `backtest` of a file with further options.
inline Args backtest_args(const std::string& csv, const Args& more = {}, const std::string& strategy = "sma_cross") {
    Args args = {"backtest", "--csv", csv, "--strategy", strategy};
    args.insert(args.end(), more.begin(), more.end());
    return args;
}

/// Runs what must be refused: with this code, with these words in the first line on standard error, and without a
/// table.
inline void expect_refused(const Args& args, int code, const std::vector<std::string>& words) {
    SCOPED_TRACE(testing::PrintToString(args));
    const CliRun run = run_cli(args);
    EXPECT_EQ(run.code, code);
    EXPECT_THAT(run.out, testing::Not(testing::HasSubstr("final value")));
    EXPECT_TRUE(run.err.starts_with("error: ")) << run.err;
    const std::string sentence = run.err.substr(0, run.err.find('\n'));
    for (const std::string& word : words) EXPECT_THAT(sentence, testing::HasSubstr(word));
}

}  // namespace ct::test
