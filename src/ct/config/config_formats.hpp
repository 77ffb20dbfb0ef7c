#pragma once

#include <string>
#include <string_view>

#include "ct/config/config_node.hpp"
#include "ct/core/result.hpp"

namespace ct::config {

// Text into a tree. `file` stands in errors, before line and column. Errors: kInvalidArgument for text that is not of
// the format, a name that is there twice, and more than ConfigBuilder takes.

Result<ConfigNode> parse_toml(std::string_view text, const std::string& file);
Result<ConfigNode> parse_json(std::string_view text, const std::string& file);
/// One document without anchors, aliases and tags. Plain true and false are booleans, plain decimal numbers are numbers
/// and plain null, ~ or no text are nothing; all else is text.
Result<ConfigNode> parse_yaml(std::string_view text, const std::string& file);

}  // namespace ct::config
