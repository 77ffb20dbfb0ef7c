#pragma once

#include <nanobind/nanobind.h>

#include "ct/strategies/expression_definition.hpp"

namespace ct::python {

/// The definition of a `cracktrader.ExpressionStrategy`: its fields by name. Raises for values of other types.
strategies::ExpressionDefinition read_expressions(const nanobind::dict& fields);

void bind_expressions(nanobind::module_& module);

}  // namespace ct::python
