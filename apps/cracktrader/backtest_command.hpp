#pragma once

#include "cracktrader/cli.hpp"
#include "ct/config/run_options.hpp"
#include "ct/core/result.hpp"

namespace ct::cli {

/// Reads, runs, prints and writes. Errors: those of plan_backtest and of reading, running and writing.
Result<void> run_backtest_command(const config::RunOptions& options, const StrategyLoader& loader);

}  // namespace ct::cli
