#pragma once

#include <algorithm>
#include <cstdint>

#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/time.hpp"
#include "support/bars.hpp"
#include "support/random.hpp"

namespace ct::test {

/// Where random orders lie.
struct OrderRange {
    std::int64_t price = 0;  ///< the last close
    std::int64_t step = 0;   ///< the most that prices move in a bar
    std::int64_t most_quantity = 0;
    TimeNs now_ns = 0;
};

/// A price that the next bars may reach.
inline Price near(Random& random, std::int64_t price, std::int64_t step) {
    return {std::max<std::int64_t>(price + random.between(-3 * step / 2, 3 * step / 2), 1)};
}

/// Any type with all that may go with it, but for links.
inline OrderRequest random_order(Random& random, const OrderRange& range) {
    OrderRequest order;
    order.side = random.once_in(2) ? Side::kBuy : Side::kSell;
    order.type = static_cast<OrderType>(random.between(0, 7));
    order.quantity = {random.between(1, range.most_quantity)};
    if (random.once_in(3)) order.time_in_force = static_cast<TimeInForce>(random.between(0, 6));
    const bool at_a_moment =
        order.time_in_force == TimeInForce::kOnOpen || order.time_in_force == TimeInForce::kOnClose;
    if (at_a_moment && has_trigger(order.type)) order.time_in_force = TimeInForce::kDay;
    if (order.time_in_force == TimeInForce::kGtd) {
        order.expire_ns = range.now_ns + random.between(1, 10 * kHour / kMinute) * kMinute;
    }
    if (has_limit(order.type) && !is_trailing(order.type)) order.limit_price = near(random, range.price, range.step);
    if (has_trigger(order.type)) order.stop_price = near(random, range.price, range.step);
    if (is_trailing(order.type)) {
        if (random.once_in(2)) {
            order.trail_amount = {random.between(1, range.step)};
        } else {
            order.trail_share = {random.between(1, 10'000'000'019)};  // up to a hundredth
        }
    }
    if (order.type == OrderType::kTrailingStopLimit) order.limit_offset = {random.between(0, range.step / 2)};
    const bool rests = order.time_in_force == TimeInForce::kGtc || order.time_in_force == TimeInForce::kDay ||
                       order.time_in_force == TimeInForce::kGtd;
    if (order.type == OrderType::kLimit && rests) order.post_only = random.once_in(4);
    order.reduce_only = random.once_in(5);
    if (has_limit(order.type) && rests && random.once_in(4)) {
        order.display = {random.between(1, order.quantity.count)};
    }
    return order;
}

}  // namespace ct::test
