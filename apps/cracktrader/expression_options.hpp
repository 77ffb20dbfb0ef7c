#pragma once

#include "cracktrader/cli.hpp"
#include "ct/config/run_options.hpp"
#include "ct/core/result.hpp"
#include "ct/strategies/expression_definition.hpp"
#include "ct/strategies/registry.hpp"

namespace ct::cli {

/// Some part of a strategy of expressions (docs/expressions.md) is given.
bool has_expressions(const config::RunOptions& options);

/// The strategy that the expressions are; each parameter that is given is one of its constants. Errors: kInvalidArgument
/// saying where.
Result<strategies::ExpressionDefinition> definition_of(const config::RunOptions& options,
                                                       const strategies::Parameters& parameters);

/// Makes the strategy. Prints warnings on standard error. Errors: kInvalidArgument saying where, and the column.
Result<LoadedStrategy> load_expressions(const config::RunOptions& options, const strategies::Parameters& parameters);

}  // namespace ct::cli
