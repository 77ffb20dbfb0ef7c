#pragma once

#include "strategy/python.hpp"

namespace ct::python {

/// Adds define_indicator(), with which cracktrader.indicators registers indicators written in Python.
void bind_python_indicators(nb::module_& module);

}  // namespace ct::python
