#pragma once

#include <string>

#include "ct/core/result.hpp"

namespace ct::cli {

struct IndicatorsOptions {
    std::string name;   ///< a name or an alias; empty for all
    std::string group;  ///< empty for all
    bool json = false;
};

/// Prints a table of the indicators, or all that there is to know of one. Errors: kNotFound (the name, the group).
Result<void> run_indicators(const IndicatorsOptions& options);

}  // namespace ct::cli
