#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "ct/broker/working_order.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/time.hpp"

namespace ct::broker {

/// The working orders of one instrument. What decides whether a bar concerns an order lies in columns of its own, so
/// that a thousand resting orders are passed over in a fraction of a microsecond.
class WorkingOrders {
  public:
    /// Takes an order in, linked to nothing.
    Slot add(const WorkingOrder& order);
    /// Takes it out of its group and its family, and forgets it.
    void remove(Slot slot);
    /// To be called when anything of an order has changed that decides what concerns it.
    void changed(Slot slot);

    [[nodiscard]] WorkingOrder& operator[](Slot slot) { return orders_[slot]; }
    [[nodiscard]] const WorkingOrder& operator[](Slot slot) const { return orders_[slot]; }
    [[nodiscard]] bool works(Slot slot) const { return ids_[slot] != 0; }
    [[nodiscard]] bool empty() const { return count_ == 0; }
    /// kNoSlot for an order that does not work here.
    [[nodiscard]] Slot find(OrderId id) const;
    [[nodiscard]] std::uint64_t next_sequence() { return ++sequence_; }

    void join_group(Slot slot, Slot member);
    void join_family(Slot child, Slot parent);

    /// Nothing can happen on bars that stay strictly between these prices, in counts, and end before this time.
    struct Quiet {
        std::int64_t above = std::numeric_limits<std::int64_t>::min();
        std::int64_t below = std::numeric_limits<std::int64_t>::max();
        TimeNs until_ns = std::numeric_limits<TimeNs>::max();
    };
    [[nodiscard]] const Quiet& quiet();

    /// The orders that a bar concerns, in the order of their sequence.
    void concerned_by(Price low, Price high, TimeNs close_ns, std::vector<Slot>& slots) const;
    /// All of them, likewise.
    void all(std::vector<Slot>& slots) const;
    /// Brings slots into the order of their sequence.
    void sort(std::vector<Slot>& slots) const;

  private:
    void measure();

    std::vector<WorkingOrder> orders_;
    // By slot; a free one has id 0, and bounds and a time that are never reached.
    std::vector<OrderId> ids_;
    std::vector<std::int64_t> falls_to_;
    std::vector<std::int64_t> rises_to_;
    std::vector<TimeNs> due_ns_;  ///< when the clock alone concerns it
    std::vector<Slot> free_;
    std::size_t count_ = 0;
    std::uint64_t sequence_ = 0;
    Quiet quiet_;
    bool measured_ = true;
};

}  // namespace ct::broker
