#include "ct/risk/cash_rule.hpp"

#include <optional>

#include "ct/account/fee_schedule.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/result.hpp"
#include "ct/risk/rule.hpp"

namespace ct::risk {

namespace {

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

}  // namespace

Result<std::optional<Rejection>> CashRule::check(const OrderRequest& order, const Situation& situation) const {
    if (order.side == Side::kSell) return std::nullopt;
    const auto value = notional(expected_price(order, situation), order.quantity, situation.instrument.scale);
    if (!value) return fail(value);
    const auto fee = multiply(*value, situation.fees.taker, kFeeRounding);
    if (!fee) return fail(fee);
    const auto needed = add(*value, *fee);
    if (!needed) return fail(needed);
    if (*needed <= situation.account.cash()) return std::nullopt;
    return Rejection{Reason::kInsufficientCash, *needed, situation.account.cash()};
}

}  // namespace ct::risk
