#pragma once

#include <memory>

#include "ct/core/result.hpp"
#include "ct/expr/source.hpp"
#include "ct/expr/syntax.hpp"

namespace ct::expr {

/// Reads a text (grammar: docs/expressions.md). Errors: kInvalidArgument saying where, what was expected and what
/// stands there.
Result<std::unique_ptr<Expression>> parse(const Source& source);

}  // namespace ct::expr
