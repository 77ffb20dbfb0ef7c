#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "ct/account/assets.hpp"
#include "ct/account/fee_schedule.hpp"
#include "ct/account/id_index.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/result.hpp"

namespace ct {

/// What working orders lock of an account's balances, kept order by order. A buy locks its worst cost in the quote
/// asset, a sell its quantity of the base asset, both for what is left of them. An order that waits for a parent locks
/// as much as the parent has filled. Orders of one OCO group lock together what the largest of them needs. Nothing
/// locks more than there is.
class Reserves {
  public:
    /// Borrows the instruments.
    Reserves(std::span<const Instrument> instruments, const Assets& assets, std::vector<FeeSchedule> fees);

    /// An amount of an asset.
    struct Claim {
        AssetIndex asset = 0;
        Money amount;
    };
    /// What `quantity` of an order can cost or sell at the worst: at its limit, else its stop, else the price at its
    /// arrival, with the larger fee. Errors: kOverflow.
    [[nodiscard]] Result<Claim> claim(const OrderRequest& request, Quantity quantity, Price arrival_price) const;

    /// An order is new, has other values or has filled, and that is booked. `orders` holds all of them, the first with
    /// id 1; `balances` are those of all assets. Errors: kOverflow.
    Result<void> update(OrderId id, std::span<const Order> orders, std::span<const Money> balances);

    /// What all orders lock of an asset.
    [[nodiscard]] const Money& total(AssetIndex asset) const { return totals_[asset]; }
    /// The group that a working order is in, be it alone; 0 for another order.
    [[nodiscard]] OrderId group_of(OrderId id) const;
    /// What the orders of a group lock of an asset.
    [[nodiscard]] Money of_group(OrderId group, AssetIndex asset) const;

  private:
    struct Lock {
        OrderId id = 0;
        OrderId group = 0;  ///< the first order of its OCO group
        OrderId parent = 0;
        AssetIndex asset = 0;
        Money amount;  ///< what it adds to the locks of earlier orders of its group
    };
    /// Where it stands or would stand.
    [[nodiscard]] std::vector<Lock>::const_iterator find(OrderId id) const;
    /// Requires: it has one.
    [[nodiscard]] Lock& lock_of(OrderId id) { return locks_[static_cast<std::size_t>(find(id) - locks_.begin())]; }
    void enter(const Order& order, OrderId group);
    void release(OrderId group);
    Result<void> lock(OrderId group, std::span<const Order> orders, std::span<const Money> balances);

    /// A fill may have spent what a parent's fill of the same bar had let its children lock: the newest orders give it
    /// back.
    void give_back(AssetIndex asset, std::span<const Money> balances);

    std::span<const Instrument> instruments_;
    Assets assets_;
    std::vector<FeeSchedule> fees_;  ///< by instrument
    std::vector<Lock> locks_;        ///< of working orders, by id
    IdIndex groups_;                 ///< the working orders of each group
    IdIndex children_;               ///< those that name a parent, by it
    std::vector<Money> totals_;      ///< by asset
};

}  // namespace ct
