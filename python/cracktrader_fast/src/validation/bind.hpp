#pragma once

#include "strategy/python.hpp"

namespace ct::python {

/// Adds validate_order, validate_orders, round_order, market, load_markets and reasons. Throws nb::python_error.
void bind_validation(nb::module_& module);

}  // namespace ct::python
