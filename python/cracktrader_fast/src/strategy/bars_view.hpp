#pragma once

#include "strategy/bar_memory.hpp"
#include "strategy/python.hpp"  // IWYU pragma: keep

namespace ct::python {

PyTypeObject* make_bars_view_type();

/// The closed bars of a series as they are now: a snapshot of how many, not of their numbers. Null with an exception
/// set on failure.
PyObject* make_bars_view(const BarRows& rows, PyObject* symbol, PyObject* timeframe);

}  // namespace ct::python
