#include "ct/broker/settlement.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>

#include "ct/broker/working_order.hpp"
#include "ct/core/execution.hpp"
#include "ct/core/int128.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/result.hpp"

namespace ct::broker {

Quantity Settlement::reducible(const OrderRequest& request) const {
    const int128 position =
        int128{account_->position(request.instrument).count} + unbooked_positions_[request.instrument].count;
    const int128 against = request.side == Side::kBuy ? -position : position;
    return {static_cast<std::int64_t>(std::clamp<int128>(against, 0, std::numeric_limits<std::int64_t>::max()))};
}

Result<Report> Settlement::settle(const WorkingOrder& order, const Match& match) {
    const OrderRequest& request = order.request;
    const auto value = notional(match.price, match.quantity, instruments_[request.instrument].scale);
    if (!value) return fail(value);
    const auto fee = fees_[request.instrument].fee(*value, match.liquidity);
    if (!fee) return fail(fee);
    const bool is_last = order.filled + match.quantity == request.quantity;
    const bool closes = match.quantity <= reducible(request);
    const auto missing = unbooked_.add(order.id, request, {*value, match.quantity, *fee, is_last, closes});
    if (!missing) return fail(missing);
    if (*missing) {
        return Report{.kind = Report::Kind::kRejected,
                      .reason = (*missing)->reason,
                      .needed = (*missing)->needed,
                      .available = (*missing)->available};
    }
    const bool buy = request.side == Side::kBuy;
    Quantity& position = unbooked_positions_[request.instrument];
    const Quantity change = buy ? match.quantity : -match.quantity;
    if (__builtin_add_overflow(position.count, change.count, &position.count)) {
        return fail(ErrorCode::kOverflow, "the fills of one bar do not fit 64 bits");
    }
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
