#include "ct/risk/validation_rule.hpp"

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
#include "ct/core/result.hpp"
#include "ct/core/risk_decision.hpp"
#include "ct/core/time.hpp"
#include "ct/risk/books.hpp"
#include "ct/risk/expected_price.hpp"
#include "ct/risk/order_check.hpp"
#include "ct/risk/rule.hpp"
#include "ct/risk/validate.hpp"

namespace ct::risk {

namespace {

struct Complaint {
    Reason reason = Reason::kNone;
    const char* what = "";
};

/// Trades at an open or a close, or not at all.
bool is_at_a_moment(TimeInForce time_in_force) {
    return time_in_force == TimeInForce::kOnOpen || time_in_force == TimeInForce::kOnClose;
}

Complaint about_trail(const OrderRequest& order) {
    if (!is_trailing(order.type)) {
        const bool none =
            order.trail_amount.count == 0 && order.trail_share.count == 0 && order.limit_offset.count == 0;
        return none ? Complaint{} : Complaint{Reason::kContradiction, "an order that does not trail has a distance"};
    }
    if ((order.trail_amount.count != 0) == (order.trail_share.count != 0)) {
        return {Reason::kInvalidTrail, "a trailing order needs an amount or a share as its distance, one of them"};
    }
    if (order.trail_amount.count < 0 || order.trail_share.count < 0 || order.trail_share.count >= Rate::kOne) {
        return {Reason::kInvalidTrail, "the distance of a trailing order is above zero, as a share below one"};
    }
    if (order.stop_price.count <= 0) return {Reason::kInvalidTrail, "the distance leaves no stop price above zero"};
    if (order.type != OrderType::kTrailingStopLimit && order.limit_offset.count != 0) {
        return {Reason::kContradiction, "a trailing stop without a limit has a limit offset"};
    }
    return {};
}

Complaint about_time(const OrderRequest& order, TimeNs now_ns) {
    const bool has_expiry = order.time_in_force == TimeInForce::kGtd || order.time_in_force == TimeInForce::kDay;
    if (has_expiry != (order.expire_ns != 0)) {
        return {has_expiry ? Reason::kInvalidTime : Reason::kContradiction,
                has_expiry ? "the order needs the time at which it expires" : "only gtd orders expire at a time"};
    }
    if (has_expiry && order.expire_ns <= now_ns) return {Reason::kInvalidTime, "the order would expire at once"};
    if (is_at_a_moment(order.time_in_force) && has_trigger(order.type)) {
        return {Reason::kContradiction, "only market and limit orders trade on the open or the close"};
    }
    return {};
}

Complaint about_fields(const OrderRequest& order, const Situation& situation) {
    if (order.quantity.count <= 0) return {Reason::kInvalidQuantity, "the quantity is not above zero"};
    const bool needs_limit = has_limit(order.type) && !is_trailing(order.type);
    if (needs_limit && order.limit_price.count <= 0) {
        return {Reason::kInvalidPrice, "the limit price is not above zero"};
    }
    if (has_trigger(order.type) && !is_trailing(order.type) && order.stop_price.count <= 0) {
        return {Reason::kInvalidPrice, "the stop price is not above zero"};
    }
    if (!situation.last_price) return {Reason::kNoPrice, "the instrument has no price yet"};
    if (!needs_limit && order.limit_price.count != 0) {
        return {Reason::kContradiction, "an order without a limit has a limit price"};
    }
    if (!has_trigger(order.type) && order.stop_price.count != 0) {
        return {Reason::kContradiction, "an order without a trigger has a stop price"};
    }
    if (const Complaint trail = about_trail(order); trail.reason != Reason::kNone) return trail;
    return about_time(order, situation.now_ns);
}

OrderCheck check_of(const OrderRequest& order, const Situation& situation) {
    const Trigger trigger = !has_trigger(order.type)     ? Trigger::kNone
                            : is_take_profit(order.type) ? Trigger::kTakeProfit
                                                         : Trigger::kStop;
    Price price = expected_price(order, situation);
    if (order.type == OrderType::kTrailingStopLimit) {
        const std::int64_t offset = order.limit_offset.count;
        price = {order.stop_price.count + (order.side == Side::kBuy ? offset : -offset)};
    }
    return {.side = order.side,
            .trigger = trigger,
            .has_limit = has_limit(order.type),
            .is_immediate = is_immediate(order.time_in_force) || is_at_a_moment(order.time_in_force),
            .is_post_only = order.post_only,
            .is_reduce_only = order.reduce_only,
            .quantity = order.quantity,
            .price = trigger != Trigger::kNone && !has_limit(order.type) ? Price{} : price,
            .stop_price = order.stop_price,
            .display = order.display};
}

AccountCheck account_of(const OrderRequest& order, const Situation& situation) {
    AccountCheck account;
    if (situation.books == nullptr) return account;
    const Standing& standing = situation.books->at(order.instrument);
    // A child trades on what its parent brings.
    if (order.parent == 0) account.position = situation.account.position(order.instrument);
    account.open_buys = {static_cast<std::int64_t>(standing.open.buys)};
    account.open_orders = static_cast<std::uint32_t>(standing.open_orders);
    account.open_algo_orders = static_cast<std::uint32_t>(standing.open_triggers);
    account.open_iceberg_orders = static_cast<std::uint32_t>(standing.open_icebergs);
    return account;
}

/// The limit that was passed, in the units of a finding; none where it is no amount.
Finding finding_of(const Validation& validation, const OrderCheck& order, const Scale& scale) {
    const auto units = [](std::int64_t count, int decimals) {
        return int128{count} * pow10_int(Money::kDecimals - decimals);
    };
    const auto limit = static_cast<std::int64_t>(validation.limit.count);
    const int price_decimals = scale.price_decimals;
    const int quantity_decimals = scale.quantity_decimals;
    switch (validation.limit.unit) {
        case Amount::Unit::kPrice: {
            const bool of_stop = validation.field == Field::kStopPrice;
            return {of_stop ? "the stop price" : "the price", Finding::Unit::kQuote,
                    units((of_stop ? order.stop_price : order.price).count, price_decimals),
                    units(limit, price_decimals)};
        }
        case Amount::Unit::kQuantity:
            return {
                validation.field == Field::kDisplay ? "the displayed quantity" : "the quantity", Finding::Unit::kBase,
                units((validation.field == Field::kDisplay ? order.display : order.quantity).count, quantity_decimals),
                units(limit, quantity_decimals)};
        case Amount::Unit::kMoney: {
            const auto value = notional(order.price, order.quantity, scale);
            return {"the order's notional", Finding::Unit::kQuote, value ? value->count : 0, validation.limit.count};
        }
        case Amount::Unit::kNone:
        case Amount::Unit::kWhole:
            break;
    }
    return {.what = "the order does not hold to the filters of its market"};
}

}  // namespace

Result<std::optional<Rejection>> ValidationRule::check(const OrderRequest& order, const Situation& situation) const {
    if (const Complaint found = about_fields(order, situation); found.reason != Reason::kNone) {
        return Rejection{.reason = found.reason, .finding = {.what = found.what}};
    }
    static constexpr Filters kNoFilters;
    const bool has_filters = situation.filters != nullptr;
    const Price last = *situation.last_price;
    // A child comes to the market later, and without filters the market itself judges what an order would do there.
    const bool now = has_filters && order.parent == 0;
    const CheckContext context{.scale = situation.instrument.scale,
                               .filters = has_filters ? *situation.filters : kNoFilters,
                               .prices = {.last = now ? last : Price{}, .average = has_filters ? last : Price{}},
                               .account = has_filters ? account_of(order, situation) : AccountCheck{}};
    const OrderCheck check = check_of(order, situation);
    if (verdict(check, context).ok()) return std::nullopt;
    const Validation validation = validate(check, context);
    return Rejection{.reason = validation.reason, .finding = finding_of(validation, check, situation.instrument.scale)};
}

}  // namespace ct::risk
