#pragma once

#include <cstdint>

#include "ct/account/fees.hpp"
#include "ct/broker/latency.hpp"
#include "ct/broker/slippage.hpp"
#include "strategy/python.hpp"

namespace ct::python {

// What trading costs, as arguments of Python. All throw CrackTraderError's kinds.

/// Over the fees that hold without it: None, a venue's name, or a dict of symbols ("*": all others), each a venue's
/// name or a dict of maker, taker and flat.
Fees read_fees(nb::handle value, Fees fees);
/// None, text such as "bps=5", or a dict of the model's name and its numbers.
broker::SlippageModel read_slippage(nb::handle value);
broker::LatencyModel read_latency(nb::handle value);
/// An int of 64 bits, not negative.
std::uint64_t read_seed(nb::handle value);

}  // namespace ct::python
