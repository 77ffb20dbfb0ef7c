#pragma once

#include "strategy/python.hpp"

namespace ct::python {

/// Adds the indicators: their functions, the base of their streams, what the registry knows.
void bind_indicators(nb::module_& module);

}  // namespace ct::python
