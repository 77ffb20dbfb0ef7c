#include "ct/core/order.hpp"

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
    }
    return "unknown";
}

const char* name(TimeInForce time_in_force) { return time_in_force == TimeInForce::kGtc ? "gtc" : "ioc"; }

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
    }
    return "unknown";
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
