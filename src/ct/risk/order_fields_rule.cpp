#include "ct/risk/order_fields_rule.hpp"

#include <optional>

#include "ct/core/order.hpp"
#include "ct/core/result.hpp"
#include "ct/risk/rule.hpp"

namespace ct::risk {

Result<std::optional<Rejection>> OrderFieldsRule::check(const OrderRequest& order, const Situation& situation) const {
    if (order.quantity.count <= 0) return Rejection{.reason = Reason::kInvalidQuantity};
    if (order.type == OrderType::kLimit && order.limit_price.count <= 0)
        return Rejection{.reason = Reason::kInvalidPrice};
    if (order.type == OrderType::kStop && order.stop_price.count <= 0)
        return Rejection{.reason = Reason::kInvalidPrice};
    if (!situation.last_price) return Rejection{.reason = Reason::kNoPrice};
    return std::nullopt;
}

}  // namespace ct::risk
