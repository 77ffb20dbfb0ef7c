#pragma once

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
    /// orders that may fill from now on.
    void filled(WorkingOrders& orders, Slot slot, Quantity quantity, TimeNs time_ns, std::vector<Slot>& released);
    /// Ends an order for another reason; the report needs no order id.
    void end(WorkingOrders& orders, Slot slot, Report report);

  private:
    enum class Ending : std::uint8_t { kFilled, kByUser, kByOthers };

    void release_children(WorkingOrders& orders, Slot slot, Quantity quantity, std::vector<Slot>& released);
    void reduce_legs(WorkingOrders& orders, Slot slot, Quantity quantity, TimeNs time_ns);
    void cancel_legs(WorkingOrders& orders, Slot first, TimeNs time_ns);
    void finish(WorkingOrders& orders, Slot slot, Ending ending, Reason reason, TimeNs time_ns);
    void orphan(WorkingOrders& orders, Slot child, Ending ending, TimeNs time_ns);
    void amend(WorkingOrders& orders, Slot slot, Reason reason, TimeNs time_ns);

    LinkRules rules_;
    std::vector<Report>* reports_;
};

}  // namespace ct::broker
