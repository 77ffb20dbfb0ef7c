#include "ct/risk/expected_price.hpp"

#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/risk/rule.hpp"

namespace ct::risk {

Price expected_price(const OrderRequest& order, const Situation& situation) {
    if (has_limit(order.type) && !is_trailing(order.type)) return order.limit_price;
    if (order.stop_price.count > 0) return order.stop_price;
    return situation.last_price.value_or(Price{});
}

}  // namespace ct::risk
