#pragma once

#include <CLI/CLI.hpp>

#include "ct/config/run_options.hpp"

namespace ct::cli {

/// Gives a command an option for each of config::run_settings(). What is typed goes into `options`, which must outlive
/// the command.
void add_run_flags(CLI::App& command, config::RunOptions& options);

}  // namespace ct::cli
