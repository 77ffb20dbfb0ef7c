#pragma once

#include <string>

#include "ct/core/result.hpp"

namespace ct::cli {

struct StrategiesOptions {
    std::string name;  ///< empty for all
    bool json = false;
};

/// Prints the built-in strategies and their parameters. Errors: kNotFound.
Result<void> run_strategies(const StrategiesOptions& options);

}  // namespace ct::cli
