#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "ct/core/result.hpp"
#include "ct/risk/rule_settings.hpp"

namespace ct::config {

/// The risk rules of TOML text: a table [risk.NAME] each, or several [[risk.NAME]] (docs/risk.md). Values are taken as
/// they are written; what they mean is checked when the rules are made. `name` stands in errors before the line.
/// Errors: kInvalidArgument for text that is no TOML, anything but risk rules, and no rule at all.
Result<std::vector<risk::RuleSettings>> parse_risk_text(std::string_view text, const std::string& name);

/// The same of a file. Errors: also kNotFound, kReadFailed and kInvalidArgument for one of more than 1 MiB.
Result<std::vector<risk::RuleSettings>> read_risk_file(const std::filesystem::path& path);

}  // namespace ct::config
