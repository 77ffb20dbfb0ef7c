#pragma once

#include <cstdint>

#include "strategy/python.hpp"  // IWYU pragma: keep

namespace ct::python {

class PythonStrategy;

/// The strategy of a running run behind a context object. Throws nb::python_error when the run is over.
PythonStrategy& running(PyObject* context);
/// The same for calls that change something. Throws also in another thread than the run's.
PythonStrategy& acting(PyObject* context);

/// Where a call's symbol stands; without one, the instrument of the current callback. Throws nb::python_error.
std::uint32_t instrument_of(PythonStrategy& strategy, PyObject* symbol);
/// The series of an instrument at a timeframe (text), without one the shortest. Throws nb::python_error.
std::uint32_t series_of(PythonStrategy& strategy, std::uint32_t instrument, PyObject* timeframe);

/// The text of an argument that must be a str. Throws nb::python_error.
const char* text_argument(PyObject* value, const char* what);

// Methods of the context, all as METH_FASTCALL | METH_KEYWORDS.
PyObject* context_buy(PyObject* self, PyObject* const* args, Py_ssize_t count, PyObject* names);
PyObject* context_sell(PyObject* self, PyObject* const* args, Py_ssize_t count, PyObject* names);
PyObject* context_close(PyObject* self, PyObject* const* args, Py_ssize_t count, PyObject* names);
PyObject* context_cancel(PyObject* self, PyObject* const* args, Py_ssize_t count, PyObject* names);
PyObject* context_order(PyObject* self, PyObject* const* args, Py_ssize_t count, PyObject* names);
PyObject* context_position_of(PyObject* self, PyObject* const* args, Py_ssize_t count, PyObject* names);
PyObject* context_balance(PyObject* self, PyObject* const* args, Py_ssize_t count, PyObject* names);
PyObject* context_free(PyObject* self, PyObject* const* args, Py_ssize_t count, PyObject* names);
PyObject* context_bars_of(PyObject* self, PyObject* const* args, Py_ssize_t count, PyObject* names);
PyObject* context_set_timer(PyObject* self, PyObject* const* args, Py_ssize_t count, PyObject* names);
PyObject* context_indicator(PyObject* self, PyObject* const* args, Py_ssize_t count, PyObject* names);

}  // namespace ct::python
