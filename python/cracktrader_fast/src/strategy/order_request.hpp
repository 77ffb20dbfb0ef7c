#pragma once

#include <string_view>

#include "ct/core/order.hpp"
#include "strategy/python.hpp"

namespace ct::python {

class PythonStrategy;

/// What a call of ctx.buy or ctx.sell asks for.
struct OrderCall {
    OrderRequest request;
    std::string_view client_id;  ///< in the memory of the argument; empty if none was given
};

/// Reads a call. Throws nb::python_error: TypeError for arguments that do not fit the signature, InvalidArgument for
/// values and for arguments that contradict each other, NotFound for an unknown order or symbol.
OrderCall read_order(PythonStrategy& strategy, Side side, PyObject* const* args, Py_ssize_t count, PyObject* names);

/// True if a buy's price rounds up: a stop away from the market above it, all else down. A sell's other way.
constexpr bool rounds_up(Side side, bool is_stop) { return (side == Side::kBuy) == is_stop; }

}  // namespace ct::python
