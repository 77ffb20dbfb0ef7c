#pragma once

#include "strategy/python.hpp"

namespace ct::python {

/// Adds the functions behind cracktrader.Cache to the module.
void bind_cache(nb::module_& module);

}  // namespace ct::python
