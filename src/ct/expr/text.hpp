#pragma once

#include <string>

#include "ct/expr/checker.hpp"
#include "ct/expr/source.hpp"
#include "ct/expr/syntax.hpp"

namespace ct::expr {

/// A part of a source as it was written, on one line, with the values of parameters in place of their names.
std::string text_of(const Source& source, const Expression& part, const ParameterValues& parameters);

}  // namespace ct::expr
