#pragma once

#include <cstddef>
#include <vector>

#include "ct/core/int128.hpp"
#include "ct/core/order.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/records.hpp"

namespace ct::risk {

/// What working orders may still fill on either side. Counts of the quantity grid.
struct OpenSizes {
    int128 buys = 0;
    int128 sells = 0;

    [[nodiscard]] int128& of(Side side) { return side == Side::kBuy ? buys : sells; }
    [[nodiscard]] int128 of(Side side) const { return side == Side::kBuy ? buys : sells; }
    OpenSizes& operator+=(const OpenSizes& more) {
        buys += more.buys;
        sells += more.sells;
        return *this;
    }
};

/// What one more order means for an open size.
struct Addition {
    int128 more = 0;  ///< by which it grows
    int128 free = 0;  ///< as large may the order be without that, for others of its group count as much
};

/// Working orders whose fills depend on those of others, kept event by event. An OCO group can fill what its largest
/// leg has left; an exit that waits for its entry can fill what that has filled. Updates return by how much the open
/// sizes of the order's instrument change.
class LinkedOrders {
  public:
    /// Borrows all orders of the run, the first with id 1.
    explicit LinkedOrders(const Records<Order>& orders) : orders_(&orders) {}

    /// True for an order that is counted here.
    [[nodiscard]] bool holds(OrderId id) const;
    /// An order with links works from now on.
    OpenSizes add(const Order& order);
    /// An order that is counted here or that others wait for has other values, has filled `filled` more, or has ended.
    /// Another one changes nothing.
    OpenSizes update(OrderId id, Quantity filled = {});
    /// Leaves an order out of its group and takes it in again, with the values that it has then.
    OpenSizes withdraw(OrderId id);
    OpenSizes restore(OrderId id);

    /// What an order of this request would mean for the open size of its side: a new one, or `id`, which is withdrawn.
    [[nodiscard]] Addition adds(const OrderRequest& request, OrderId id) const;

    /// True for an exit that waits for its entry and closes no more than that opens. It may be one of a group, but of
    /// several that could fill beside each other only the first is one.
    [[nodiscard]] bool takes_back(const OrderRequest& request, OrderId id) const;

  private:
    struct Leg {
        OrderId id = 0;
        OrderId group = 0;  ///< the first order of its OCO group, itself if it is alone
    };
    struct Group {
        OrderId id = 0;
        OrderId last = 0;  ///< its newest leg
        OpenSizes open;
        int128 filled = 0;
    };
    struct Parent {
        OrderId id = 0;
        OrderId last = 0;  ///< its newest exit
    };

    [[nodiscard]] const Order& order(OrderId id) const { return (*orders_)[static_cast<std::size_t>(id - 1)]; }
    [[nodiscard]] const Leg* find(OrderId id) const;
    /// The group of a working order; makes one of an order that was alone.
    Group& group_with(OrderId id);
    /// The group that an order is in or will join, else 0.
    [[nodiscard]] OrderId group_of(const OrderRequest& request, OrderId id) const;
    /// True for an exit whose entry may still fill.
    [[nodiscard]] bool waits(const OrderRequest& request) const;
    /// The group of the first exit that waits for an entry: what it can fill is bound by what the entry has filled.
    /// Others could fill beside it.
    [[nodiscard]] OrderId covered(OrderId entry) const;
    [[nodiscard]] int128 open(const Order& leg, const Group& group) const;
    OpenSizes recount(OrderId group);
    OpenSizes recount_children(OrderId parent);

    const Records<Order>* orders_;
    std::vector<Leg> legs_;        ///< by id
    std::vector<Group> groups_;    ///< by id
    std::vector<Parent> parents_;  ///< working ones, by id
    OrderId withdrawn_ = 0;
};

}  // namespace ct::risk
