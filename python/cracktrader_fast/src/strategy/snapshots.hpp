#pragma once

#include <string_view>

#include "ct/core/event.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/order.hpp"
#include "ct/engine/context.hpp"
#include "strategy/python.hpp"  // IWYU pragma: keep

namespace ct::python {

/// Named tuples that strategies get: what an order, a fill or a timer was when it was told. Numbers are floats; the
/// exact ones are in the result. Null with an exception set on failure.
PyTypeObject* make_order_type();
PyTypeObject* make_fill_type();
PyTypeObject* make_bracket_type();
PyTypeObject* make_timer_type();

/// `client_id` is empty for none.
PyObject* make_order(const Order& order, std::string_view client_id, const Instrument& instrument, PyObject* symbol);
/// The order as it was when the update happened.
PyObject* make_order(const Order& order, const OrderUpdate& update, std::string_view client_id,
                     const Instrument& instrument, PyObject* symbol);
PyObject* make_bracket(const engine::Bracket& bracket);
PyObject* make_fill(const Fill& fill, const Instrument& instrument, PyObject* symbol);
PyObject* make_timer(const Timer& timer);

}  // namespace ct::python
