#pragma once

#include "strategy/python.hpp"

namespace ct::python {

/// Adds TimeBarBuilder and EventBarBuilder to the module: what the bar builders of the package cracktrader are built
/// on.
void bind_trade_bars(nb::module_& module);

}  // namespace ct::python
