#pragma once

#include "strategy/python.hpp"

namespace ct::python {

/// Adds indicator_infos() and indicator_lines().
void bind_indicators(nb::module_& module);

}  // namespace ct::python
