#pragma once

#include <optional>

#include "ct/core/order.hpp"
#include "ct/core/result.hpp"
#include "ct/risk/rule.hpp"

namespace ct::risk {

/// What an order spends must be there; the execution checks again when it fills.
/// - simple: a buy must be payable from the cash that is there now, taker fee included, at its limit or stop price, a
///   market order at the last close. One that only closes a short always passes.
/// - spot: what the order would lock must be free, or locked by its OCO group.
/// An order that waits for a parent is checked when it fills: what there is then depends on its parent.
class CashRule : public Rule {
  public:
    [[nodiscard]] Result<std::optional<Rejection>> check(const OrderRequest& order,
                                                         const Situation& situation) const override;
};

}  // namespace ct::risk
