#include "ct/engine/order_store.hpp"

#include <algorithm>
#include <cassert>
#include <optional>
#include <string_view>

#include <fmt/format.h>

#include "ct/core/event.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"

namespace ct::engine {

OrderId OrderStore::create(const OrderRequest& request, TimeNs now_ns, Price arrival_price) {
    const OrderId id = orders_.size() + 1;
    orders_.push_back(
        {.id = id, .request = request, .created_ns = now_ns, .updated_ns = now_ns, .arrival_price = arrival_price});
    return id;
}

void OrderStore::set_client_id(OrderId id, std::string_view client_id) {
    assert(contains(id) && !find(client_id));
    by_client_id_.emplace(client_id, id);
    client_ids_.emplace(id, client_id);
}

std::optional<OrderId> OrderStore::find(std::string_view client_id) const {
    const auto found = by_client_id_.find(client_id);
    return found == by_client_id_.end() ? std::nullopt : std::optional(found->second);
}

std::string_view OrderStore::client_id(OrderId id) const {
    const auto found = client_ids_.find(id);
    return found == client_ids_.end() ? std::string_view() : found->second;
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
    // Orders are submitted in the order of their ids, so that the list stays sorted.
    if (is_working(to) && !is_working(from)) working_.push_back(id);
    if (!is_working(to) && is_working(from)) working_.erase(std::lower_bound(working_.begin(), working_.end(), id));
    order.status = to;
    order.reason = reason;
    order.updated_ns = time_ns;
    return OrderUpdate{id, time_ns, from, to, reason, order.filled};
}

void OrderStore::note_cash(OrderId id, const Money& needed, const Money& available) {
    assert(contains(id));
    orders_[index_of(id)].needed = needed;
    orders_[index_of(id)].available = available;
}

Result<OrderUpdate> OrderStore::amend(const OrderChange& change, TimeNs time_ns, Reason reason) {
    const OrderId id = change.order_id;
    if (!contains(id) || !is_working(orders_[index_of(id)].status)) {
        return fail(ErrorCode::kInvalidData, fmt::format("a report amends order {}, which does not work", id));
    }
    Order& order = orders_[index_of(id)];
    if (change.quantity <= order.filled) {
        return fail(ErrorCode::kInvalidData, fmt::format("a report leaves order {} less than it has filled", id));
    }
    order.request.quantity = change.quantity;
    order.request.limit_price = change.limit_price;
    order.request.stop_price = change.stop_price;
    order.updated_ns = time_ns;
    return OrderUpdate{id, time_ns, order.status, order.status, reason, order.filled};
}

Result<void> OrderStore::trail(OrderId id, Price stop_price) {
    if (!contains(id) || !is_trailing(at(id).request.type) || !is_working(at(id).status)) {
        return fail(ErrorCode::kInvalidData,
                    fmt::format("a report moves the stop of order {}, which does not trail", id));
    }
    orders_[index_of(id)].request.stop_price = stop_price;
    return {};
}

Order& OrderStore::draft(OrderId id) {
    assert(contains(id) && orders_[index_of(id)].status == OrderStatus::kCreated);
    return orders_[index_of(id)];
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
