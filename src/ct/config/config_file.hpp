#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "ct/config/config_node.hpp"
#include "ct/core/result.hpp"

namespace ct::config {

/// Text in the format that the ending of `file` names: .toml, .json, .yaml or .yml. Errors: those of the formats, and
/// kInvalidArgument for another ending, a zero byte and a file that is no table.
Result<ConfigNode> parse_config(std::string_view text, const std::string& file);

/// What is in a file. Errors: kNotFound, kReadFailed and kInvalidArgument for more than 1 MiB.
Result<std::string> read_config_text(const std::filesystem::path& path);

/// Both: the tree of a file.
Result<ConfigNode> read_config(const std::filesystem::path& path);

}  // namespace ct::config
