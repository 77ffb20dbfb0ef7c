#include "ct/risk/cash_rule.hpp"

#include <optional>

#include "ct/account/fee_schedule.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/result.hpp"
#include "ct/core/risk_decision.hpp"
#include "ct/risk/expected_price.hpp"
#include "ct/risk/rule.hpp"

namespace ct::risk {

Result<std::optional<Rejection>> CashRule::check(const OrderRequest& order, const Situation& situation) const {
    if (order.side == Side::kSell) return std::nullopt;
    const auto value = notional(expected_price(order, situation), order.quantity, situation.instrument.scale);
    if (!value) return fail(value);
    const auto fee = situation.fees.fee(*value, Liquidity::kTaker);
    if (!fee) return fail(fee);
    const auto needed = add(*value, *fee);
    if (!needed) return fail(needed);
    if (*needed <= situation.account.cash()) return std::nullopt;
    const Money& cash = situation.account.cash();
    return Rejection{.reason = Reason::kInsufficientCash,
                     .needed = *needed,
                     .available = cash,
                     .finding = {"the cost with its fee", Finding::Unit::kQuote, needed->count, cash.count}};
}

}  // namespace ct::risk
