#pragma once

#include "ct/config/json_writer.hpp"
#include "ct/risk/registry.hpp"

namespace ct::config {

/// Writes the JSON Schema of a rule of risk: a table of its settings, or a list of those.
void write_rule_schema(JsonWriter& writer, const risk::RuleInfo& rule);

}  // namespace ct::config
