#pragma once

#include "cracktrader/backtest_options.hpp"
#include "ct/analyzers/run_result.hpp"
#include "ct/core/result.hpp"

namespace ct::cli {

/// Says before a long run what would fail after it. Errors: kInvalidArgument for two options that name one file,
/// kWriteFailed for a place that cannot be written.
Result<void> check_outputs(const BacktestOptions& options);

/// Writes what --report, --orders and --json ask for. Errors: kWriteFailed.
Result<void> write_outputs(const BacktestOptions& options, const analyzers::RunResult& result);

}  // namespace ct::cli
