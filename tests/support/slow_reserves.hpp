#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <span>
#include <vector>

#include "ct/account/reserves.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/quantity.hpp"

namespace ct::test {

/// docs/accounts.md on reservations once more, slow and literal: at every update it looks at all orders that work.
/// Only what an order can cost is asked of the reserves themselves.
class SlowReserves {
  public:
    explicit SlowReserves(const Reserves& reserves) : reserves_(&reserves) {}

    void update(OrderId id, std::span<const Order> orders, std::span<const Money> balances) {
        orders_ = orders;
        balances_ = balances;
        std::vector<OrderId> groups = {group_of(id)};
        for (const Order& order : orders) {
            if (order.request.parent == id && is_working(order.status)) groups.push_back(group_of(order.id));
        }
        for (const OrderId group : groups) lock(group);
        for (AssetIndex asset = 0; asset < balances.size(); ++asset) give_back(asset);
    }
    [[nodiscard]] Money total(AssetIndex asset) const {
        Money sum;
        for (const auto& [id, claim] : locks_) sum.count += claim.asset == asset ? claim.amount.count : 0;
        return sum;
    }
    [[nodiscard]] Money of_group(OrderId group, AssetIndex asset) const {
        Money sum;
        for (const auto& [id, claim] : locks_) {
            if (claim.asset == asset && group_of(id) == group) sum.count += claim.amount.count;
        }
        return sum;
    }
    [[nodiscard]] OrderId group_of(OrderId id) const {
        return at(id).request.oco == 0 ? id : group_of(at(id).request.oco);
    }

  private:
    [[nodiscard]] const Order& at(OrderId id) const { return orders_[static_cast<std::size_t>(id - 1)]; }
    /// What its orders lock, the oldest first: each what those before it do not lock already, as far as it is there.
    void lock(OrderId group) {
        std::erase_if(locks_, [&](const auto& lock) { return group_of(lock.first) == group; });
        std::map<AssetIndex, Money> locked;
        for (const Order& order : orders_) {
            if (!is_working(order.status) || group_of(order.id) != group) continue;
            const OrderId parent = order.request.parent;
            const Quantity most =
                parent == 0 ? order.request.quantity : std::min(order.request.quantity, at(parent).filled);
            const Quantity left = std::max(most - order.filled, Quantity{});
            Reserves::Claim claim = reserves_->claim(order.request, left, order.arrival_price).value();
            const Money more{claim.amount.count - locked[claim.asset].count};
            const Money there{balances_[claim.asset].count - total(claim.asset).count};
            claim.amount = std::max(std::min(more, there), Money{});
            locked[claim.asset].count += claim.amount.count;
            locks_[order.id] = claim;
        }
    }
    /// The newest first.
    void give_back(AssetIndex asset) {
        for (auto lock = locks_.rbegin(); lock != locks_.rend() && total(asset) > balances_[asset]; ++lock) {
            if (lock->second.asset != asset) continue;
            const Money excess{total(asset).count - balances_[asset].count};
            lock->second.amount.count -= std::min(excess, lock->second.amount).count;
        }
    }

    const Reserves* reserves_;
    std::span<const Order> orders_;
    std::span<const Money> balances_;
    std::map<OrderId, Reserves::Claim> locks_;  ///< of working orders
};

}  // namespace ct::test
