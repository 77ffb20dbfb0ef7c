#pragma once

#include <cstdint>
#include <optional>

#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/rate.hpp"

namespace ct::risk {

/// What makes a waiting order active.
enum class Trigger : std::uint8_t { kNone, kStop, kTakeProfit };

/// What a number had beyond the grid's last decimal: nothing, or a share of the grid's unit. The number itself is the
/// count below it.
enum class Rest : std::uint8_t { kNone, kBelowHalf, kHalf, kAboveHalf };

/// An order as validation sees it, on the grid of its instrument. Prices that it does not have are 0.
struct OrderCheck {
    Side side = Side::kBuy;
    Trigger trigger = Trigger::kNone;
    bool has_limit = false;     ///< its price is a limit; else it trades at the market
    bool is_immediate = false;  ///< IOC or FOK
    bool is_post_only = false;
    bool is_reduce_only = false;
    Rest quantity_rest = Rest::kNone;
    Rest price_rest = Rest::kNone;
    Rest stop_rest = Rest::kNone;
    Quantity quantity;
    Price price;  ///< the limit; of a market order the price that is expected, where it is known
    Price stop_price;
    Quantity display;  ///< of an iceberg order

    friend bool operator==(const OrderCheck&, const OrderCheck&) = default;
};

/// Prices of the market; 0 where one is not known. The average falls back on the last price, and so do bid and ask.
struct MarketPrices {
    Price last;
    Price average;
    Price bid;
    Price ask;
};

/// What is known of the account; a check whose number is not known is off.
struct AccountCheck {
    std::optional<Money> cash;                 ///< that a buy may spend
    std::optional<Quantity> free;              ///< that a sell may sell
    std::optional<Quantity> position;          ///< that is held, negative for a short
    Quantity open_buys;                        ///< sum of the open buy orders
    std::optional<std::uint32_t> open_orders;  ///< on the instrument, those with a trigger among them
    std::optional<std::uint32_t> open_algo_orders;
    std::optional<std::uint32_t> open_iceberg_orders;
    Rate fee;  ///< that a buy pays on top, from 0 to less than 1
};

}  // namespace ct::risk
