#pragma once

#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/risk/rule.hpp"

namespace ct::risk {

/// What an order is expected to trade at: its limit price, else its stop price, else the last close. Zero without one.
Price expected_price(const OrderRequest& order, const Situation& situation);

}  // namespace ct::risk
