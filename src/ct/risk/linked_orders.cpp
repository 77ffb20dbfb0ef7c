#include "ct/risk/linked_orders.hpp"

#include <algorithm>
#include <cassert>
#include <utility>
#include <vector>

#include "ct/core/int128.hpp"
#include "ct/core/order.hpp"
#include "ct/core/quantity.hpp"

namespace ct::risk {

namespace {

/// Where a number stands, or would, in a list that is sorted by id.
template <class List>
auto place(List& list, OrderId id) {
    return std::lower_bound(list.begin(), list.end(), id,
                            [](const auto& one, OrderId other) { return one.id < other; });
}

/// The one with that number, which is put there if it is missing.
template <class T>
T& at(std::vector<T>& list, const T& missing) {
    auto found = place(list, missing.id);
    if (found == list.end() || found->id != missing.id) found = list.insert(found, missing);
    return *found;
}

/// How much of what an exit has left counts when its group has filled as much: what it can fill now; all of it where
/// that is more than its entry brings.
int128 bound(int128 exit_left, const Order& entry, int128 group_filled) {
    if (exit_left + group_filled > entry.request.quantity.count) return exit_left;
    return std::clamp<int128>(entry.filled.count - group_filled, 0, exit_left);
}

int128 left(const Order& order) { return int128{order.request.quantity.count} - order.filled.count; }

}  // namespace

const LinkedOrders::Leg* LinkedOrders::find(OrderId id) const {
    const auto found = place(legs_, id);
    return found == legs_.end() || found->id != id ? nullptr : &*found;
}

bool LinkedOrders::holds(OrderId id) const { return find(id) != nullptr; }

OpenSizes LinkedOrders::add(const Order& added) {
    const OrderRequest& request = added.request;
    Group& group = request.oco == 0 ? at(groups_, {.id = added.id, .last = added.id, .open = {}, .filled = 0})
                                    : group_with(request.oco);
    group.last = std::max(group.last, added.id);
    at(legs_, {added.id, group.id});
    if (waits(request)) {
        Parent& parent = at(parents_, {request.parent, added.id});
        parent.last = std::max(parent.last, added.id);
    }
    return recount(group.id);
}

LinkedOrders::Group& LinkedOrders::group_with(OrderId id) {
    if (const Leg* leg = find(id); leg != nullptr) return *place(groups_, leg->group);
    at(legs_, {id, id});
    Group& group = at(groups_, {.id = id, .last = id, .open = {}, .filled = order(id).filled.count});
    // Until now it was counted alone.
    group.open.of(order(id).request.side) = left(order(id));
    return group;
}

OpenSizes LinkedOrders::update(OrderId id, Quantity filled) {
    OpenSizes change;
    if (legs_.empty()) return change;
    if (const Leg* leg = find(id); leg != nullptr) {
        const OrderId group = leg->group;
        place(groups_, group)->filled += filled.count;
        const bool is_over = is_final(order(id).status);
        if (is_over) legs_.erase(place(legs_, id));
        change += recount(group);
        if (is_over) change += recount_children(order(id).request.parent);
    }
    change += recount_children(id);
    return change;
}

OpenSizes LinkedOrders::recount_children(OrderId id) {
    OpenSizes change;
    const auto parent = place(parents_, id);
    if (parent == parents_.end() || parent->id != id) return change;
    for (auto leg = place(legs_, id); leg != legs_.end() && leg->id <= parent->last; ++leg) {
        if (order(leg->id).request.parent == id) change += recount(leg->group);
    }
    if (is_final(order(id).status)) parents_.erase(place(parents_, id));
    return change;
}

OpenSizes LinkedOrders::withdraw(OrderId id) {
    assert(withdrawn_ == 0 && holds(id));
    withdrawn_ = id;
    return recount(find(id)->group);
}

OpenSizes LinkedOrders::restore(OrderId id) {
    assert(withdrawn_ == id && holds(id));
    withdrawn_ = 0;
    return update(id);
}

bool LinkedOrders::waits(const OrderRequest& request) const {
    if (request.parent == 0) return false;
    const Order& entry = order(request.parent);
    return entry.request.side != request.side && !is_final(entry.status);
}

OrderId LinkedOrders::covered(OrderId entry) const {
    const auto parent = place(parents_, entry);
    if (parent == parents_.end() || parent->id != entry) return 0;
    const Side side = order(entry).request.side;
    for (auto leg = place(legs_, entry); leg != legs_.end() && leg->id <= parent->last; ++leg) {
        const OrderRequest& request = order(leg->id).request;
        if (request.parent == entry && request.side != side) return leg->group;
    }
    return 0;
}

OrderId LinkedOrders::group_of(const OrderRequest& request, OrderId id) const {
    const OrderId member = id != 0 ? id : request.oco;
    const Leg* leg = member == 0 ? nullptr : find(member);
    return leg == nullptr ? member : leg->group;
}

bool LinkedOrders::takes_back(const OrderRequest& request, OrderId id) const {
    if (!waits(request) || request.quantity > order(request.parent).request.quantity) return false;
    const OrderId covers = covered(request.parent);
    return covers == 0 || covers == group_of(request, id);
}

Addition LinkedOrders::adds(const OrderRequest& request, OrderId id) const {
    const OrderId group_id = group_of(request, id);
    int128 counted = 0;
    int128 filled = 0;
    if (const auto group = place(groups_, group_id); group != groups_.end() && group->id == group_id) {
        counted = group->open.of(request.side);
        filled = group->filled;
    } else if (request.oco != 0 && order(request.oco).request.side == request.side) {
        counted = left(order(request.oco));
    }
    int128 size = request.quantity.count;
    if (takes_back(request, id)) size = bound(size, order(request.parent), filled);
    return {std::max<int128>(size - counted, 0), std::min(size, counted)};
}

int128 LinkedOrders::open(const Order& leg, const Group& group) const {
    const int128 most = left(leg);
    if (leg.request.parent == 0) return most;
    const Order& entry = order(leg.request.parent);
    if (entry.request.side == leg.request.side) return most;
    if (is_final(entry.status)) return entry.filled.count == 0 ? 0 : most;  // without an entry it waits forever
    if (covered(entry.id) != group.id) return most;
    return bound(most, entry, group.filled);
}

OpenSizes LinkedOrders::recount(OrderId id) {
    const auto group = place(groups_, id);
    OpenSizes open_now;
    bool is_empty = true;
    for (auto leg = place(legs_, id); leg != legs_.end() && leg->id <= group->last; ++leg) {
        if (leg->group != id) continue;
        is_empty = false;
        if (leg->id == withdrawn_) continue;
        const Order& member = order(leg->id);
        int128& size = open_now.of(member.request.side);
        size = std::max(size, open(member, *group));
    }
    const OpenSizes before = std::exchange(group->open, open_now);
    if (is_empty) groups_.erase(group);
    return {open_now.buys - before.buys, open_now.sells - before.sells};
}

}  // namespace ct::risk
