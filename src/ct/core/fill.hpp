#pragma once

#include <cstdint>

#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/time.hpp"

namespace ct {

enum class Liquidity : std::uint8_t { kMaker, kTaker };

/// A match of an order, whole or in part. On bars `time_ns` is the open time of the bar it happened in; it is booked,
/// and the strategy hears of it, when that bar closes.
struct Fill {
    OrderId order_id = 0;
    TimeNs time_ns = 0;
    InstrumentIndex instrument = 0;
    Side side = Side::kBuy;
    Liquidity liquidity = Liquidity::kTaker;
    /// Inside a bar that reached an order of its group on the other side of the price as well, a target beside this
    /// stop: which of them came first is a rule, not data.
    bool ambiguous = false;
    Price price;
    Quantity quantity;  ///< positive
    Money fee;          ///< in the quote asset
};

}  // namespace ct
