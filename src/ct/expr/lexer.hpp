#pragma once

#include <vector>

#include "ct/core/result.hpp"
#include "ct/expr/source.hpp"
#include "ct/expr/token.hpp"

namespace ct::expr {

/// The words of a source, with kEnd as the last. They borrow its text. Errors: kInvalidArgument (a text that is too
/// long, a character that the language does not have, a number that is none, quotes that do not end).
Result<std::vector<Token>> tokens_of(const Source& source);

}  // namespace ct::expr
