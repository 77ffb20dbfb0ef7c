#include "ct/broker/links.hpp"

#include <cstddef>
#include <utility>
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
    release_children(orders, slot, quantity, released);
    if (whole) return finish(orders, slot, Ending::kFilled, Reason::kNone, time_ns);
    orders.changed(slot);
    if (order.next_leg == slot) return;
    if (rules_ == LinkRules::kNative) return reduce_legs(orders, slot, quantity, time_ns);
    // The legs of a bracket there only end each other when one has filled in whole.
    if (order.request.parent != 0) return;
    const std::size_t begin = push_legs(orders, slot);
    cancel_legs(orders, begin, time_ns);
}

void Links::end(WorkingOrders& orders, Slot slot, Report report) {
    report.order_id = orders[slot].id;
    reports_->push_back(report);
    const bool by_user = report.kind == Report::Kind::kCanceled && report.reason == Reason::kUserRequest;
    finish(orders, slot, by_user ? Ending::kByUser : Ending::kByOthers, report.reason, report.time_ns);
}

void Links::release_children(WorkingOrders& orders, Slot slot, Quantity quantity, std::vector<Slot>& released) const {
    const bool whole = orders[slot].filled == orders[slot].request.quantity;
    if (rules_ == LinkRules::kBacktrader && !whole) return;
    for (Slot child = orders[slot].first_child; child != kNoSlot; child = orders[child].next_child) {
        WorkingOrder& order = orders[child];
        order.coming = whole ? kNoLimit : order.coming + quantity;
        released.push_back(child);
    }
}

std::size_t Links::push_legs(const WorkingOrders& orders, Slot slot) {
    const std::size_t begin = legs_.size();
    for (Slot leg = orders[slot].next_leg; leg != slot; leg = orders[leg].next_leg) legs_.push_back(leg);
    return begin;
}

void Links::reduce_legs(WorkingOrders& orders, Slot slot, Quantity quantity, TimeNs time_ns) {
    const OrderId parent = orders[slot].request.parent;
    const std::size_t begin = push_legs(orders, slot);
    for (std::size_t i = begin, last = legs_.size(); i < last; ++i) {
        const Slot leg = legs_[i];
        if (!orders.works(leg)) continue;
        WorkingOrder& order = orders[leg];
        const Quantity left = order.request.quantity - quantity;
        if (order.request.parent == parent) {
            if (order.released != kNoLimit) order.released = order.released - quantity;
            if (order.coming != kNoLimit) order.coming = order.coming - quantity;
        }
        resize(orders, leg, left, Reason::kOco, time_ns);
    }
    legs_.resize(begin);
}

void Links::cancel_legs(WorkingOrders& orders, std::size_t begin, TimeNs time_ns) {
    for (std::size_t i = begin, last = legs_.size(); i < last; ++i) {
        if (!orders.works(legs_[i])) continue;
        end(orders, legs_[i], {.kind = Report::Kind::kCanceled, .time_ns = time_ns, .reason = Reason::kOco});
    }
    legs_.resize(begin);
}

void Links::cancel_group(WorkingOrders& orders, Slot slot, TimeNs time_ns) {
    const std::size_t begin = legs_.size();
    legs_.push_back(slot);
    push_legs(orders, slot);
    cancel_legs(orders, begin, time_ns);
}

void Links::finish(WorkingOrders& orders, Slot slot, Ending ending, Reason reason, TimeNs time_ns) {
    const std::size_t begin = push_legs(orders, slot);
    const Slot first_child = orders[slot].first_child;
    const bool has_filled = orders[slot].filled.count > 0;
    const Slot parent = orders[slot].parent;
    orders.remove(slot);
    // One that ends because of its group does not end the group once more.
    const bool ends_group = ending == Ending::kFilled || (rules_ == LinkRules::kBacktrader && reason != Reason::kOco);
    if (!ends_group) legs_.resize(begin);
    cancel_legs(orders, begin, time_ns);
    for (Slot child = first_child; child != kNoSlot;) {
        const Slot next = orders[child].next_child;
        if (orders.works(child)) orphan(orders, child, ending, has_filled, time_ns);
        child = next;
    }
    // A family is one there until its parent has filled.
    if (rules_ == LinkRules::kNative || ending == Ending::kFilled || parent == kNoSlot || !orders.works(parent)) return;
    end(orders, parent, {.kind = Report::Kind::kCanceled, .time_ns = time_ns, .reason = Reason::kOco});
}

void Links::orphan(WorkingOrders& orders, Slot child, Ending ending, bool has_filled, TimeNs time_ns) {
    if (ending == Ending::kFilled) return;
    WorkingOrder& order = orders[child];
    if (rules_ == LinkRules::kNative && has_filled) {
        // It guards what has filled, and no more will.
        const Quantity guarded = std::exchange(order.coming, kNoLimit);
        if (order.released == guarded) order.released = kNoLimit;
        if (guarded < order.request.quantity) resize(orders, child, guarded, Reason::kParent, time_ns);
        return;
    }
    if (rules_ == LinkRules::kNative && ending == Ending::kByUser) return;
    end(orders, child, {.kind = Report::Kind::kCanceled, .time_ns = time_ns, .reason = Reason::kParent});
}

void Links::resize(WorkingOrders& orders, Slot slot, Quantity quantity, Reason reason, TimeNs time_ns) {
    WorkingOrder& order = orders[slot];
    const Quantity before = std::exchange(order.request.quantity, quantity);
    if (quantity <= order.filled) {
        return end(orders, slot, {.kind = Report::Kind::kCanceled, .time_ns = time_ns, .reason = reason});
    }
    reports_->push_back({.kind = Report::Kind::kAmended,
                         .order_id = order.id,
                         .time_ns = time_ns,
                         .reason = reason,
                         .price = order.request.limit_price,
                         .stop_price = order.request.stop_price,
                         .quantity = order.request.quantity});
    orders.changed(slot);
    if (rules_ == LinkRules::kNative && quantity < before) fit_children(orders, slot, before, time_ns);
}

void Links::fit_children(WorkingOrders& orders, Slot slot, Quantity before, TimeNs time_ns) {
    const Side side = orders[slot].request.side;
    const Quantity to_come = orders[slot].request.quantity - orders[slot].filled;
    const Quantity lost = before - orders[slot].request.quantity;
    for (Slot child = orders[slot].first_child; child != kNoSlot;) {
        const Slot next = orders[child].next_child;
        const WorkingOrder& order = orders[child];
        const Quantity most = order.coming + to_come;
        const bool did_fit = order.request.quantity <= most + lost;
        if (orders.works(child) && order.request.side != side && did_fit && order.request.quantity > most) {
            resize(orders, child, most, Reason::kParent, time_ns);
        }
        child = next;
    }
}

}  // namespace ct::broker
