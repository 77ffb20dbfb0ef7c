#include "ct/risk/validate.hpp"

#include <cstdint>
#include <optional>

#include "ct/account/fee_schedule.hpp"
#include "ct/core/filters.hpp"
#include "ct/core/int128.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/rate.hpp"
#include "ct/risk/check_parts.hpp"
#include "ct/risk/order_check.hpp"

namespace ct::risk {

namespace {

constexpr Verdict kPass;

/// price x quantity; kMostMoney where that does not fit. Requires: neither is negative.
Money value_of(Price price, Quantity quantity, const Scale& scale) {
    Money value;
    const bool too_much =
        __builtin_mul_overflow(int128{price.count} * quantity.count, int128{unit_of(scale)}, &value.count);
    return too_much ? kMostMoney : value;
}

}  // namespace

bool can_pay(const OrderCheck& order, const CheckContext& context) {
    const Money& cash = *context.account.cash;
    const Price price = cost_price(order, context);
    if (price.count <= 0) return true;
    const Money value = value_of(price, order.quantity, context.scale);
    if (value > cash) return false;
    const Rate fee = context.account.fee;
    // A fee is at most what it is a share of: the division is left out where both are there.
    if (fee.count == 0 || (fee.count <= Rate::kOne && value.count <= cash.count - value.count)) return true;
    const auto cost = multiply(value, fee, kFeeRounding);
    return cost && *cost <= Money{cash.count - value.count};
}

namespace {

/// False for a number between two counts, and for one that is no multiple of a step that is on.
bool is_multiple(std::int64_t count, Rest rest, std::int64_t step) {
    return rest == Rest::kNone && (step <= 1 || count % step == 0);
}

Verdict check_order(const OrderCheck& order) {
    if (order.quantity.count < 0 || (order.quantity.count == 0 && order.quantity_rest == Rest::kNone)) {
        return {Reason::kInvalidQuantity, Field::kSize};
    }
    if (order.has_limit && order.price.count <= 0 && order.price_rest == Rest::kNone) {
        return {Reason::kInvalidPrice, Field::kPrice};
    }
    if (order.price.count < 0) return {Reason::kInvalidPrice, Field::kPrice};
    const bool has_stop = order.stop_price.count > 0 || order.stop_rest != Rest::kNone;
    if (order.stop_price.count < 0) return {Reason::kInvalidPrice, Field::kStopPrice};
    if (order.trigger != Trigger::kNone && !has_stop) return {Reason::kInvalidPrice, Field::kStopPrice};
    if (order.trigger == Trigger::kNone && has_stop) return {Reason::kContradiction, Field::kStopPrice};
    const bool has_no_price = order.trigger != Trigger::kNone && !order.has_limit;
    if (has_no_price && order.price.count != 0) return {Reason::kContradiction, Field::kPrice};
    const bool may_rest = order.has_limit && order.trigger == Trigger::kNone && !order.is_immediate;
    if (order.is_post_only && !may_rest) return {Reason::kContradiction, Field::kPostOnly};
    if (order.display.count < 0) return {Reason::kInvalidQuantity, Field::kDisplay};
    if (order.display.count > 0 && !order.has_limit) return {Reason::kContradiction, Field::kDisplay};
    return kPass;
}

/// What a limit and a trigger price have in common.
Verdict check_grid(Price price, Rest rest, Field field, const Filters& filters) {
    if (price.count > most_of(filters.max_price.count) ||
        (price.count == most_of(filters.max_price.count) && rest != Rest::kNone)) {
        return {Reason::kMaxPrice, field};
    }
    if (price < filters.min_price) return {Reason::kMinPrice, field};
    if (!is_multiple(price.count, rest, filters.tick_size.count)) return {Reason::kTickSize, field};
    return kPass;
}

Verdict check_limit(const OrderCheck& order, const CheckContext& context) {
    const Verdict grid = check_grid(order.price, order.price_rest, Field::kPrice, context.filters);
    if (!grid.ok()) return grid;
    const Price reference = percent_price(context);
    if (reference.count > 0) {
        const int128 price = int128{order.price.count} * Rate::kOne;
        const Rate up = multiplier_up(order.side, context.filters);
        const Rate down = multiplier_down(order.side, context.filters);
        if (price < int128{reference.count} * down.count ||
            (up.count > 0 && price > int128{reference.count} * up.count)) {
            return {Reason::kPercentPrice, Field::kPrice};
        }
    }
    if (!order.is_post_only) return kPass;
    const bool buys = order.side == Side::kBuy;
    const Price other = or_last(buys ? context.prices.ask : context.prices.bid, context.prices);
    const bool crosses = other.count > 0 && (buys ? order.price >= other : order.price <= other);
    return crosses ? Verdict{Reason::kPostOnlyWouldCross, Field::kPrice} : kPass;
}

Verdict check_trigger(const OrderCheck& order, const CheckContext& context) {
    const Verdict grid = check_grid(order.stop_price, order.stop_rest, Field::kStopPrice, context.filters);
    if (!grid.ok()) return grid;
    const Price last = context.prices.last;
    if (last.count <= 0) return kPass;
    const bool waits = triggers_above(order) ? order.stop_price > last : order.stop_price < last;
    return waits ? kPass : Verdict{Reason::kTriggerSide, Field::kStopPrice};
}

Verdict check_lots(const OrderCheck& order, Quantity step, Quantity least, Quantity most) {
    const std::int64_t count = order.quantity.count;
    if (count > most_of(most.count) || (count == most_of(most.count) && order.quantity_rest != Rest::kNone)) {
        return {Reason::kMaxQuantity, Field::kSize};
    }
    if (order.quantity < least) return {Reason::kMinQuantity, Field::kSize};
    if (!is_multiple(count, order.quantity_rest, step.count)) return {Reason::kLotSize, Field::kSize};
    return kPass;
}

Verdict check_notional(const OrderCheck& order, const CheckContext& context) {
    const Filters& filters = context.filters;
    const Price price = notional_price(order, context);
    if (price.count <= 0) return kPass;
    const Money value = value_of(price, order.quantity, context.scale);
    if (has_min_notional(order, filters) && value < filters.min_notional) return {Reason::kMinNotional, Field::kSize};
    const bool too_much = value == kMostMoney || (has_max_notional(order, filters) && value > filters.max_notional);
    return too_much ? Verdict{Reason::kMaxNotional, Field::kSize} : kPass;
}

Verdict check_display(const OrderCheck& order, const Filters& filters) {
    if (order.display.count == 0) return kPass;
    if (order.display > order.quantity) return {Reason::kMaxQuantity, Field::kDisplay};
    if (order.display < filters.min_quantity) return {Reason::kMinQuantity, Field::kDisplay};
    if (!is_multiple(order.display.count, Rest::kNone, filters.lot_size.count)) {
        return {Reason::kLotSize, Field::kDisplay};
    }
    const std::int64_t parts = (order.quantity.count - 1) / order.display.count + 1;
    const bool too_many = filters.iceberg_parts > 0 && parts > std::int64_t{filters.iceberg_parts};
    return too_many ? Verdict{Reason::kIcebergParts, Field::kDisplay} : kPass;
}

/// True when a limit that is on is reached by a count that is known.
bool is_full(const std::optional<std::uint32_t>& open, std::uint32_t most) { return most > 0 && open && *open >= most; }

Verdict check_counts(const OrderCheck& order, const CheckContext& context) {
    const Filters& filters = context.filters;
    const AccountCheck& account = context.account;
    if (is_full(account.open_orders, filters.max_orders)) return {Reason::kMaxOrders, Field::kOpenOrders};
    if (order.trigger != Trigger::kNone && is_full(account.open_algo_orders, filters.max_algo_orders)) {
        return {Reason::kMaxAlgoOrders, Field::kOpenOrders};
    }
    if (order.display.count > 0 && is_full(account.open_iceberg_orders, filters.max_iceberg_orders)) {
        return {Reason::kMaxIcebergOrders, Field::kOpenOrders};
    }
    return kPass;
}

Verdict check_account(const OrderCheck& order, const CheckContext& context) {
    const AccountCheck& account = context.account;
    if (order.is_reduce_only && account.position) {
        if (order.quantity.count > reducible(order, *account.position)) return {Reason::kReduceOnly, Field::kSize};
    }
    if (order.side == Side::kSell) {
        if (account.free && order.quantity > *account.free) return {Reason::kInsufficientPosition, Field::kSize};
        return kPass;
    }
    const Quantity most = context.filters.max_position;
    if (most.count > 0 && account.position) {
        const int128 after = int128{account.position->count} + account.open_buys.count + order.quantity.count;
        if (after > most.count) return {Reason::kMaxPosition, Field::kSize};
    }
    if (account.cash && !can_pay(order, context)) return {Reason::kInsufficientCash, Field::kSize};
    return kPass;
}

}  // namespace

Verdict verdict(const OrderCheck& order, const CheckContext& context) {
    const Filters& filters = context.filters;
    Verdict found = check_order(order);
    if (found.ok() && order.has_limit) found = check_limit(order, context);
    if (found.ok() && order.trigger != Trigger::kNone) found = check_trigger(order, context);
    if (found.ok()) found = check_lots(order, filters.lot_size, filters.min_quantity, filters.max_quantity);
    if (found.ok() && is_market(order)) {
        found = check_lots(order, filters.market_lot_size, filters.market_min_quantity, filters.market_max_quantity);
    }
    if (found.ok()) found = check_notional(order, context);
    if (found.ok()) found = check_display(order, filters);
    if (found.ok()) found = check_counts(order, context);
    if (found.ok()) found = check_account(order, context);
    return found;
}

}  // namespace ct::risk
