#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "ct/config/run_options.hpp"
#include "ct/core/result.hpp"

namespace ct::config {

/// The settings of a run file (docs/config.md): TOML, JSON or YAML by the ending of `file`, which stands in errors
/// before line and column. Relative paths start from its folder. What the values mean is checked when the run is
/// planned. Errors: those of parse_config(), and kInvalidArgument for unknown tables and keys, naming the nearest,
/// values of another type and empty ones.
Result<RunOptions> parse_run_text(std::string_view text, const std::string& file);

/// The same of a file. Errors: also those of read_config().
Result<RunOptions> read_run_file(const std::filesystem::path& path);

}  // namespace ct::config
