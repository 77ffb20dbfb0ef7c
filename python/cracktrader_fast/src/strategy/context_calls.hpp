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

/// The id of an order by its number or by its client id. Throws nb::python_error.
std::uint64_t order_id_of(PythonStrategy& strategy, PyObject* value, const char* what = "order_id");

/// False where nothing or None was given.
inline bool is_given(PyObject* value) { return value != nullptr && value != Py_None; }
/// The text of an argument that must be a str. Throws nb::python_error.
const char* text_argument(PyObject* value, const char* what);
/// True or False; False where nothing or None was given. Throws nb::python_error for anything else.
bool flag_argument(PyObject* value, const char* what);

// Other methods of the context, all as METH_FASTCALL | METH_KEYWORDS.
PyObject* context_position_of(PyObject* self, PyObject* const* args, Py_ssize_t count, PyObject* names);
PyObject* context_balance(PyObject* self, PyObject* const* args, Py_ssize_t count, PyObject* names);
PyObject* context_free(PyObject* self, PyObject* const* args, Py_ssize_t count, PyObject* names);
PyObject* context_bars_of(PyObject* self, PyObject* const* args, Py_ssize_t count, PyObject* names);
PyObject* context_set_timer(PyObject* self, PyObject* const* args, Py_ssize_t count, PyObject* names);
PyObject* context_indicator(PyObject* self, PyObject* const* args, Py_ssize_t count, PyObject* names);

}  // namespace ct::python
