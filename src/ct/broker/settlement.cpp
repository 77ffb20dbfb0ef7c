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

Result<Report> Settlement::settle(const WorkingOrder& order, const Match& match) {
    const OrderRequest& request = order.request;
    const auto value = notional(match.price, match.quantity, instruments_[request.instrument].scale);
    if (!value) return fail(value);
    const auto fee = fees_[request.instrument].fee(*value, match.liquidity);
    if (!fee) return fail(fee);
    const bool is_last = order.filled + match.quantity == request.quantity;
    const auto missing = unbooked_.add(order.id, request, {match.price, match.quantity, *fee, is_last});
    if (!missing) return fail(missing);
    if (*missing) {
        return Report{.kind = Report::Kind::kRejected,
                      .reason = (*missing)->reason,
                      .needed = (*missing)->needed,
                      .available = (*missing)->available};
    }
    const bool buy = request.side == Side::kBuy;
    Quantity& position = unbooked_positions_[request.instrument];
    position = position + (buy ? match.quantity : -match.quantity);
    return Report{.kind = Report::Kind::kFilled,
                  .liquidity = match.liquidity,
                  .price = match.price,
                  .quantity = match.quantity,
                  .fee = *fee};
}

void Settlement::booked() {
    unbooked_.clear();
    std::fill(unbooked_positions_.begin(), unbooked_positions_.end(), Quantity{});
}

}  // namespace ct::broker
