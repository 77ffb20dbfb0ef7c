#pragma once

#include "strategy/python.hpp"

namespace ct::python {

/// Adds what cracktrader_fast._arrays stands on: compute_lines() and empty_array().
void bind_compute(nb::module_& module);

}  // namespace ct::python
