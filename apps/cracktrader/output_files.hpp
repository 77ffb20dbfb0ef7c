#pragma once

#include <string_view>

#include "ct/analyzers/run_result.hpp"
#include "ct/config/run_options.hpp"
#include "ct/core/result.hpp"

namespace ct::cli {

/// What `--json -` means.
inline constexpr std::string_view kStandardOutput = "-";

/// Says before a long run what would fail after it. Errors: kInvalidArgument for two options that name one file,
/// kWriteFailed for a place that cannot be written.
Result<void> check_outputs(const config::RunOptions& options);

/// Writes what --report, --orders and --json ask for. Errors: kWriteFailed.
Result<void> write_outputs(const config::RunOptions& options, const analyzers::RunResult& result);

}  // namespace ct::cli
