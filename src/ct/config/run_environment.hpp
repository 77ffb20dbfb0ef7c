#pragma once

#include <span>
#include <string_view>

#include "ct/config/run_options.hpp"
#include "ct/core/result.hpp"

namespace ct::config {

/// The settings that variables of the form "CRACKTRADER_ACCOUNT__CASH=5000" give; of several values, commas stand
/// between them (of `costs.fees`, semicolons). Other variables do not matter. Errors: kInvalidArgument for a name that
/// begins with CRACKTRADER_ and is unknown, naming the nearest, and for an empty value.
Result<RunOptions> read_environment(std::span<const std::string_view> variables);

/// The same of this process.
Result<RunOptions> read_environment();

}  // namespace ct::config
