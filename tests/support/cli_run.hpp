#pragma once

#include <cstdio>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "cracktrader/cli.hpp"

namespace ct::test {

/// What a command line gave.
struct CliRun {
    int code = 0;
    std::string out;
    std::string err;
};

/// Runs a command line in this process and captures what it prints.
inline CliRun run_cli(const std::vector<std::string>& args, const cli::StrategyLoader& loader = {}) {
    CliRun run;
    std::fflush(nullptr);
    testing::internal::CaptureStdout();
    testing::internal::CaptureStderr();
    run.code = cli::run(args, loader);
    std::fflush(nullptr);
    run.err = testing::internal::GetCapturedStderr();
    run.out = testing::internal::GetCapturedStdout();
    return run;
}

}  // namespace ct::test
