#pragma once

#include <cstdint>
#include <string_view>

#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/rate.hpp"
#include "ct/core/time.hpp"

namespace ct {

/// Orders of a run are numbered from 1 in the order in which the strategy made them.
using OrderId = std::uint64_t;

enum class Side : std::uint8_t { kBuy, kSell };

/// A stop waits for a price that is worse for its side, a take-profit (if-touched) order for one that is better; then
/// they are market or, with "limit", limit orders. The stop of a trailing one follows the price at a distance.
enum class OrderType : std::uint8_t {
    kMarket,
    kLimit,
    kStop,
    kStopLimit,
    kTakeProfit,
    kTakeProfitLimit,
    kTrailingStop,
    kTrailingStopLimit,
};

/// How long an order lives.
enum class TimeInForce : std::uint8_t {
    kGtc,      ///< until it fills or is canceled
    kIoc,      ///< one match; what it leaves is canceled
    kFok,      ///< one match, of the whole quantity or of nothing
    kDay,      ///< until the UTC day ends
    kGtd,      ///< until expire_ns
    kOnOpen,   ///< one match, at an open
    kOnClose,  ///< one match, at a close
};

/// created -> submitted -> accepted -> partially_filled -> filled, or one of the other ends.
enum class OrderStatus : std::uint8_t {
    kCreated,
    kSubmitted,
    kAccepted,
    kPartiallyFilled,
    kFilled,
    kCanceled,
    kRejected,
    kExpired,
};

/// Why an order was refused or ended unfilled.
enum class Reason : std::uint8_t {
    kNone,
    kInsufficientCash,  ///< needed and available say how much
    kInvalidQuantity,   ///< zero or negative after rounding to the grid
    kInvalidPrice,      ///< a limit or stop price that is missing, zero or negative
    kNotMarketable,     ///< an order with one match that did not match, or not in whole
    kUserRequest,       ///< canceled by the strategy
    kNoPrice,           ///< placed before the first bar of its instrument has closed
    kTickSize,          ///< a price that is no multiple of tick_size
    kMinPrice,
    kMaxPrice,
    kPercentPrice,  ///< a limit price too far from the average price
    kLotSize,       ///< a quantity that is no multiple of lot_size
    kMinQuantity,
    kMaxQuantity,
    kMinNotional,
    kMaxNotional,
    kMaxOrders,
    kMaxAlgoOrders,
    kMaxIcebergOrders,
    kIcebergParts,
    kMaxPosition,           ///< also a rule of the risk settings
    kTriggerSide,           ///< a stop or take-profit that would trigger at once
    kReduceOnly,            ///< would open or grow a position
    kPostOnlyWouldCross,    ///< would take liquidity
    kContradiction,         ///< flags that cannot hold together
    kInsufficientPosition,  ///< sells more than is there; needed and available say how much
    kUnknownSymbol,
    // A rule of the risk settings, by its name (docs/risk.md).
    kKillSwitch,
    kSymbols,
    kStaleData,
    kDuplicateOrders,
    kOrderRate,
    kMaxOpenOrders,
    kPriceBand,
    kDailyLoss,
    kDrawdown,
    kMaxOrder,
    kMaxExposure,
    kInvalidTrail,  ///< a trailing order without exactly one distance, or a distance out of range
    kInvalidTime,   ///< an expiry that is missing or not ahead
    kParent,        ///< the order it waits for has ended without it
    kOco,           ///< an order of its group has filled
    kEndOfTime,     ///< its day or date is over
    kEndOfRun,
    kReplaced,         ///< changed by the strategy
    kFinished,         ///< asked to change an order that no longer works
    kInvalidClientId,  ///< not 1 to 36 letters, digits or one of . _ : / -
    kChild,            ///< an exit that was made with it was refused
};

/// Says how much was needed and how much was there.
constexpr bool has_amounts(Reason reason) {
    return reason == Reason::kInsufficientCash || reason == Reason::kInsufficientPosition;
}

constexpr Side opposite(Side side) { return side == Side::kBuy ? Side::kSell : Side::kBuy; }

const char* name(Side side);
const char* name(OrderType type);
const char* name(TimeInForce time_in_force);
const char* name(OrderStatus status);
const char* name(Reason reason);

/// Waits for its stop price before it trades.
constexpr bool has_trigger(OrderType type) { return type >= OrderType::kStop; }
constexpr bool is_trailing(OrderType type) { return type >= OrderType::kTrailingStop; }
constexpr bool is_take_profit(OrderType type) {
    return type == OrderType::kTakeProfit || type == OrderType::kTakeProfitLimit;
}
/// Trades at its limit price or better.
constexpr bool has_limit(OrderType type) {
    return type == OrderType::kLimit || type == OrderType::kStopLimit || type == OrderType::kTakeProfitLimit ||
           type == OrderType::kTrailingStopLimit;
}
/// Is given a limit price: the limit of a trailing one comes from its stop.
constexpr bool has_limit_price(OrderType type) { return has_limit(type) && !is_trailing(type); }
/// Gets a single match.
constexpr bool is_immediate(TimeInForce time_in_force) {
    return time_in_force == TimeInForce::kIoc || time_in_force == TimeInForce::kFok;
}

/// What a strategy asks for. Fields that its type does not have are zero.
struct OrderRequest {
    InstrumentIndex instrument = 0;
    Side side = Side::kBuy;
    OrderType type = OrderType::kMarket;
    TimeInForce time_in_force = TimeInForce::kGtc;
    bool post_only = false;    ///< rejected rather than taker
    bool reduce_only = false;  ///< never opens or grows a position
    Quantity quantity;
    Price limit_price;  ///< of orders with a limit, but for a trailing one
    Price stop_price;   ///< of orders with a trigger; a trailing one's moves, zero: first at its distance from the last
                        ///< close
    Price trail_amount;  ///< a trailing stop's distance, or:
    Rate trail_share;    ///< its distance as a share of the price
    Price limit_offset;  ///< of a trailing stop-limit: how far the limit lies beyond the stop
    Quantity display;    ///< of an iceberg: the part that others see; zero: all
    TimeNs expire_ns = 0;
    OrderId parent = 0;  ///< waits until this order fills, for as much as has filled
    OrderId oco = 0;     ///< one order of a group of which one cancels the others
};

/// The price that an order waits at: its stop, or else its limit.
constexpr Price level_of(const OrderRequest& request) {
    return has_trigger(request.type) ? request.stop_price : request.limit_price;
}

/// The stop price of a trailing order while `best` is the price that it is measured from, rounded away from it; zero
/// where that is not above zero.
Price trailing_stop(const OrderRequest& order, Price best);
/// 1 to 36 letters, digits or one of . _ : / -, as exchanges take them.
bool is_client_id(std::string_view text);

/// New values of a working order.
struct OrderChange {
    OrderId order_id = 0;
    Quantity quantity;  ///< what has filled is part of it
    Price limit_price;
    Price stop_price;
};

/// A request with its identity and its life so far.
struct Order {
    OrderId id = 0;
    OrderRequest request;
    OrderStatus status = OrderStatus::kCreated;
    Reason reason = Reason::kNone;
    TimeNs created_ns = 0;  ///< close of the bar in whose step it was made
    TimeNs updated_ns = 0;
    Price arrival_price;  ///< the last close when it was made, zero before the first
    Quantity filled;
    bool is_shrunk = false;  ///< risk has let less of it pass than was asked for
    Money needed;            ///< where has_amounts(reason): cash in the quote, a position in the base asset
    Money available;         ///< likewise
};

/// The one order state machine: which status may follow which.
bool may_follow(OrderStatus from, OrderStatus to);
/// True while the order may still fill.
constexpr bool is_working(OrderStatus status) {
    return status == OrderStatus::kSubmitted || status == OrderStatus::kAccepted ||
           status == OrderStatus::kPartiallyFilled;
}
constexpr bool is_final(OrderStatus status) { return status >= OrderStatus::kFilled; }

}  // namespace ct
