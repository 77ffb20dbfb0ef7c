#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

#include "ct/core/event.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/records.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"

namespace ct::engine {

/// All orders of a run by id, and the only place that changes them.
class OrderStore {
  public:
    OrderId create(const OrderRequest& request, TimeNs now_ns);
    /// Requires: contains(id).
    [[nodiscard]] const Order& at(OrderId id) const { return orders_[index_of(id)]; }
    [[nodiscard]] bool contains(OrderId id) const { return id >= 1 && id <= orders_.size(); }
    [[nodiscard]] std::span<const Order> all() const { return orders_; }
    /// Hands the orders out; the store is empty after it.
    [[nodiscard]] Records<Order> take() { return std::exchange(orders_, {}); }
    /// How many orders may still fill.
    [[nodiscard]] std::uint64_t working() const { return working_; }

    /// Moves an order on. Errors: kInvalidData for a step that the state machine does not allow.
    Result<OrderUpdate> transition(OrderId id, OrderStatus to, TimeNs time_ns, Reason reason = Reason::kNone);
    /// Records how much of a cash rejection was missing.
    void note_cash(OrderId id, const Money& needed, const Money& available);
    /// Makes an order smaller before it goes out.
    void shrink(OrderId id, Quantity quantity);
    /// Adds a fill's quantity and moves the order on. Errors: kInvalidData when it fills more than was ordered.
    Result<OrderUpdate> fill(OrderId id, Quantity quantity, TimeNs time_ns);

  private:
    static std::size_t index_of(OrderId id) { return static_cast<std::size_t>(id - 1); }

    Records<Order> orders_;
    std::uint64_t working_ = 0;
};

}  // namespace ct::engine
