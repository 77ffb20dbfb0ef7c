#include "ct/risk/cash_rule.hpp"

#include <optional>

#include "ct/account/account.hpp"
#include "ct/account/fee_schedule.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/result.hpp"
#include "ct/core/risk_decision.hpp"
#include "ct/risk/expected_price.hpp"
#include "ct/risk/rule.hpp"

namespace ct::risk {

namespace {

Result<std::optional<Rejection>> check_spot(const OrderRequest& order, const Situation& situation) {
    if (order.parent != 0) return std::nullopt;
    const Account& account = situation.account;
    const auto claim = account.reserves()->claim(order, order.quantity, situation.last_price.value_or(Price{}));
    if (!claim) return fail(claim);
    const Money usable = account.usable(situation.changes != 0 ? situation.changes : order.oco, claim->asset);
    if (claim->amount <= usable) return std::nullopt;
    const bool buy = order.side == Side::kBuy;
    return Rejection{
        .reason = buy ? Reason::kInsufficientCash : Reason::kInsufficientPosition,
        .needed = claim->amount,
        .available = usable,
        .finding = {buy ? "the cost with its fee" : "the quantity", buy ? Finding::Unit::kQuote : Finding::Unit::kBase,
                    claim->amount.count, usable.count}};
}

}  // namespace

Result<std::optional<Rejection>> CashRule::check(const OrderRequest& order, const Situation& situation) const {
    if (situation.account.kind() == AccountKind::kSpot) return check_spot(order, situation);
    const bool closes = order.quantity <= -situation.account.position(order.instrument);
    if (order.side == Side::kSell || order.parent != 0 || closes) return std::nullopt;
    const auto value = notional(expected_price(order, situation), order.quantity, situation.instrument.scale);
    if (!value) return fail(value);
    const auto fee = situation.fees.fee(*value, Liquidity::kTaker);
    if (!fee) return fail(fee);
    const auto needed = add(*value, *fee);
    if (!needed) return fail(needed);
    const Money& cash = situation.account.cash(order.instrument);
    if (*needed <= cash) return std::nullopt;
    return Rejection{.reason = Reason::kInsufficientCash,
                     .needed = *needed,
                     .available = cash,
                     .finding = {"the cost with its fee", Finding::Unit::kQuote, needed->count, cash.count}};
}

}  // namespace ct::risk
