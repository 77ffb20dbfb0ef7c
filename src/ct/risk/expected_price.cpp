#include "ct/risk/expected_price.hpp"

#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/risk/rule.hpp"

namespace ct::risk {

Price expected_price(const OrderRequest& order, const Situation& situation) {
    switch (order.type) {
        case OrderType::kLimit:
            return order.limit_price;
        case OrderType::kStop:
            return order.stop_price;
        case OrderType::kMarket:
            break;
    }
    return situation.last_price.value_or(Price{});
}

}  // namespace ct::risk
