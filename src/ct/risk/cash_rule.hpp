#pragma once

#include <optional>

#include "ct/core/order.hpp"
#include "ct/core/result.hpp"
#include "ct/risk/rule.hpp"

namespace ct::risk {

/// A buy must be payable from the cash that is there now, taker fee included, at its limit or stop price, a market
/// order at the last close. Nothing is reserved for orders that wait; the execution checks again when it fills.
class CashRule : public Rule {
  public:
    [[nodiscard]] Result<std::optional<Rejection>> check(const OrderRequest& order,
                                                         const Situation& situation) const override;
};

}  // namespace ct::risk
