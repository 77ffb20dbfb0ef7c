#pragma once

#include <optional>

#include "ct/core/order.hpp"
#include "ct/core/result.hpp"
#include "ct/risk/rule.hpp"

namespace ct::risk {

/// The order is complete: a positive quantity, a positive price where its type has one, a market that has a price.
class OrderFieldsRule : public Rule {
  public:
    [[nodiscard]] Result<std::optional<Rejection>> check(const OrderRequest& order,
                                                         const Situation& situation) const override;
};

}  // namespace ct::risk
