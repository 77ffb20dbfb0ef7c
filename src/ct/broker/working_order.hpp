#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>

#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/time.hpp"

namespace ct::broker {

/// Where an order lies among the working ones; stable while it works.
using Slot = std::uint32_t;
inline constexpr Slot kNoSlot = std::numeric_limits<Slot>::max();

inline constexpr Quantity kNoLimit{std::numeric_limits<std::int64_t>::max()};

/// An order that may still fill, as the simulated venue sees it.
struct WorkingOrder {
    OrderId id = 0;
    std::uint64_t sequence = 0;  ///< in the order of submission; a change that costs the place in the queue raises it
    OrderRequest request;        ///< with its values now: the stop of a trailing order moves
    Price limit;                 ///< the limit now: a trailing order gets it when it triggers
    Quantity filled;
    Quantity released;      ///< how much its parent lets it fill in all; kNoLimit without one
    Quantity coming;        ///< the same from when the last fills of its parent count
    TimeNs arrival_ns = 0;  ///< matches on bars that open then or later
    std::int64_t wait_bars = 0;
    bool triggered = false;   ///< its stop was reached: it is a market or limit order now
    bool met = false;         ///< has seen its first match
    Slot next_leg = kNoSlot;  ///< of its group, in a ring; itself without one
    Slot parent = kNoSlot;
    Slot first_child = kNoSlot;
    Slot next_child = kNoSlot;  ///< of the same parent

    [[nodiscard]] bool is_buy() const { return request.side == Side::kBuy; }
    [[nodiscard]] bool waits_for_trigger() const { return has_trigger(request.type) && !triggered; }
    /// Trades at any price, now or at the close.
    [[nodiscard]] bool is_market() const { return !waits_for_trigger() && !has_limit(request.type); }
    [[nodiscard]] Quantity fillable() const { return std::min(released, request.quantity) - filled; }
    /// May fill some more.
    [[nodiscard]] bool is_released() const { return fillable().count > 0; }
    /// Gets one match only.
    [[nodiscard]] bool has_one_match() const {
        return is_immediate(request.time_in_force) || request.time_in_force == TimeInForce::kOnOpen;
    }
    [[nodiscard]] bool waits_for_close() const { return request.time_in_force == TimeInForce::kOnClose; }

    /// What it waits for. Requires: !is_market().
    [[nodiscard]] Price awaited() const { return waits_for_trigger() ? request.stop_price : limit; }
    /// True if it waits for a price at or below that, else at or above. Requires: !is_market().
    [[nodiscard]] bool waits_for_fall() const {
        const bool for_better = !waits_for_trigger() || is_take_profit(request.type);
        return is_buy() == for_better;
    }
    /// Requires: !is_market().
    [[nodiscard]] bool is_reached_by(Price price) const {
        return waits_for_fall() ? price <= awaited() : price >= awaited();
    }
    /// A price that its limit allows.
    [[nodiscard]] bool is_marketable_at(Price price) const { return is_buy() ? price <= limit : price >= limit; }

    /// The stop was reached: from now on it is a market or a limit order.
    void trigger();
    /// Lets the stop of a trailing order follow the price; true if it has moved.
    bool trail(Price price);
};

/// The prices at which something can happen to an order: at or below the one, at or above the other.
struct Bounds {
    std::int64_t falls_to = std::numeric_limits<std::int64_t>::min();
    std::int64_t rises_to = std::numeric_limits<std::int64_t>::max();
};
Bounds bounds_of(const WorkingOrder& order);

}  // namespace ct::broker
