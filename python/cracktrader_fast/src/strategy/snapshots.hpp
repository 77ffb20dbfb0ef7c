#pragma once

#include "ct/core/event.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/order.hpp"
#include "strategy/python.hpp"  // IWYU pragma: keep

namespace ct::python {

/// Named tuples that strategies get: what an order, a fill or a timer was when it was told. Numbers are floats; the
/// exact ones are in the result. Null with an exception set on failure.
PyTypeObject* make_order_type();
PyTypeObject* make_fill_type();
PyTypeObject* make_timer_type();

PyObject* make_order(const Order& order, const Instrument& instrument, PyObject* symbol);
/// The order as it was when the update happened.
PyObject* make_order(const Order& order, const OrderUpdate& update, const Instrument& instrument, PyObject* symbol);
PyObject* make_fill(const Fill& fill, const Instrument& instrument, PyObject* symbol);
PyObject* make_timer(const Timer& timer);

}  // namespace ct::python
