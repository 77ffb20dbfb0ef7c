#include "ct/broker/working_order.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>

#include "ct/core/decimal.hpp"
#include "ct/core/int128.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/rate.hpp"

namespace ct::broker {

namespace {

constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();

std::int64_t clamp(int128 count) {
    return static_cast<std::int64_t>(std::clamp<int128>(count, int128{kLeast} + 1, int128{kMost} - 1));
}

/// A price that the trailing stop of a sell does not follow before it is passed, that of a buy before it is undercut.
std::int64_t followed_from(const WorkingOrder& order) {
    const OrderRequest& request = order.request;
    const int128 stop = request.stop_price.count;
    if (request.trail_share.count == 0) {
        return clamp(order.is_buy() ? stop - request.trail_amount.count : stop + request.trail_amount.count);
    }
    if (order.is_buy()) {
        return clamp(divide(stop * Rate::kOne, Rate::kOne + request.trail_share.count, Rounding::kCeil));
    }
    return clamp(divide(stop * Rate::kOne, Rate::kOne - request.trail_share.count, Rounding::kFloor));
}

}  // namespace

void WorkingOrder::trigger() {
    triggered = true;
    if (request.type == OrderType::kTrailingStopLimit) {
        limit = {clamp(int128{request.stop_price.count} +
                       (is_buy() ? request.limit_offset.count : -request.limit_offset.count))};
    }
}

bool WorkingOrder::trail(Price price) {
    const Price moved = trailing_stop(request, price);
    const bool tighter = is_buy() ? moved < request.stop_price : moved > request.stop_price;
    if (moved.count <= 0 || !tighter) return false;
    request.stop_price = moved;
    return true;
}

Bounds bounds_of(const WorkingOrder& order) {
    Bounds bounds;
    if (!order.is_released()) return bounds;
    if (order.is_market()) return {.falls_to = kMost, .rises_to = kMost};
    if (order.waits_for_fall()) {
        bounds.falls_to = order.awaited().count;
    } else {
        bounds.rises_to = order.awaited().count;
    }
    if (order.waits_for_trigger() && is_trailing(order.request.type)) {
        if (order.is_buy()) {
            bounds.falls_to = followed_from(order) - 1;
        } else {
            bounds.rises_to = followed_from(order) + 1;
        }
    }
    return bounds;
}

}  // namespace ct::broker
