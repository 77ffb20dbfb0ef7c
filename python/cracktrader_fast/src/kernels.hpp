#pragma once

#include "strategy/python.hpp"

namespace ct::python {

/// Adds the indicator functions on arrays (sma, rsi) to the module.
void bind_kernels(nb::module_& module);

}  // namespace ct::python
