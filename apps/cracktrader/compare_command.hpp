#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ct/core/result.hpp"

namespace ct::cli {

struct CompareOptions {
    std::vector<std::string> runs;      ///< files that `backtest --json` wrote
    std::optional<std::string> report;  ///< where the page goes
};

/// Prints the metrics of several runs side by side, and writes a page of them. Errors: kReadFailed, kInvalidData,
/// kInvalidArgument (less than two files or too many), kWriteFailed.
Result<void> run_compare(const CompareOptions& options);

}  // namespace ct::cli
