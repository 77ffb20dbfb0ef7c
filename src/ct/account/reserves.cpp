#include "ct/account/reserves.hpp"

#include <algorithm>
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

#include "ct/account/assets.hpp"
#include "ct/account/fee_schedule.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/result.hpp"

namespace ct {

namespace {

const Order& order_of(OrderId id, std::span<const Order> orders) { return orders[static_cast<std::size_t>(id - 1)]; }

/// The price that a buy pays at the worst.
Result<Price> worst_price(const OrderRequest& request, Price arrival_price) {
    if (has_limit(request.type) && !is_trailing(request.type)) return request.limit_price;
    if (request.stop_price.count == 0) return arrival_price;
    Price price;
    if (__builtin_add_overflow(request.stop_price.count, request.limit_offset.count, &price.count)) {
        return fail(ErrorCode::kOverflow, "the limit of a trailing order does not fit 64 bits");
    }
    return price;
}

/// How much of an order may fill now.
Quantity active(const Order& order, std::span<const Order> orders) {
    Quantity most = order.request.quantity;
    if (order.request.parent != 0) most = std::min(most, order_of(order.request.parent, orders).filled);
    return std::max(most - order.filled, Quantity{});
}

OrderId first_of_group(OrderId id, std::span<const Order> orders) {
    for (;;) {
        const OrderId other = order_of(id, orders).request.oco;
        if (other == 0 || other >= id) return id;  // a refused order may have named any number
        id = other;
    }
}

}  // namespace

Reserves::Reserves(std::span<const Instrument> instruments, const Assets& assets, std::vector<FeeSchedule> fees)
    : instruments_(instruments), assets_(assets), fees_(std::move(fees)), totals_(assets.size()) {
    fees_.resize(instruments.size());
}

Result<Reserves::Claim> Reserves::claim(const OrderRequest& request, Quantity quantity, Price arrival_price) const {
    const Scale& scale = instruments_[request.instrument].scale;
    if (request.side == Side::kSell) return Claim{assets_.base(request.instrument), amount_of(quantity, scale)};
    const auto price = worst_price(request, arrival_price);
    if (!price) return fail(price);
    const auto value = notional(*price, quantity, scale);
    if (!value) return fail(value);
    const FeeSchedule& fees = fees_[request.instrument];
    const auto fee = fees.fee(*value, fees.maker > fees.taker ? Liquidity::kMaker : Liquidity::kTaker);
    if (!fee) return fail(fee);
    const auto cost = add(*value, *fee);
    if (!cost) return fail(cost);
    return Claim{assets_.quote(request.instrument), *cost};
}

Result<void> Reserves::update(OrderId id, std::span<const Order> orders, std::span<const Money> balances) {
    const Order& order = order_of(id, orders);
    const OrderId group = first_of_group(id, orders);
    release(group);
    const auto at = find(id);
    const bool is_known = at != locks_.end() && at->id == id;
    if (is_working(order.status) && !is_known) {
        enter(order, group);
    } else if (!is_working(order.status) && is_known) {
        groups_.remove(at->group, id);
        if (at->parent != 0) children_.remove(at->parent, id);
        locks_.erase(at);
    }
    if (auto locked = lock(group, orders, balances); !locked) return locked;
    for (const auto& [parent, child] : children_.of(id)) {
        const OrderId of_child = lock_of(child).group;
        release(of_child);
        if (auto locked = lock(of_child, orders, balances); !locked) return locked;
    }
    give_back(assets_.quote(order.request.instrument), balances);
    give_back(assets_.base(order.request.instrument), balances);
    return {};
}

void Reserves::enter(const Order& order, OrderId group) {
    const OrderRequest& request = order.request;
    const bool buy = request.side == Side::kBuy;
    const AssetIndex asset = buy ? assets_.quote(request.instrument) : assets_.base(request.instrument);
    locks_.insert(find(order.id), {order.id, group, request.parent, asset, {}});
    groups_.add(group, order.id);
    if (request.parent != 0) children_.add(request.parent, order.id);
}

void Reserves::give_back(AssetIndex asset, std::span<const Money> balances) {
    if (totals_[asset] <= balances[asset]) return;
    for (std::size_t i = locks_.size(); i > 0; --i) {
        Lock& lock = locks_[i - 1];
        if (lock.asset != asset) continue;
        const Money excess{totals_[asset].count - balances[asset].count};
        const Money given = std::min(excess, lock.amount);
        lock.amount.count -= given.count;
        totals_[asset].count -= given.count;
        if (given == excess) return;
    }
}

OrderId Reserves::group_of(OrderId id) const {
    const auto at = find(id);
    return at != locks_.end() && at->id == id ? at->group : 0;
}

Money Reserves::of_group(OrderId group, AssetIndex asset) const {
    Money sum;
    for (const auto& [of, id] : groups_.of(group)) {
        const Lock& lock = *find(id);
        if (lock.asset == asset) sum.count += lock.amount.count;  // parts of a balance
    }
    return sum;
}

std::vector<Reserves::Lock>::const_iterator Reserves::find(OrderId id) const {
    if (locks_.empty() || locks_.back().id < id) return locks_.end();  // most orders are the newest of all
    return std::lower_bound(locks_.begin(), locks_.end(), id,
                            [](const Lock& lock, OrderId one) { return lock.id < one; });
}

void Reserves::release(OrderId group) {
    for (const auto& [of, id] : groups_.of(group)) {
        Lock& lock = lock_of(id);
        totals_[lock.asset].count -= lock.amount.count;
        lock.amount = {};
    }
}

Result<void> Reserves::lock(OrderId group, std::span<const Order> orders, std::span<const Money> balances) {
    for (const auto& [of, id] : groups_.of(group)) {
        Lock& lock = lock_of(id);
        const Order& order = order_of(id, orders);
        const auto wanted = claim(order.request, active(order, orders), order.arrival_price);
        if (!wanted) return fail(wanted);
        const Money more{wanted->amount.count - of_group(group, lock.asset).count};  // neither is negative
        const Money there{balances[lock.asset].count - totals_[lock.asset].count};
        lock.amount = std::max(std::min(more, there), Money{});
        totals_[lock.asset].count += lock.amount.count;
    }
    return {};
}

}  // namespace ct
