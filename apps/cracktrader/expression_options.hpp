#pragma once

#include "cracktrader/cli.hpp"
#include "ct/config/run_options.hpp"
#include "ct/core/result.hpp"
#include "ct/strategies/expression_definition.hpp"
#include "ct/strategies/registry.hpp"

namespace ct::cli {

/// A part of a strategy of expressions (docs/expressions.md) that is given. Null: none is.
const config::Given* first_expression(const config::RunOptions& options);

/// The strategy that the expressions are; each parameter that is given is one of its constants. Requires: some part is
/// given. Errors: kInvalidArgument saying where.
Result<strategies::ExpressionDefinition> definition_of(const config::RunOptions& options,
                                                       const strategies::Parameters& parameters);

/// Makes the strategy. Prints warnings on standard error. Errors: kInvalidArgument saying where, and the column.
Result<LoadedStrategy> load_expressions(const config::RunOptions& options, const strategies::Parameters& parameters);

}  // namespace ct::cli
