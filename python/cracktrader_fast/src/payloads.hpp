#pragma once

#include "strategy/python.hpp"

namespace ct::python {

/// Adds normalize_trade_payload, normalize_ohlcv_payload, aggregate_trade_bucket and sort_reorder_buffer to the module:
/// single messages of a feed, as Python objects.
void bind_payloads(nb::module_& module);

}  // namespace ct::python
