#pragma once

#include <cstdint>

#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/time.hpp"

namespace ct {

/// Orders of a run are numbered from 1 in the order in which the strategy made them.
using OrderId = std::uint64_t;

enum class Side : std::uint8_t { kBuy, kSell };
enum class OrderType : std::uint8_t { kMarket, kLimit, kStop };
enum class TimeInForce : std::uint8_t { kGtc, kIoc };

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
    kNotMarketable,     ///< an IOC order that did not match at its one open
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
    kInsufficientPosition,  ///< sells more than is there
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
};

constexpr Side opposite(Side side) { return side == Side::kBuy ? Side::kSell : Side::kBuy; }

const char* name(Side side);
const char* name(OrderType type);
const char* name(TimeInForce time_in_force);
const char* name(OrderStatus status);
const char* name(Reason reason);

/// What a strategy asks for.
struct OrderRequest {
    InstrumentIndex instrument = 0;
    Side side = Side::kBuy;
    OrderType type = OrderType::kMarket;
    TimeInForce time_in_force = TimeInForce::kGtc;
    Quantity quantity;
    Price limit_price;  ///< for limit orders
    Price stop_price;   ///< for stop orders
};

/// A request with its identity and its life so far.
struct Order {
    OrderId id = 0;
    OrderRequest request;
    OrderStatus status = OrderStatus::kCreated;
    Reason reason = Reason::kNone;
    TimeNs created_ns = 0;  ///< close of the bar in whose step it was made
    TimeNs updated_ns = 0;
    Quantity filled;
    Money needed;     ///< of a cash rejection
    Money available;  ///< of a cash rejection
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
