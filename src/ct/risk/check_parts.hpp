#pragma once

#include <cstdint>

#include "ct/core/decimal.hpp"
#include "ct/core/filters.hpp"
#include "ct/core/int128.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/rate.hpp"
#include "ct/risk/order_check.hpp"
#include "ct/risk/validate.hpp"

/// What the verdict and the search for valid values share.

namespace ct::risk {

inline Price or_last(Price price, const MarketPrices& prices) { return price.count > 0 ? price : prices.last; }

/// The price that multipliers refer to.
inline Price percent_price(const CheckContext& context) {
    return context.filters.percent_minutes == 0 ? context.prices.last : or_last(context.prices.average, context.prices);
}

/// A market order: neither a limit nor a trigger.
inline bool is_market(const OrderCheck& order) { return !order.has_limit && order.trigger == Trigger::kNone; }

/// The price that a notional is reckoned with; 0 where it is not known. A market order has the average price, else
/// what its sender expects.
inline Price notional_price(const OrderCheck& order, const CheckContext& context) {
    if (order.has_limit) return order.price;
    if (order.trigger != Trigger::kNone) return order.stop_price;
    const Price market =
        context.filters.notional_minutes == 0 ? context.prices.last : or_last(context.prices.average, context.prices);
    return market.count > 0 ? market : order.price;
}

/// What a buy pays with: a market order the ask.
inline Price cost_price(const OrderCheck& order, const CheckContext& context) {
    if (!is_market(order)) return notional_price(order, context);
    const Price ask = or_last(context.prices.ask, context.prices);
    return ask.count > 0 ? ask : notional_price(order, context);
}

/// Counts of money in one count of price times one of quantity.
inline std::int64_t unit_of(const Scale& scale) {
    return pow10_int(Money::kDecimals - scale.price_decimals - scale.quantity_decimals);
}

/// The most that Money holds: no order may be worth so much.
inline constexpr Money kMostMoney{static_cast<int128>(~uint128{0} >> 1U)};

/// The most that a filter allows, and the type where it is off.
inline std::int64_t most_of(std::int64_t most) { return most > 0 ? most : kMostCount; }

/// The multipliers of a side; 0 for off.
inline Rate multiplier_down(Side side, const Filters& filters) {
    return side == Side::kBuy ? filters.buy_multiplier_down : filters.sell_multiplier_down;
}
inline Rate multiplier_up(Side side, const Filters& filters) {
    return side == Side::kBuy ? filters.buy_multiplier_up : filters.sell_multiplier_up;
}

/// A trigger above the market: a stop of a buy, a take-profit of a sell.
inline bool triggers_above(const OrderCheck& order) {
    return (order.side == Side::kBuy) == (order.trigger == Trigger::kStop);
}

/// Which limits of a notional bind this order.
inline bool has_min_notional(const OrderCheck& order, const Filters& filters) {
    return filters.min_notional.count > 0 && (filters.min_notional_for_market || !is_market(order));
}
inline bool has_max_notional(const OrderCheck& order, const Filters& filters) {
    return filters.max_notional.count > 0 && (filters.max_notional_for_market || !is_market(order));
}

/// What a reduce-only order may trade at most; 0 or less where there is nothing to reduce.
inline std::int64_t reducible(const OrderCheck& order, Quantity position) {
    return order.side == Side::kBuy ? -position.count : position.count;
}

/// True when a buy's value and fee are within the cash, or its price is not known. Requires: cash.
bool can_pay(const OrderCheck& order, const CheckContext& context);

}  // namespace ct::risk
