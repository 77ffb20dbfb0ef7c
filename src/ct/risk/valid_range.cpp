#include "ct/risk/valid_range.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "ct/core/decimal.hpp"
#include "ct/core/filters.hpp"
#include "ct/core/int128.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/rate.hpp"
#include "ct/risk/check_parts.hpp"
#include "ct/risk/order_check.hpp"
#include "ct/risk/validate.hpp"

namespace ct::risk {

namespace {

/// Into what a range can end in: a low above kMostCount or a high below 0 leaves it empty.
std::int64_t end(int128 count) {
    return static_cast<std::int64_t>(std::clamp<int128>(count, -1, int128{kMostCount} + 1));
}

/// The quantities that the money between two amounts buys, as the notional counts it.
void bound_notional(const OrderCheck& order, const CheckContext& context, int128& low, int128& high) {
    const Price price = notional_price(order, context);
    if (price.count <= 0) return;
    const int128 each = int128{price.count} * unit_of(context.scale);
    const Filters& filters = context.filters;
    if (has_min_notional(order, filters))
        low = std::max(low, divide(filters.min_notional.count, each, Rounding::kCeil));
    const Money most = has_max_notional(order, filters) ? filters.max_notional : Money{kMostMoney.count - 1};
    high = std::min(high, divide(most.count, each, Rounding::kFloor));
}

/// The largest quantity that the cash pays with its fee. A fee is rounded, so that the quotient is only where to look.
int128 payable(const OrderCheck& order, const CheckContext& context) {
    const Price price = cost_price(order, context);
    if (price.count <= 0) return kMostCount;
    const int128 each = int128{price.count} * unit_of(context.scale);
    const int128 without_fee =
        std::min<int128>(divide(context.account.cash->count, each, Rounding::kFloor), kMostCount);
    const int128 fee = context.account.fee.count;
    if (fee == 0 || without_fee <= 0) return without_fee;
    OrderCheck tried = order;
    std::int64_t paid = end(without_fee * Rate::kOne / (Rate::kOne + fee) - 1);
    std::int64_t too_much = end((without_fee + 1) * Rate::kOne / (Rate::kOne + fee) + 2);
    paid = std::max<std::int64_t>(paid, 0);
    while (too_much - paid > 1) {
        tried.quantity.count = paid + (too_much - paid) / 2;
        (can_pay(tried, context) ? paid : too_much) = tried.quantity.count;
    }
    return paid;
}

/// The most that an account has left for the order, up to `high`.
int128 bound_account(const OrderCheck& order, const CheckContext& context, int128 high) {
    const AccountCheck& account = context.account;
    if (order.is_reduce_only && account.position) high = std::min<int128>(high, reducible(order, *account.position));
    if (order.side == Side::kSell) return account.free ? std::min<int128>(high, account.free->count) : high;
    const Quantity most = context.filters.max_position;
    if (most.count > 0 && account.position) {
        high = std::min<int128>(high, int128{most.count} - account.position->count - account.open_buys.count);
    }
    return account.cash && high > 0 ? std::min(high, payable(order, context)) : high;
}

}  // namespace

ValidRange ValidRange::make(std::int64_t step, std::int64_t low, std::int64_t high) {
    step = std::max<std::int64_t>(step, 1);
    const int128 first = divide(low, step, Rounding::kCeil) * step;
    const int128 last = divide(high, step, Rounding::kFloor) * step;
    return {step, end(first), end(last)};
}

std::optional<std::int64_t> ValidRange::nearest(std::int64_t count, Rest rest, bool up) const {
    if (empty()) return std::nullopt;
    const int128 below = divide(count, step, Rounding::kFloor) * step;
    // Four times the distance; a rest between two marks counts as the quarter between them, which compares alike.
    const int128 above_it = 4 * (count - below) + static_cast<int>(rest);
    const int128 twice_step = 2 * int128{step};
    const bool to_upper = above_it > twice_step || (above_it == twice_step && up);
    return static_cast<std::int64_t>(std::clamp<int128>(to_upper ? below + step : below, low, high));
}

std::optional<std::int64_t> ValidRange::rounded(std::int64_t count, Rest rest, bool up) const {
    if (empty()) return std::nullopt;
    const int128 below = divide(count, step, Rounding::kFloor) * step;
    const bool between = below != count || rest != Rest::kNone;
    return static_cast<std::int64_t>(std::clamp<int128>(between && up ? below + step : below, low, high));
}

ValidRange price_range(const OrderCheck& order, const CheckContext& context) {
    const Filters& filters = context.filters;
    int128 low = std::max<std::int64_t>(filters.min_price.count, 1);
    int128 high = most_of(filters.max_price.count);
    if (const Price reference = percent_price(context); reference.count > 0) {
        const Rate down = multiplier_down(order.side, filters);
        const Rate up = multiplier_up(order.side, filters);
        low = std::max(low, divide(int128{reference.count} * down.count, Rate::kOne, Rounding::kCeil));
        if (up.count > 0) {
            high = std::min(high, divide(int128{reference.count} * up.count, Rate::kOne, Rounding::kFloor));
        }
    }
    if (order.is_post_only) {
        const bool buys = order.side == Side::kBuy;
        const Price other = or_last(buys ? context.prices.ask : context.prices.bid, context.prices);
        if (other.count > 0 && buys) high = std::min<int128>(high, other.count - 1);
        if (other.count > 0 && !buys) low = std::max<int128>(low, int128{other.count} + 1);
    }
    return ValidRange::make(filters.tick_size.count, end(low), end(high));
}

ValidRange stop_range(const OrderCheck& order, const CheckContext& context) {
    const Filters& filters = context.filters;
    int128 low = std::max<std::int64_t>(filters.min_price.count, 1);
    int128 high = most_of(filters.max_price.count);
    if (const Price last = context.prices.last; last.count > 0) {
        if (triggers_above(order)) {
            low = std::max<int128>(low, int128{last.count} + 1);
        } else {
            high = std::min<int128>(high, last.count - 1);
        }
    }
    return ValidRange::make(filters.tick_size.count, end(low), end(high));
}

ValidRange quantity_range(const OrderCheck& order, const CheckContext& context) {
    const Filters& filters = context.filters;
    std::int64_t step = filters.lot_size.count;
    int128 low = std::max<std::int64_t>(filters.min_quantity.count, 1);
    int128 high = most_of(filters.max_quantity.count);
    if (is_market(order)) {
        step = market_step(filters).count;
        low = std::max<int128>(low, filters.market_min_quantity.count);
        high = std::min<int128>(high, most_of(filters.market_max_quantity.count));
    }
    bound_notional(order, context, low, high);
    high = bound_account(order, context, high);
    return ValidRange::make(step, end(low), end(high));
}

ValidRange display_range(const OrderCheck& order, const CheckContext& context) {
    const Filters& filters = context.filters;
    std::int64_t low = std::max<std::int64_t>(filters.min_quantity.count, 1);
    if (filters.iceberg_parts > 0 && order.quantity.count > 0) {
        low = std::max(low, (order.quantity.count - 1) / filters.iceberg_parts + 1);
    }
    return ValidRange::make(filters.lot_size.count, low, order.quantity.count);
}

bool price_rounds_up(const OrderCheck& order) { return order.side == Side::kSell; }
bool stop_rounds_up(const OrderCheck& order) { return triggers_above(order); }

}  // namespace ct::risk
