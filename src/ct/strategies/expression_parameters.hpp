#pragma once

#include <span>
#include <string>

#include "ct/core/result.hpp"
#include "ct/expr/checker.hpp"
#include "ct/strategies/expression_definition.hpp"
#include "ct/strategies/registry.hpp"

namespace ct::strategies {

/// A place in front of a message: "--param: ", or nothing.
std::string before(const std::string& place);

/// The values of a definition's parameters: those given, else its own. Errors: kInvalidArgument (a name that cannot be
/// one or is there twice, an unknown one, a range without values, a value that is no number, out of its range or
/// between its steps).
Result<expr::ParameterValues> parameter_values(std::span<const ExpressionParameter> parameters,
                                               const Parameters& given);

}  // namespace ct::strategies
