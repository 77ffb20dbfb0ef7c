#include "ct/broker/working_orders.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "ct/broker/working_order.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/time.hpp"

namespace ct::broker {

namespace {

constexpr TimeNs kNever = std::numeric_limits<TimeNs>::max();

/// When the clock concerns an order: at once while it waits for bars or its one match, later when it expires.
TimeNs due_of(const WorkingOrder& order) {
    const bool has_to_meet = order.request.post_only && !order.met;
    const bool is_due = order.has_one_match() || order.waits_for_close() || has_to_meet;
    if (order.wait_bars > 0 || (order.is_released() && is_due)) {
        return std::numeric_limits<TimeNs>::min();
    }
    return order.request.expire_ns > 0 ? order.request.expire_ns : kNever;
}

}  // namespace

Slot WorkingOrders::add(const WorkingOrder& order) {
    Slot slot = 0;
    if (free_.empty()) {
        slot = static_cast<Slot>(orders_.size());
        orders_.push_back(order);
        ids_.push_back(order.id);
        falls_to_.emplace_back();
        rises_to_.emplace_back();
        due_ns_.emplace_back();
    } else {
        slot = free_.back();
        free_.pop_back();
        orders_[slot] = order;
        ids_[slot] = order.id;
    }
    orders_[slot].next_leg = slot;
    ++count_;
    changed(slot);
    return slot;
}

void WorkingOrders::remove(Slot slot) {
    assert(works(slot));
    WorkingOrder& order = orders_[slot];
    Slot before = slot;
    while (orders_[before].next_leg != slot) before = orders_[before].next_leg;
    orders_[before].next_leg = order.next_leg;
    if (order.parent != kNoSlot) {
        Slot* child = &orders_[order.parent].first_child;
        while (*child != slot) child = &orders_[*child].next_child;
        *child = order.next_child;
    }
    for (Slot child = order.first_child; child != kNoSlot; child = orders_[child].next_child) {
        orders_[child].parent = kNoSlot;
    }
    ids_[slot] = 0;
    falls_to_[slot] = std::numeric_limits<std::int64_t>::min();
    rises_to_[slot] = std::numeric_limits<std::int64_t>::max();
    due_ns_[slot] = kNever;
    free_.push_back(slot);
    --count_;
    measured_ = false;
}

void WorkingOrders::changed(Slot slot) {
    const Bounds bounds = bounds_of(orders_[slot]);
    falls_to_[slot] = bounds.falls_to;
    rises_to_[slot] = bounds.rises_to;
    due_ns_[slot] = due_of(orders_[slot]);
    measured_ = false;
}

Slot WorkingOrders::find(OrderId id) const {
    const auto found = std::find(ids_.begin(), ids_.end(), id);
    return found == ids_.end() || id == 0 ? kNoSlot : static_cast<Slot>(found - ids_.begin());
}

void WorkingOrders::join_group(Slot slot, Slot member) {
    assert(orders_[slot].next_leg == slot);
    orders_[slot].next_leg = orders_[member].next_leg;
    orders_[member].next_leg = slot;
}

void WorkingOrders::join_family(Slot child, Slot parent) {
    Slot* last = &orders_[parent].first_child;
    while (*last != kNoSlot) last = &orders_[*last].next_child;
    *last = child;
    orders_[child].parent = parent;
    orders_[child].next_child = kNoSlot;
}

const WorkingOrders::Quiet& WorkingOrders::quiet() {
    if (!measured_) measure();
    return quiet_;
}

void WorkingOrders::measure() {
    Quiet quiet;
    for (std::size_t i = 0; i < ids_.size(); ++i) {
        quiet.above = std::max(quiet.above, falls_to_[i]);
        quiet.below = std::min(quiet.below, rises_to_[i]);
        quiet.until_ns = std::min(quiet.until_ns, due_ns_[i]);
    }
    quiet_ = quiet;
    measured_ = true;
}

void WorkingOrders::concerned_by(Price low, Price high, TimeNs close_ns, std::vector<Slot>& slots) const {
    slots.clear();
    for (std::size_t i = 0; i < ids_.size(); ++i) {
        // One branch, seldom taken.
        const auto reached = static_cast<unsigned>(falls_to_[i] >= low.count) |
                             static_cast<unsigned>(rises_to_[i] <= high.count) |
                             static_cast<unsigned>(due_ns_[i] <= close_ns);
        if (reached != 0) slots.push_back(static_cast<Slot>(i));
    }
    sort(slots);
}

void WorkingOrders::all(std::vector<Slot>& slots) const {
    slots.clear();
    for (std::size_t i = 0; i < ids_.size(); ++i) {
        if (ids_[i] != 0) slots.push_back(static_cast<Slot>(i));
    }
    sort(slots);
}

void WorkingOrders::sort(std::vector<Slot>& slots) const {
    std::sort(slots.begin(), slots.end(), [&](Slot a, Slot b) { return orders_[a].sequence < orders_[b].sequence; });
}

}  // namespace ct::broker
