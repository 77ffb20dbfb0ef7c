#pragma once

#include <optional>

#include "ct/core/order.hpp"
#include "ct/core/result.hpp"
#include "ct/risk/rule.hpp"

namespace ct::risk {

/// The order is complete and free of contradictions, its market has a price, and it holds to the filters of the market
/// where the run has them. Without filters a trigger may lie on the wrong side of the market: it triggers at once then.
class ValidationRule : public Rule {
  public:
    [[nodiscard]] Result<std::optional<Rejection>> check(const OrderRequest& order,
                                                         const Situation& situation) const override;
};

}  // namespace ct::risk
