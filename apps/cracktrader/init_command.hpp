#pragma once

#include <optional>
#include <string>

#include "ct/core/result.hpp"

namespace ct::cli {

/// The options of `cracktrader init` as typed.
struct InitOptions {
    std::string file = "run.toml";
    std::optional<std::string> csv;
    bool force = false;
    bool schema = false;
};

/// Writes an example of a run file, over the candles of --csv or those that come with the project, or prints the JSON
/// Schema. Errors: kInvalidArgument for a file that exists or does not end in .toml, kNotFound for the candles,
/// kWriteFailed.
Result<void> run_init(const InitOptions& options);

}  // namespace ct::cli
