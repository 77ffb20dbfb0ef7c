#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ct/core/event.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/records.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"

namespace ct::engine {

/// All orders of a run by id, and the only place that changes them.
class OrderStore {
  public:
    OrderId create(const OrderRequest& request, TimeNs now_ns, Price arrival_price);
    /// Requires: an id that no order has.
    void set_client_id(OrderId id, std::string_view client_id);
    /// Requires: contains(id).
    [[nodiscard]] const Order& at(OrderId id) const { return orders_[index_of(id)]; }
    [[nodiscard]] bool contains(OrderId id) const { return id >= 1 && id <= orders_.size(); }
    [[nodiscard]] std::span<const Order> all() const { return orders_; }
    [[nodiscard]] const Records<Order>& records() const { return orders_; }
    /// Hands the orders out; the store is empty after it.
    [[nodiscard]] Records<Order> take() { return std::exchange(orders_, {}); }
    [[nodiscard]] std::map<OrderId, std::string> take_client_ids() { return std::exchange(client_ids_, {}); }
    /// The orders that may still fill, oldest first.
    [[nodiscard]] std::span<const OrderId> working() const { return working_; }
    /// The order that was given this client id.
    [[nodiscard]] std::optional<OrderId> find(std::string_view client_id) const;
    /// What the order was given, empty if nothing.
    [[nodiscard]] std::string_view client_id(OrderId id) const;

    /// Moves an order on. Errors: kInvalidData for a step that the state machine does not allow.
    Result<OrderUpdate> transition(OrderId id, OrderStatus to, TimeNs time_ns, Reason reason = Reason::kNone);
    /// Records how much of a cash rejection was missing.
    void note_cash(OrderId id, const Money& needed, const Money& available);
    /// Gives a working order other values. Errors: kInvalidData for an order that does not work, and for less than it
    /// has filled.
    Result<OrderUpdate> amend(const OrderChange& change, TimeNs time_ns, Reason reason);
    /// Moves the stop of a working trailing order. Errors: kInvalidData for another order.
    Result<void> trail(OrderId id, Price stop_price);
    /// An order that has not gone out: its size may still change. Requires: it is kCreated.
    [[nodiscard]] Order& draft(OrderId id);
    /// Adds a fill's quantity and moves the order on. Errors: kInvalidData when it fills more than was ordered.
    Result<OrderUpdate> fill(OrderId id, Quantity quantity, TimeNs time_ns);

  private:
    static std::size_t index_of(OrderId id) { return static_cast<std::size_t>(id - 1); }

    Records<Order> orders_;
    std::vector<OrderId> working_;
    std::map<std::string, OrderId, std::less<>> by_client_id_;
    std::map<OrderId, std::string> client_ids_;
};

}  // namespace ct::engine
