#pragma once

#include <string>
#include <vector>

#include "cracktrader/cli.hpp"
#include "ct/core/result.hpp"
#include "ct/strategies/registry.hpp"

namespace ct::cli {

/// A strategy typed as expressions (docs/expressions.md); empty texts are not given.
struct ExpressionOptions {
    std::string entry;
    std::string exit;
    std::string short_entry;
    std::string short_exit;
    std::string size;
    std::string stop_loss;
    std::string take_profit;
    std::string trailing_stop;
    std::vector<std::string> trade;
    std::string cooldown;
    std::string warm_up;

    /// Any of them is given.
    [[nodiscard]] bool given() const;
};

/// Makes the strategy; each parameter that is given is one of its constants. Prints warnings on standard error.
/// Errors: kInvalidArgument naming the option and the column.
Result<LoadedStrategy> load_expressions(const ExpressionOptions& options, const strategies::Parameters& parameters);

}  // namespace ct::cli
