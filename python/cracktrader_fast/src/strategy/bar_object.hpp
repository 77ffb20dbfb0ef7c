#pragma once

#include "ct/core/bar.hpp"
#include "ct/core/time.hpp"
#include "strategy/python.hpp"  // IWYU pragma: keep

namespace ct::python {

/// The bar that a strategy is given. It owns its numbers and refers to nothing of the run. One object a series is used
/// again and again while nobody else holds it; a bar that was kept stays as it is.
struct BarObject {
    PyObject_HEAD PyObject* open;
    PyObject* high;
    PyObject* low;
    PyObject* close;
    PyObject* volume;
    PyObject* symbol;
    PyObject* timeframe;
    TimeNs time_ns;
};

PyTypeObject* make_bar_type();

/// A bar without numbers yet. Null with an exception set on failure.
BarObject* make_bar(PyObject* symbol, PyObject* timeframe);

/// Gives the bar the numbers of a row. False with an exception set when memory is out.
bool fill_bar(BarObject* bar, const BarView& row);

}  // namespace ct::python
