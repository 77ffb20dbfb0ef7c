// What a verdict means: the limit, the nearest valid value, and words.

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>

#include <fmt/format.h>

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
#include "ct/risk/valid_range.hpp"
#include "ct/risk/validate.hpp"

namespace ct::risk {

namespace {

using Unit = Amount::Unit;

Amount amount(Price price) { return {Unit::kPrice, price.count}; }
Amount amount(Quantity quantity) { return {Unit::kQuantity, quantity.count}; }
Amount amount(const Money& money) { return {Unit::kMoney, money.count}; }
Amount amount(std::uint32_t whole) { return {Unit::kWhole, whole}; }

/// A step: one count of the grid where the filter is off, so that the number had more decimals than there are.
std::int64_t step_of(std::int64_t step) { return step > 0 ? step : 1; }

/// The end of the band around the average price that a limit price is beyond.
Amount percent_limit(const OrderCheck& order, const CheckContext& context) {
    const int128 reference = percent_price(context).count;
    const int128 low =
        divide(reference * multiplier_down(order.side, context.filters).count, Rate::kOne, Rounding::kCeil);
    const int128 high =
        divide(reference * multiplier_up(order.side, context.filters).count, Rate::kOne, Rounding::kFloor);
    return {Unit::kPrice, order.price.count < low ? low : high};
}

Amount most_quantity(const OrderCheck& order, Field field, const Filters& filters) {
    if (field == Field::kDisplay) return amount(order.quantity);
    std::int64_t most = most_of(filters.max_quantity.count);
    if (is_market(order)) most = std::min(most, most_of(filters.market_max_quantity.count));
    return {Unit::kQuantity, most};
}

Amount least_quantity(const OrderCheck& order, Field field, const Filters& filters) {
    if (field == Field::kDisplay || !is_market(order)) return amount(filters.min_quantity);
    return amount(std::max(filters.min_quantity, filters.market_min_quantity));
}

Amount lot(const OrderCheck& order, Field field, const Filters& filters) {
    const Quantity step = field == Field::kSize && is_market(order) ? market_step(filters) : filters.lot_size;
    return {Unit::kQuantity, step_of(step.count)};
}

Amount limit_of(Verdict verdict, const OrderCheck& order, const CheckContext& context) {
    const Filters& filters = context.filters;
    const AccountCheck& account = context.account;
    const bool buys = order.side == Side::kBuy;
    switch (verdict.reason) {
        case Reason::kTickSize:
            return {Unit::kPrice, step_of(filters.tick_size.count)};
        case Reason::kMinPrice:
            return amount(filters.min_price);
        case Reason::kMaxPrice:
            return {Unit::kPrice, most_of(filters.max_price.count)};
        case Reason::kPercentPrice:
            return percent_limit(order, context);
        case Reason::kLotSize:
            return lot(order, verdict.field, filters);
        case Reason::kMinQuantity:
            return least_quantity(order, verdict.field, filters);
        case Reason::kMaxQuantity:
            return most_quantity(order, verdict.field, filters);
        case Reason::kMinNotional:
            return amount(filters.min_notional);
        case Reason::kMaxNotional:
            return amount(has_max_notional(order, filters) ? filters.max_notional : kMostMoney);
        case Reason::kMaxOrders:
            return amount(filters.max_orders);
        case Reason::kMaxAlgoOrders:
            return amount(filters.max_algo_orders);
        case Reason::kMaxIcebergOrders:
            return amount(filters.max_iceberg_orders);
        case Reason::kIcebergParts:
            return amount(filters.iceberg_parts);
        case Reason::kMaxPosition:
            return amount(filters.max_position);
        case Reason::kTriggerSide:
            return amount(context.prices.last);
        case Reason::kPostOnlyWouldCross:
            return amount(or_last(buys ? context.prices.ask : context.prices.bid, context.prices));
        case Reason::kReduceOnly:
            return amount(*account.position);
        case Reason::kInsufficientPosition:
            return amount(*account.free);
        case Reason::kInsufficientCash:
            return amount(*account.cash);
        default:
            return {};
    }
}

Amount nearest_of(Verdict verdict, const OrderCheck& order, const CheckContext& context) {
    if (verdict.reason == Reason::kInvalidPrice || verdict.reason == Reason::kInvalidQuantity) return {};
    const auto some = [](Unit unit, std::optional<std::int64_t> count) {
        return count ? Amount{unit, *count} : Amount{};
    };
    switch (verdict.field) {
        case Field::kPrice: {
            if (!order.has_limit) return {};
            const ValidRange range = price_range(order, context);
            return some(Unit::kPrice, range.nearest(order.price.count, order.price_rest, price_rounds_up(order)));
        }
        case Field::kStopPrice: {
            if (order.trigger == Trigger::kNone) return {};
            const ValidRange range = stop_range(order, context);
            return some(Unit::kPrice, range.nearest(order.stop_price.count, order.stop_rest, stop_rounds_up(order)));
        }
        case Field::kSize: {
            const ValidRange range = quantity_range(order, context);
            return some(Unit::kQuantity, range.nearest(order.quantity.count, order.quantity_rest, false));
        }
        case Field::kDisplay: {
            if (!order.has_limit) return {};
            return some(Unit::kQuantity,
                        display_range(order, context).nearest(order.display.count, Rest::kNone, false));
        }
        default:
            return {};
    }
}

const char* expectation(Reason reason) {
    switch (reason) {
        case Reason::kInvalidQuantity:
        case Reason::kInvalidPrice:
            return "expected a number above 0";
        case Reason::kTickSize:
        case Reason::kLotSize:
            return "expected a multiple of";
        case Reason::kMinPrice:
        case Reason::kMinQuantity:
            return "expected at least";
        case Reason::kMaxPrice:
        case Reason::kMaxQuantity:
            return "expected at most";
        case Reason::kMinNotional:
            return "expected a notional of at least";
        case Reason::kMaxNotional:
            return "expected a notional of at most";
        case Reason::kMaxOrders:
        case Reason::kMaxAlgoOrders:
        case Reason::kMaxIcebergOrders:
            return "as many orders of its kind are open as there may be:";
        case Reason::kIcebergParts:
            return "expected an iceberg of so many parts at most:";
        case Reason::kMaxPosition:
            return "expected a position with all open buys of at most";
        case Reason::kPostOnlyWouldCross:
            return "post-only, but would take from the other side at";
        case Reason::kReduceOnly:
            return "reduce-only, but would do more than close the position of";
        case Reason::kInsufficientPosition:
            return "expected a sale of at most";
        case Reason::kInsufficientCash:
            return "expected a cost with fee of at most";
        default:
            return "";
    }
}

const char* about_contradiction(Field field) {
    switch (field) {
        case Field::kPrice:
            return "a stop or take-profit order has its stop_price alone; with a price it is a stop_limit or "
                   "take_profit_limit order";
        case Field::kStopPrice:
            return "only stop and take-profit orders have one";
        case Field::kPostOnly:
            return "only limit orders that may rest are post-only";
        case Field::kDisplay:
            return "only orders with a limit show a part of themselves";
        default:
            return "does not go with this type of order";
    }
}

/// What the field should have been, up to its limit.
std::string expectation(const Validation& validation, const OrderCheck& order) {
    switch (validation.reason) {
        case Reason::kPercentPrice:
            return fmt::format("too far from the market, expected at {}",
                               order.price.count < validation.limit.count ? "least" : "most");
        case Reason::kTriggerSide:
            return fmt::format("would trigger at once, expected a price {} the last one of",
                               triggers_above(order) ? "above" : "below");
        case Reason::kContradiction:
            return about_contradiction(validation.field);
        default:
            return expectation(validation.reason);
    }
}

/// The number that a field has, empty where it has none.
std::string value_text(Field field, const OrderCheck& order, const Scale& scale) {
    const auto with_rest = [](const std::string& text, Rest rest) { return rest == Rest::kNone ? text : text + "..."; };
    // A count that stands for what was no number or too large is not shown.
    const auto is_shown = [](std::int64_t count) { return count >= 0 && count <= kMostCount; };
    switch (field) {
        case Field::kSize:
            return is_shown(order.quantity.count) ? " " + with_rest(text(order.quantity, scale), order.quantity_rest)
                                                  : "";
        case Field::kPrice:
            return is_shown(order.price.count) ? " " + with_rest(text(order.price, scale), order.price_rest) : "";
        case Field::kStopPrice:
            return is_shown(order.stop_price.count) ? " " + with_rest(text(order.stop_price, scale), order.stop_rest)
                                                    : "";
        case Field::kDisplay:
            return " " + text(order.display, scale);
        default:
            return "";
    }
}

}  // namespace

const char* name(Field field) {
    switch (field) {
        case Field::kNone:
            return "none";
        case Field::kSymbol:
            return "symbol";
        case Field::kSize:
            return "size";
        case Field::kPrice:
            return "price";
        case Field::kStopPrice:
            return "stop_price";
        case Field::kDisplay:
            return "display";
        case Field::kPostOnly:
            return "post_only";
        case Field::kOpenOrders:
            return "open_orders";
    }
    return "unknown";
}

std::string Amount::text(const Scale& scale) const {
    switch (unit) {
        case Unit::kPrice:
            return format_decimal(count, scale.price_decimals);
        case Unit::kQuantity:
            return format_decimal(count, scale.quantity_decimals);
        case Unit::kMoney:
            return format_decimal(count, Money::kDecimals);
        case Unit::kWhole:
            return format_decimal(count, 0);
        case Unit::kNone:
            break;
    }
    return "";
}

Validation validate(const OrderCheck& order, const CheckContext& context) {
    const Verdict found = verdict(order, context);
    if (found.ok()) return {};
    return {found.reason, found.field, limit_of(found, order, context), nearest_of(found, order, context)};
}

std::string message(const Validation& validation, const OrderCheck& order, const Scale& scale) {
    if (validation.ok()) return "";
    std::string sentence = fmt::format("{}{}: {}", name(validation.field), value_text(validation.field, order, scale),
                                       expectation(validation, order));
    if (validation.limit.unit != Unit::kNone) sentence += " " + validation.limit.text(scale);
    if (validation.nearest.unit != Unit::kNone) sentence += ", nearest " + validation.nearest.text(scale);
    return sentence;
}

}  // namespace ct::risk
