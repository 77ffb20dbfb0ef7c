#include "ct/core/order.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>

#include "ct/core/decimal.hpp"
#include "ct/core/int128.hpp"
#include "ct/core/price.hpp"
#include "ct/core/rate.hpp"

namespace ct {

const char* name(Side side) { return side == Side::kBuy ? "buy" : "sell"; }

const char* name(OrderType type) {
    switch (type) {
        case OrderType::kMarket:
            return "market";
        case OrderType::kLimit:
            return "limit";
        case OrderType::kStop:
            return "stop";
        case OrderType::kStopLimit:
            return "stop_limit";
        case OrderType::kTakeProfit:
            return "take_profit";
        case OrderType::kTakeProfitLimit:
            return "take_profit_limit";
        case OrderType::kTrailingStop:
            return "trailing_stop";
        case OrderType::kTrailingStopLimit:
            return "trailing_stop_limit";
    }
    return "unknown";
}

const char* name(TimeInForce time_in_force) {
    switch (time_in_force) {
        case TimeInForce::kGtc:
            return "gtc";
        case TimeInForce::kIoc:
            return "ioc";
        case TimeInForce::kFok:
            return "fok";
        case TimeInForce::kDay:
            return "day";
        case TimeInForce::kGtd:
            return "gtd";
        case TimeInForce::kOnOpen:
            return "on_open";
        case TimeInForce::kOnClose:
            return "on_close";
    }
    return "unknown";
}

const char* name(OrderStatus status) {
    switch (status) {
        case OrderStatus::kCreated:
            return "created";
        case OrderStatus::kSubmitted:
            return "submitted";
        case OrderStatus::kAccepted:
            return "accepted";
        case OrderStatus::kPartiallyFilled:
            return "partially_filled";
        case OrderStatus::kFilled:
            return "filled";
        case OrderStatus::kCanceled:
            return "canceled";
        case OrderStatus::kRejected:
            return "rejected";
        case OrderStatus::kExpired:
            return "expired";
    }
    return "unknown";
}

const char* name(Reason reason) {
    switch (reason) {
        case Reason::kNone:
            return "none";
        case Reason::kInsufficientCash:
            return "insufficient_cash";
        case Reason::kInvalidQuantity:
            return "invalid_quantity";
        case Reason::kInvalidPrice:
            return "invalid_price";
        case Reason::kNotMarketable:
            return "not_marketable";
        case Reason::kUserRequest:
            return "user_request";
        case Reason::kNoPrice:
            return "no_price";
        case Reason::kTickSize:
            return "tick_size";
        case Reason::kMinPrice:
            return "min_price";
        case Reason::kMaxPrice:
            return "max_price";
        case Reason::kPercentPrice:
            return "percent_price";
        case Reason::kLotSize:
            return "lot_size";
        case Reason::kMinQuantity:
            return "min_quantity";
        case Reason::kMaxQuantity:
            return "max_quantity";
        case Reason::kMinNotional:
            return "min_notional";
        case Reason::kMaxNotional:
            return "max_notional";
        case Reason::kMaxOrders:
            return "max_orders";
        case Reason::kMaxAlgoOrders:
            return "max_algo_orders";
        case Reason::kMaxIcebergOrders:
            return "max_iceberg_orders";
        case Reason::kIcebergParts:
            return "iceberg_parts";
        case Reason::kMaxPosition:
            return "max_position";
        case Reason::kTriggerSide:
            return "trigger_side";
        case Reason::kReduceOnly:
            return "reduce_only";
        case Reason::kPostOnlyWouldCross:
            return "post_only_would_cross";
        case Reason::kContradiction:
            return "contradiction";
        case Reason::kInsufficientPosition:
            return "insufficient_position";
        case Reason::kUnknownSymbol:
            return "unknown_symbol";
        case Reason::kKillSwitch:
            return "kill_switch";
        case Reason::kSymbols:
            return "symbols";
        case Reason::kStaleData:
            return "stale_data";
        case Reason::kDuplicateOrders:
            return "duplicate_orders";
        case Reason::kOrderRate:
            return "order_rate";
        case Reason::kMaxOpenOrders:
            return "max_open_orders";
        case Reason::kPriceBand:
            return "price_band";
        case Reason::kDailyLoss:
            return "daily_loss";
        case Reason::kDrawdown:
            return "drawdown";
        case Reason::kMaxOrder:
            return "max_order";
        case Reason::kMaxExposure:
            return "max_exposure";
        case Reason::kInvalidTrail:
            return "invalid_trail";
        case Reason::kInvalidTime:
            return "invalid_time";
        case Reason::kParent:
            return "parent";
        case Reason::kOco:
            return "oco";
        case Reason::kEndOfTime:
            return "end_of_time";
        case Reason::kEndOfRun:
            return "end_of_run";
        case Reason::kReplaced:
            return "replaced";
        case Reason::kFinished:
            return "finished";
        case Reason::kChild:
            return "child";
        case Reason::kInvalidClientId:
            return "invalid_client_id";
    }
    return "unknown";
}

Price trailing_stop(const OrderRequest& order, Price best) {
    const bool buy = order.side == Side::kBuy;
    int128 distance = order.trail_amount.count;
    // Rounding the distance up keeps the stop away from the price.
    if (order.trail_share.count > 0) {
        distance = divide(int128{best.count} * order.trail_share.count, Rate::kOne, Rounding::kCeil);
    }
    const int128 stop = int128{best.count} + (buy ? distance : -distance);
    const bool fits = stop > 0 && stop <= std::numeric_limits<std::int64_t>::max();
    return {fits ? static_cast<std::int64_t>(stop) : 0};
}

bool is_client_id(std::string_view text) {
    constexpr std::size_t kMost = 36;
    const auto allowed = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '_' ||
               c == ':' || c == '/' || c == '-';
    };
    return !text.empty() && text.size() <= kMost && std::all_of(text.begin(), text.end(), allowed);
}

bool may_follow(OrderStatus from, OrderStatus to) {
    switch (from) {
        case OrderStatus::kCreated:
            return to == OrderStatus::kSubmitted || to == OrderStatus::kRejected;
        case OrderStatus::kSubmitted:
            return to > OrderStatus::kSubmitted;
        case OrderStatus::kAccepted:
        case OrderStatus::kPartiallyFilled:
            return to >= OrderStatus::kPartiallyFilled;
        default:
            return false;
    }
}

}  // namespace ct
