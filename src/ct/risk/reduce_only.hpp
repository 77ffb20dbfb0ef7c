#pragma once

#include <optional>

#include "ct/core/order.hpp"
#include "ct/core/risk_decision.hpp"
#include "ct/risk/rule.hpp"

namespace ct::risk {

/// What a rule that has stopped the trading lets pass: an order, or the part of it, that can only take off the
/// position, whatever else fills first, and exits that wait for an entry. Nobody is kept in a position by a stop.
std::optional<Rejection> reduce_only(const OrderRequest& order, const Situation& situation, Reason reason,
                                     const Finding& finding);

}  // namespace ct::risk
