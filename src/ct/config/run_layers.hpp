#pragma once

#include <filesystem>
#include <optional>

#include "ct/config/run_options.hpp"
#include "ct/core/result.hpp"

namespace ct::config {

/// What holds where nothing is given.
RunOptions standard_options();

/// The settings of two layers: those of the higher one where it has any, else those of the lower one. What the higher
/// one says in another way (RunSetting::replaces) is not taken from the lower one either; of values by name, only those
/// of the same name are not. Parameters belong to the strategy of their layer.
RunOptions overlay(RunOptions higher, RunOptions lower);

/// What holds in the end: what is given over the environment over the file, if there is one, over standard_options().
/// Errors: those of read_environment() and read_run_file().
Result<RunOptions> gather_options(RunOptions given, const std::optional<std::filesystem::path>& file);

}  // namespace ct::config
