#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "ct/broker/matching_rules.hpp"
#include "ct/broker/working_order.hpp"
#include "ct/broker/working_orders.hpp"
#include "ct/core/execution.hpp"
#include "ct/core/order.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/time.hpp"

namespace ct::broker {

/// What fills and ends of orders mean for the orders linked to them (see LinkRules). The one place where working orders
/// end.
class Links {
  public:
    /// Borrows the reports for its life.
    Links(LinkRules rules, std::vector<Report>& reports) : rules_(rules), reports_(&reports) {}

    /// An order has filled some more, which its `filled` says already. Ends it if that was all of it. Appends the
    /// children for which more is coming.
    void filled(WorkingOrders& orders, Slot slot, Quantity quantity, TimeNs time_ns, std::vector<Slot>& released);
    /// Ends an order for another reason; the report needs no order id.
    void end(WorkingOrders& orders, Slot slot, Report report);
    /// Cancels an order and its group because one of them never came.
    void cancel_group(WorkingOrders& orders, Slot slot, TimeNs time_ns);
    /// Gives an order another size and tells the values that it has from now on. Exits that wait for it stay no larger
    /// than what it can bring.
    void resize(WorkingOrders& orders, Slot slot, Quantity quantity, Reason reason, TimeNs time_ns);

  private:
    enum class Ending : std::uint8_t { kFilled, kByUser, kByOthers };

    void release_children(WorkingOrders& orders, Slot slot, Quantity quantity, std::vector<Slot>& released) const;
    void reduce_legs(WorkingOrders& orders, Slot slot, Quantity quantity, TimeNs time_ns);
    /// Puts the other legs of its group on the stack and returns where they begin.
    std::size_t push_legs(const WorkingOrders& orders, Slot slot);
    /// Ends the legs from there on and takes them off the stack.
    void cancel_legs(WorkingOrders& orders, std::size_t begin, TimeNs time_ns);
    void finish(WorkingOrders& orders, Slot slot, Ending ending, Reason reason, TimeNs time_ns);
    void fit_children(WorkingOrders& orders, Slot slot, Quantity before, TimeNs time_ns);
    void orphan(WorkingOrders& orders, Slot child, Ending ending, bool has_filled, TimeNs time_ns);

    LinkRules rules_;
    std::vector<Report>* reports_;
    std::vector<Slot> legs_;  ///< a stack: what ends one leg may end others, which may be in groups of their own
};

}  // namespace ct::broker
