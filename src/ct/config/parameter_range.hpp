#pragma once

#include <string>

#include "ct/config/config_node.hpp"
#include "ct/config/run_options.hpp"
#include "ct/core/result.hpp"

namespace ct::config {

/// A constant of a strategy of expressions: a table with `default`, and any of `min`, `max`, `step` and `text`. Errors:
/// kInvalidArgument for other keys, values of another type, and no default.
Result<ParameterRange> read_range(const ConfigNode& table, const std::string& file);

}  // namespace ct::config
