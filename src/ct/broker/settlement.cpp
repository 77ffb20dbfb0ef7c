#include "ct/broker/settlement.hpp"

#include <algorithm>

#include "ct/core/execution.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/result.hpp"

namespace ct::broker {

Quantity Settlement::reducible(const OrderRequest& request) const {
    const Quantity position = account_->position(request.instrument) + unbooked_positions_[request.instrument];
    const Quantity against = request.side == Side::kBuy ? -position : position;
    return std::max(against, Quantity{});
}

Result<Report> Settlement::settle(const OrderRequest& request, const Match& match) {
    const auto value = notional(match.price, match.quantity, instruments_[request.instrument].scale);
    if (!value) return fail(value);
    const auto fee = fees_[request.instrument].fee(*value, match.liquidity);
    if (!fee) return fail(fee);
    const bool buy = request.side == Side::kBuy;
    const auto change = buy ? add(*value, *fee) : subtract(*value, *fee);
    if (!change) return fail(change);

    if (buy) {
        const auto available = add(account_->cash(), unbooked_);
        if (!available) return fail(available);
        if (*change > *available) {
            return Report{.kind = Report::Kind::kRejected,
                          .reason = Reason::kInsufficientCash,
                          .needed = *change,
                          .available = *available};
        }
    }
    const auto unbooked = add(unbooked_, buy ? -*change : *change);
    if (!unbooked) return fail(unbooked);
    unbooked_ = *unbooked;
    Quantity& position = unbooked_positions_[request.instrument];
    position = position + (buy ? match.quantity : -match.quantity);
    return Report{.kind = Report::Kind::kFilled,
                  .liquidity = match.liquidity,
                  .price = match.price,
                  .quantity = match.quantity,
                  .fee = *fee};
}

void Settlement::booked() {
    unbooked_ = {};
    std::fill(unbooked_positions_.begin(), unbooked_positions_.end(), Quantity{});
}

}  // namespace ct::broker
