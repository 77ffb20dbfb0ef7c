#pragma once

#include "ct/core/instrument.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/time.hpp"

namespace ct {

/// One public trade of a venue, as its tape prints it.
struct Trade {
    TimeNs time_ns = 0;
    InstrumentIndex instrument = 0;
    Side aggressor = Side::kBuy;  ///< the side that took liquidity
    Price price;
    Quantity quantity;
};

}  // namespace ct
