#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "ct/config/config_node.hpp"
#include "ct/core/result.hpp"
#include "ct/risk/rule_settings.hpp"

namespace ct::config {

/// The rules of a table `risk` (docs/risk.md): a table for each, or a list of tables. Values are taken as they are
/// written; what they mean is checked when the rules are made. `file` stands in errors before line and column. Errors:
/// kInvalidArgument for anything but tables, and no rule at all.
Result<std::vector<risk::RuleSettings>> read_rules(const ConfigNode& risk, const std::string& file);

/// The risk rules of a text that has nothing else: parse_config() and read_rules(). Errors: theirs.
Result<std::vector<risk::RuleSettings>> parse_risk_text(std::string_view text, const std::string& file);

/// The same of a file. Errors: also those of read_config().
Result<std::vector<risk::RuleSettings>> read_risk_file(const std::filesystem::path& path);

}  // namespace ct::config
