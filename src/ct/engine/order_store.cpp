#include "ct/engine/order_store.hpp"

#include <cassert>

#include <fmt/format.h>

#include "ct/core/event.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"

namespace ct::engine {

OrderId OrderStore::create(const OrderRequest& request, TimeNs now_ns) {
    const OrderId id = orders_.size() + 1;
    orders_.push_back({.id = id, .request = request, .created_ns = now_ns, .updated_ns = now_ns});
    return id;
}

Result<OrderUpdate> OrderStore::transition(OrderId id, OrderStatus to, TimeNs time_ns, Reason reason) {
    if (!contains(id)) {
        return fail(ErrorCode::kInvalidData, fmt::format("a report names order {}, which does not exist", id));
    }
    Order& order = orders_[index_of(id)];
    const OrderStatus from = order.status;
    if (!may_follow(from, to)) {
        return fail(ErrorCode::kInvalidData, fmt::format("order {} cannot go from {} to {}", id, name(from), name(to)));
    }
    if (is_working(to) && !is_working(from)) ++working_;
    if (!is_working(to) && is_working(from)) --working_;
    order.status = to;
    order.reason = reason;
    order.updated_ns = time_ns;
    return OrderUpdate{id, time_ns, from, to, reason};
}

void OrderStore::note_cash(OrderId id, const Money& needed, const Money& available) {
    assert(contains(id));
    orders_[index_of(id)].needed = needed;
    orders_[index_of(id)].available = available;
}

void OrderStore::shrink(OrderId id, Quantity quantity) {
    assert(contains(id) && orders_[index_of(id)].status == OrderStatus::kCreated);
    assert(quantity.count > 0 && quantity < orders_[index_of(id)].request.quantity);
    orders_[index_of(id)].request.quantity = quantity;
}

Result<OrderUpdate> OrderStore::fill(OrderId id, Quantity quantity, TimeNs time_ns) {
    if (!contains(id) || !is_working(orders_[index_of(id)].status))
        return transition(id, OrderStatus::kFilled, time_ns);
    Order& order = orders_[index_of(id)];
    const Quantity filled = order.filled + quantity;
    if (filled > order.request.quantity) {
        return fail(ErrorCode::kInvalidData, fmt::format("a fill of order {} exceeds its quantity", id));
    }
    order.filled = filled;
    const bool whole = filled == order.request.quantity;
    return transition(id, whole ? OrderStatus::kFilled : OrderStatus::kPartiallyFilled, time_ns);
}

}  // namespace ct::engine
