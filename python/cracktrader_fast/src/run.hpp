#pragma once

#include "strategy/python.hpp"

namespace ct::python {

/// Adds the function that runs a backtest to the module.
void bind_run(nb::module_& module);

}  // namespace ct::python
