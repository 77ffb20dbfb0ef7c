#include "ct/risk/order_fields_rule.hpp"

#include <optional>

#include "ct/core/order.hpp"
#include "ct/core/result.hpp"
#include "ct/risk/rule.hpp"

namespace ct::risk {

Result<std::optional<Rejection>> OrderFieldsRule::check(const OrderRequest& order, const Situation& situation) const {
    const auto no = [](Reason reason, const char* what) {
        return Rejection{.reason = reason, .finding = {.what = what}};
    };
    if (order.quantity.count <= 0) return no(Reason::kInvalidQuantity, "the quantity is not above zero");
    if (order.type == OrderType::kLimit && order.limit_price.count <= 0)
        return no(Reason::kInvalidPrice, "the limit price is not above zero");
    if (order.type == OrderType::kStop && order.stop_price.count <= 0)
        return no(Reason::kInvalidPrice, "the stop price is not above zero");
    if (!situation.last_price) return no(Reason::kNoPrice, "the instrument has no price yet");
    return std::nullopt;
}

}  // namespace ct::risk
