#pragma once

#include <string>

#include "ct/core/instrument.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/engine/context.hpp"
#include "strategy/python.hpp"

namespace ct::python {

/// The decimal text of a Python number: a float's shortest, so that 0.1 is exactly "0.1"; an int, a Decimal or text as
/// written. `what` names it in messages. Throws nb::python_error.
std::string number_text(nb::handle value, const char* what);

/// A strategy's size on the grid, floored: a number (base asset) or text such as "0.5", "95%" (of the equity) or
/// "5000quote", which are taken at `price`. Throws nb::python_error.
Quantity read_size(nb::handle value, engine::Context& ctx, InstrumentIndex instrument, Price price);

/// A strategy's limit or stop price on the grid. Throws nb::python_error.
Price read_limit(nb::handle value, const engine::Context& ctx, InstrumentIndex instrument, Side side);
Price read_stop(nb::handle value, const engine::Context& ctx, InstrumentIndex instrument, Side side);

}  // namespace ct::python
