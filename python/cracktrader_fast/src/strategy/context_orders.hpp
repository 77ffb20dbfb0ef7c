#pragma once

#include "strategy/python.hpp"  // IWYU pragma: keep

namespace ct::python {

// The context's methods that make, change and show orders, all as METH_FASTCALL | METH_KEYWORDS.
PyObject* context_buy(PyObject* self, PyObject* const* args, Py_ssize_t count, PyObject* names);
PyObject* context_sell(PyObject* self, PyObject* const* args, Py_ssize_t count, PyObject* names);
PyObject* context_buy_bracket(PyObject* self, PyObject* const* args, Py_ssize_t count, PyObject* names);
PyObject* context_sell_bracket(PyObject* self, PyObject* const* args, Py_ssize_t count, PyObject* names);
PyObject* context_close(PyObject* self, PyObject* const* args, Py_ssize_t count, PyObject* names);
PyObject* context_order_target_size(PyObject* self, PyObject* const* args, Py_ssize_t count, PyObject* names);
PyObject* context_order_target_value(PyObject* self, PyObject* const* args, Py_ssize_t count, PyObject* names);
PyObject* context_order_target_percent(PyObject* self, PyObject* const* args, Py_ssize_t count, PyObject* names);
PyObject* context_replace(PyObject* self, PyObject* const* args, Py_ssize_t count, PyObject* names);
PyObject* context_cancel(PyObject* self, PyObject* const* args, Py_ssize_t count, PyObject* names);
PyObject* context_cancel_all(PyObject* self, PyObject* const* args, Py_ssize_t count, PyObject* names);
PyObject* context_order(PyObject* self, PyObject* const* args, Py_ssize_t count, PyObject* names);
PyObject* context_open_orders(PyObject* self, PyObject* const* args, Py_ssize_t count, PyObject* names);

}  // namespace ct::python
