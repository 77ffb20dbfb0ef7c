#pragma once

#include <string>

#include "ct/core/instrument.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/rate.hpp"
#include "ct/engine/context.hpp"
#include "strategy/python.hpp"

namespace ct::python {

/// The decimal text of a Python number: a float's shortest, so that 0.1 is exactly "0.1"; an int, a Decimal or text as
/// written. `what` names it in messages. Throws nb::python_error.
std::string number_text(nb::handle value, const char* what);

/// A strategy's size on the grid, floored: a number (base asset) or text such as "0.5", "95%" (of the equity) or
/// "5000quote", which are taken at `price`. Throws nb::python_error.
Quantity read_size(nb::handle value, engine::Context& ctx, InstrumentIndex instrument, Price price);

/// Another quantity above 0 on the grid, floored.
Quantity read_quantity(nb::handle value, const engine::Context& ctx, InstrumentIndex instrument, const char* what);
/// A position to go to, of either sign, rounded toward 0.
Quantity read_target(nb::handle value, const engine::Context& ctx, InstrumentIndex instrument);

/// A price above 0 on the grid, rounded up or down.
Price read_price(nb::handle value, const engine::Context& ctx, InstrumentIndex instrument, bool up, const char* what);
/// A distance of prices, 0 or above, rounded up.
Price read_offset(nb::handle value, const engine::Context& ctx, InstrumentIndex instrument, const char* what);
/// The share that a number of percent stands for: 5 is 0.05. Above 0 and below 100.
Rate read_percent(nb::handle value, const char* what);
/// A number of which a double is enough.
double read_number(nb::handle value, const char* what);

}  // namespace ct::python
