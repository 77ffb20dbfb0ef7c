#include "ct/broker/links.hpp"

#include <algorithm>
#include <vector>

#include "ct/broker/matching_rules.hpp"
#include "ct/broker/working_order.hpp"
#include "ct/broker/working_orders.hpp"
#include "ct/core/execution.hpp"
#include "ct/core/order.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/time.hpp"

namespace ct::broker {

void Links::filled(WorkingOrders& orders, Slot slot, Quantity quantity, TimeNs time_ns, std::vector<Slot>& released) {
    const WorkingOrder& order = orders[slot];
    const bool whole = order.filled == order.request.quantity;
    if (rules_ == LinkRules::kNative || whole) release_children(orders, slot, quantity, released);
    if (whole) return finish(orders, slot, Ending::kFilled, Reason::kNone, time_ns);
    orders.changed(slot);
    if (order.next_leg == slot) return;
    if (rules_ == LinkRules::kNative) return reduce_legs(orders, slot, quantity, time_ns);
    // The legs of a bracket there only end each other when one has filled in whole.
    if (order.request.parent != 0) return;
    while (orders[slot].next_leg != slot) {
        end(orders, orders[slot].next_leg,
            {.kind = Report::Kind::kCanceled, .time_ns = time_ns, .reason = Reason::kOco});
    }
}

void Links::end(WorkingOrders& orders, Slot slot, Report report) {
    report.order_id = orders[slot].id;
    reports_->push_back(report);
    const bool by_user = report.kind == Report::Kind::kCanceled && report.reason == Reason::kUserRequest;
    finish(orders, slot, by_user ? Ending::kByUser : Ending::kByOthers, report.reason, report.time_ns);
}

void Links::release_children(WorkingOrders& orders, Slot slot, Quantity quantity, std::vector<Slot>& released) {
    for (Slot child = orders[slot].first_child; child != kNoSlot; child = orders[child].next_child) {
        WorkingOrder& order = orders[child];
        const bool was_released = order.is_released();
        if (rules_ == LinkRules::kNative) {
            order.released = std::min(order.request.quantity, order.released + quantity);
            if (!was_released && order.is_released()) released.push_back(child);
        } else {
            order.released = order.request.quantity;
        }
        orders.changed(child);
    }
}

void Links::reduce_legs(WorkingOrders& orders, Slot slot, Quantity quantity, TimeNs time_ns) {
    for (Slot leg = orders[slot].next_leg; leg != slot;) {
        WorkingOrder& order = orders[leg];
        const Slot next = order.next_leg;
        order.request.quantity = order.request.quantity - quantity;
        order.released = std::max(order.filled, order.released - quantity);
        if (order.request.quantity <= order.filled) {
            end(orders, leg, {.kind = Report::Kind::kCanceled, .time_ns = time_ns, .reason = Reason::kOco});
        } else {
            amend(orders, leg, Reason::kOco, time_ns);
        }
        leg = next;
    }
}

void Links::cancel_legs(WorkingOrders& orders, Slot first, TimeNs time_ns) {
    for (Slot leg = first;;) {
        const Slot next = orders[leg].next_leg;
        end(orders, leg, {.kind = Report::Kind::kCanceled, .time_ns = time_ns, .reason = Reason::kOco});
        if (next == leg) return;
        leg = next;
    }
}

void Links::finish(WorkingOrders& orders, Slot slot, Ending ending, Reason reason, TimeNs time_ns) {
    const Slot leg = orders[slot].next_leg;
    const Slot first_child = orders[slot].first_child;
    const Slot parent = orders[slot].parent;
    orders.remove(slot);
    // One that ends because of its group does not end the group once more.
    const bool ends_group =
        ending == Ending::kFilled || (rules_ == LinkRules::kBacktrader && reason != Reason::kOco);
    if (ends_group && leg != slot) cancel_legs(orders, leg, time_ns);
    for (Slot child = first_child; child != kNoSlot;) {
        const Slot next = orders[child].next_child;
        if (orders.works(child)) orphan(orders, child, ending, time_ns);
        child = next;
    }
    // A family is one there until its parent has filled.
    if (rules_ == LinkRules::kNative || ending == Ending::kFilled || parent == kNoSlot || !orders.works(parent)) return;
    end(orders, parent, {.kind = Report::Kind::kCanceled, .time_ns = time_ns, .reason = Reason::kOco});
}

void Links::orphan(WorkingOrders& orders, Slot child, Ending ending, TimeNs time_ns) {
    WorkingOrder& order = orders[child];
    if (ending == Ending::kFilled) return;
    const bool native = rules_ == LinkRules::kNative;
    if (native && order.released.count > 0) {
        // It guards what has filled, and no more will.
        if (order.released == order.request.quantity) return;
        order.request.quantity = order.released;
        if (order.is_released()) return amend(orders, child, Reason::kParent, time_ns);
    } else if (native && ending == Ending::kByUser) {
        return;
    }
    end(orders, child, {.kind = Report::Kind::kCanceled, .time_ns = time_ns, .reason = Reason::kParent});
}

void Links::amend(WorkingOrders& orders, Slot slot, Reason reason, TimeNs time_ns) {
    const WorkingOrder& order = orders[slot];
    reports_->push_back({.kind = Report::Kind::kAmended,
                         .order_id = order.id,
                         .time_ns = time_ns,
                         .reason = reason,
                         .price = order.request.limit_price,
                         .stop_price = order.request.stop_price,
                         .quantity = order.request.quantity});
    orders.changed(slot);
}

}  // namespace ct::broker
