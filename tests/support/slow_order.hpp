#pragma once

#include <cstdint>
#include <limits>

#include "ct/core/int128.hpp"
#include "ct/core/order.hpp"
#include "ct/core/rate.hpp"
#include "ct/core/time.hpp"

namespace ct::test {

/// An order of the slow broker, and what prices mean to it.
struct SlowOrder {
    static constexpr std::int64_t kAll = std::numeric_limits<std::int64_t>::max();

    OrderId id;
    OrderRequest request;  ///< with the values that it has now
    std::int64_t limit;    ///< where the limit is now
    std::int64_t filled = 0;
    std::int64_t released = 0;  ///< what its children may fill
    std::int64_t taken = 0;     ///< what it and its group have filled of what their parent released
    TimeNs arrives_ns = 0;
    std::int64_t bars_since = 0;  ///< that have opened since it arrived
    TimeNs expires_ns = std::numeric_limits<TimeNs>::max();
    bool working = true;
    bool triggered = false;
    bool has_rested = false;        ///< a post-only order that its first open did not reach
    bool met = false;               ///< it has met a price of this bar
    bool triggered_inside = false;  ///< of this bar

    SlowOrder(OrderId number, const OrderRequest& asked) : id(number), request(asked), limit(asked.limit_price.count) {}

    [[nodiscard]] std::int64_t stop() const { return request.stop_price.count; }
    [[nodiscard]] bool buys() const { return request.side == Side::kBuy; }
    [[nodiscard]] std::int64_t left() const { return request.quantity.count - filled; }
    [[nodiscard]] bool one_match() const {
        return is_immediate(request.time_in_force) || request.time_in_force == TimeInForce::kOnOpen;
    }
    [[nodiscard]] bool waits() const { return has_trigger(request.type) && !triggered; }
    [[nodiscard]] bool waits_for_stop() const { return waits() && !is_take_profit(request.type); }

    /// Where something happens to it, and whether that lies below the market. Requires: it waits or has a limit.
    [[nodiscard]] std::int64_t waits_for() const { return waits() ? stop() : limit; }
    [[nodiscard]] bool waits_for_fall() const { return waits_for_stop() != buys(); }

    /// The price is at the other one or cheaper to this side.
    [[nodiscard]] bool at_or_better(std::int64_t price, std::int64_t than) const {
        return buys() ? price <= than : price >= than;
    }
    [[nodiscard]] bool improves(std::int64_t from, std::int64_t to) const { return at_or_better(to, from); }
    [[nodiscard]] bool within_limit(std::int64_t price) const {
        return !has_limit(request.type) || at_or_better(price, limit);
    }
    [[nodiscard]] bool triggered_by(std::int64_t price) const {
        return is_take_profit(request.type) ? at_or_better(price, stop()) : at_or_better(stop(), price);
    }
    /// How much of it fills where the price goes no further than this.
    [[nodiscard]] std::int64_t shown(std::int64_t furthest) const {
        const bool iceberg = request.display.count > 0 && has_limit(request.type);
        return iceberg && furthest == limit ? request.display.count : kAll;
    }
    /// Not beyond its limit.
    [[nodiscard]] std::int64_t protect(std::int64_t price) const { return within_limit(price) ? price : limit; }

    void trigger() {
        triggered = true;
        if (request.type == OrderType::kTrailingStopLimit) limit = beyond(stop(), request.limit_offset.count);
    }
    /// Lets the stop of a trailing order follow the price; true if it has moved.
    bool trail(std::int64_t price) {
        if (!is_trailing(request.type) || !waits()) return false;
        std::int64_t distance = request.trail_amount.count;
        if (request.trail_share.count > 0) {
            const int128 exact = int128{price} * request.trail_share.count;
            distance = static_cast<std::int64_t>((exact + Rate::kOne - 1) / Rate::kOne);
        }
        const std::int64_t followed = beyond(price, distance);
        if (followed <= 0 || followed == stop() || !at_or_better(followed, stop())) return false;
        request.stop_price = {followed};
        return true;
    }

  private:
    /// Worse for its side by so much.
    [[nodiscard]] std::int64_t beyond(std::int64_t price, std::int64_t by) const {
        return buys() ? price + by : price - by;
    }
};

}  // namespace ct::test
