#include "ct/account/reserves.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "ct/account/account.hpp"
#include "ct/account/assets.hpp"
#include "ct/account/ledger.hpp"
#include "ct/core/event.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "support/numbers.hpp"
#include "support/random.hpp"
#include "support/slow_reserves.hpp"

namespace ct {
namespace {

using test::money;

/// A spot account with 1000 USDT and 10 BTC; prices and quantities of BTC/USDT (0) and ETH/BTC (1) have no decimals;
/// the last price is 100; maker 0.1 %, taker 0.2 %.
class Rig {
  public:
    Rig() {
        deposit("USDT", "1000");
        deposit("BTC", "10");
    }
    void deposit(std::string_view asset, std::string_view amount) {
        EXPECT_TRUE(account.book({.cash = money(amount), .asset = *account.assets().find(asset)}));
    }
    OrderId submit(const OrderRequest& request) {
        orders.push_back(
            {.id = orders.size() + 1, .request = request, .status = OrderStatus::kSubmitted, .arrival_price = {100}});
        tell(orders.back().id);
        return orders.back().id;
    }
    void fill(OrderId id, std::int64_t quantity, std::int64_t price, std::string_view fee = "0") {
        Order& order = at(id);
        order.filled = order.filled + Quantity{quantity};
        order.status = order.filled == order.request.quantity ? OrderStatus::kFilled : OrderStatus::kPartiallyFilled;
        const Fill fill{.order_id = id,
                        .instrument = order.request.instrument,
                        .side = order.request.side,
                        .price = {price},
                        .quantity = {quantity},
                        .fee = money(fee)};
        const auto entries = ledger_entries(fill, {0, 0}, 0).value();
        for (const LedgerEntry& entry : entries) ASSERT_TRUE(account.book(entry));
        tell(id);
    }
    void cancel(OrderId id) {
        at(id).status = OrderStatus::kCanceled;
        tell(id);
    }
    void amend(OrderId id, std::int64_t quantity, std::int64_t limit_price) {
        at(id).request.quantity = {quantity};
        at(id).request.limit_price = {limit_price};
        tell(id);
    }
    /// Locked of USDT and of BTC.
    [[nodiscard]] std::string locked() const {
        return account.reserves()->total(*account.assets().find("USDT")).text() + " " +
               account.reserves()->total(*account.assets().find("BTC")).text();
    }
    [[nodiscard]] Money usable(OrderId id, std::string_view asset) const {
        return account.usable(id, *account.assets().find(asset));
    }

    std::vector<Instrument> instruments = {Instrument::make("BTC/USDT", {0, 0}).value(),
                                           Instrument::make("ETH/BTC", {0, 0}).value()};
    Account account =
        Account::make(instruments, {.kind = AccountKind::kSpot,
                                    .fees = {{.maker = test::rate("0.001"), .taker = test::rate("0.002")},
                                             {.maker = test::rate("0.001"), .taker = test::rate("0.002")}}})
            .value();
    std::vector<Order> orders;

  private:
    Order& at(OrderId id) { return orders[id - 1]; }
    void tell(OrderId id) { ASSERT_TRUE(account.reserve(id, orders)); }
};

OrderRequest market(Side side, std::int64_t quantity) { return {.side = side, .quantity = {quantity}}; }
OrderRequest limit(Side side, std::int64_t quantity, std::int64_t price) {
    return {.side = side, .type = OrderType::kLimit, .quantity = {quantity}, .limit_price = {price}};
}
OrderRequest stop(Side side, std::int64_t quantity, std::int64_t price) {
    return {.side = side, .type = OrderType::kStop, .quantity = {quantity}, .stop_price = {price}};
}

TEST(Reserves, ABuyLocksItsWorstCostWithTheLargerFee) {
    Rig rig;
    rig.submit(limit(Side::kBuy, 2, 90));
    EXPECT_EQ(rig.locked(), "180.36 0");
    rig.submit(stop(Side::kBuy, 1, 120));
    EXPECT_EQ(rig.locked(), "300.6 0");  // 120.24 more
    rig.submit(market(Side::kBuy, 3));   // at the price of its arrival
    EXPECT_EQ(rig.locked(), "601.2 0");
    OrderRequest stop_limit = limit(Side::kBuy, 1, 130);
    stop_limit.type = OrderType::kStopLimit;
    stop_limit.stop_price = {120};
    rig.submit(stop_limit);  // at its limit
    EXPECT_EQ(rig.locked(), "731.46 0");
    EXPECT_EQ(rig.account.free(0), money("268.54"));
}

TEST(Reserves, ATrailingStopLimitLocksTheLimitThatItWouldGet) {
    Rig rig;
    rig.submit({.side = Side::kBuy,
                .type = OrderType::kTrailingStopLimit,
                .quantity = {1},
                .stop_price = {110},
                .trail_amount = {10},
                .limit_offset = {5}});
    EXPECT_EQ(rig.locked(), "115.23 0");
}

TEST(Reserves, ASellLocksItsQuantityOfTheBase) {
    Rig rig;
    rig.submit(market(Side::kSell, 4));
    rig.submit(limit(Side::kSell, 3, 200));
    EXPECT_EQ(rig.locked(), "0 7");
}

TEST(Reserves, ABuyOfAnInstrumentQuotedInABaseLocksThatBase) {
    Rig rig;
    OrderRequest order = limit(Side::kBuy, 2, 3);
    order.instrument = 1;
    rig.submit(order);
    EXPECT_EQ(rig.locked(), "0 6.012");
}

TEST(Reserves, FillsReduceAndTheEndReleases) {
    Rig rig;
    const OrderId buy = rig.submit(limit(Side::kBuy, 4, 100));
    rig.fill(buy, 1, 90, "0.18");
    EXPECT_EQ(rig.locked(), "300.6 0");               // the rest at its limit, whatever the fill saved
    EXPECT_EQ(rig.account.free(0), money("609.22"));  // 1000 - 90.18 - 300.6
    const OrderId sell = rig.submit(market(Side::kSell, 5));
    rig.fill(sell, 2, 100);
    EXPECT_EQ(rig.locked(), "300.6 3");
    rig.fill(sell, 3, 100);
    EXPECT_EQ(rig.locked(), "300.6 0");
    rig.cancel(buy);
    EXPECT_EQ(rig.locked(), "0 0");
}

TEST(Reserves, AmendmentsChangeThem) {
    Rig rig;
    const OrderId id = rig.submit(limit(Side::kBuy, 4, 100));
    rig.amend(id, 2, 50);
    EXPECT_EQ(rig.locked(), "100.2 0");
    rig.amend(id, 5, 60);
    EXPECT_EQ(rig.locked(), "300.6 0");
}

TEST(Reserves, AnOrderThatWaitsLocksWhatItsParentHasFilled) {
    Rig rig;
    const OrderId entry = rig.submit(limit(Side::kBuy, 4, 100));
    OrderRequest child = limit(Side::kSell, 4, 150);
    child.parent = entry;
    const OrderId exit = rig.submit(child);
    EXPECT_EQ(rig.locked(), "400.8 0");
    rig.fill(entry, 3, 100);
    EXPECT_EQ(rig.locked(), "100.2 3");
    rig.fill(exit, 1, 150);
    EXPECT_EQ(rig.locked(), "100.2 2");
    rig.fill(entry, 1, 100);
    EXPECT_EQ(rig.locked(), "0 3");
    rig.cancel(exit);
    EXPECT_EQ(rig.locked(), "0 0");
}

TEST(Reserves, AnOrderThatWaitsLocksNoMoreThanThereIs) {
    Rig rig;
    const OrderId exit = rig.submit(market(Side::kSell, 5));
    OrderRequest back = limit(Side::kBuy, 5, 400);  // 2004 with its fee
    back.parent = exit;
    const OrderId entry = rig.submit(back);
    rig.fill(exit, 5, 100);
    EXPECT_EQ(rig.locked(), "1500 0");
    EXPECT_EQ(rig.account.free(0), Money{});
    EXPECT_EQ(rig.usable(entry, "USDT"), money("1500"));
}

TEST(Reserves, WhatAFillSpendsTheNewestOrdersNoLongerLock) {
    Rig rig;
    const OrderId buy = rig.submit(limit(Side::kBuy, 4, 100));
    const OrderId exit = rig.submit(market(Side::kSell, 5));
    OrderRequest back = limit(Side::kBuy, 5, 400);
    back.parent = exit;
    rig.submit(back);
    rig.fill(exit, 5, 100);  // the order that waited locks all that was free and the proceeds
    EXPECT_EQ(rig.locked(), "1500 0");
    rig.fill(buy, 4, 200);  // which this fill of the same bar had counted on
    EXPECT_EQ(rig.locked(), "700 0");
    EXPECT_EQ(rig.account.free(0), Money{});
}

TEST(Reserves, OrdersOfOneGroupLockWhatTheLargestNeeds) {
    Rig rig;
    const OrderId first = rig.submit(stop(Side::kSell, 4, 50));
    OrderRequest leg = limit(Side::kSell, 6, 150);
    leg.oco = first;
    const OrderId second = rig.submit(leg);
    leg.quantity = {5};
    leg.oco = second;  // the same group
    const OrderId third = rig.submit(leg);
    EXPECT_EQ(rig.locked(), "0 6");
    for (const OrderId id : {first, second, third}) EXPECT_EQ(rig.usable(id, "BTC"), money("10"));
    EXPECT_EQ(rig.usable(0, "BTC"), money("4"));
    rig.cancel(second);
    EXPECT_EQ(rig.locked(), "0 5");
    rig.cancel(first);
    EXPECT_EQ(rig.locked(), "0 5");
    rig.cancel(third);
    EXPECT_EQ(rig.locked(), "0 0");
}

TEST(Reserves, AGroupThatFillsInPartNeverLocksMoreThanIsLeft) {
    Rig rig;
    const OrderId first = rig.submit(stop(Side::kSell, 10, 50));
    OrderRequest leg = limit(Side::kSell, 10, 150);
    leg.oco = first;
    const OrderId second = rig.submit(leg);
    rig.fill(second, 3, 150);
    EXPECT_EQ(rig.locked(), "0 7");  // the first still asks for 10
    rig.amend(first, 7, 0);
    EXPECT_EQ(rig.locked(), "0 7");
}

TEST(Reserves, LegsOfBothSidesLockBothAssets) {
    Rig rig;
    const OrderId buy = rig.submit(limit(Side::kBuy, 2, 50));
    OrderRequest leg = limit(Side::kSell, 3, 150);
    leg.oco = buy;
    rig.submit(leg);
    EXPECT_EQ(rig.locked(), "100.2 3");
}

/// An order that is new, or one that works and is changed, filled or canceled. Returns its id.
OrderId happen(test::Random& random, std::vector<Order>& orders) {
    std::vector<OrderId> working;
    for (const Order& order : orders) {
        if (is_working(order.status)) working.push_back(order.id);
    }
    const auto one_of = [&](auto most) {
        return static_cast<std::size_t>(random.between(1, static_cast<std::int64_t>(most)));
    };
    if (working.empty() || random.once_in(3)) {
        OrderRequest request =
            limit(random.once_in(2) ? Side::kBuy : Side::kSell, random.between(1, 9), random.between(1, 9));
        if (!orders.empty() && random.once_in(3)) request.parent = one_of(orders.size());
        if (!orders.empty() && random.once_in(3)) request.oco = one_of(orders.size());
        orders.push_back({.id = orders.size() + 1, .request = request, .status = OrderStatus::kAccepted});
        return orders.size();
    }
    Order& order = orders[working[one_of(working.size()) - 1] - 1];
    if (random.once_in(4)) {
        order.status = OrderStatus::kCanceled;
    } else if (random.once_in(2)) {
        order.request.quantity = {order.filled.count + random.between(1, 9)};
        order.request.limit_price = {random.between(1, 9)};
    } else {
        order.filled.count += random.between(1, order.request.quantity.count - order.filled.count);
        if (order.filled == order.request.quantity) order.status = OrderStatus::kFilled;
    }
    return order.id;
}

TEST(Reserves, LockWhatSlowOnesLock) {
    const std::vector<Instrument> instruments = {Instrument::make("BTC/USDT", {0, 0}).value()};
    const Assets assets(instruments);
    int locked = 0;
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        SCOPED_TRACE(seed);
        test::Random random(seed);
        Reserves reserves(instruments, assets, {{.maker = test::rate("0.25"), .taker = test::rate("0.5")}});
        test::SlowReserves slow(reserves);
        std::vector<Order> orders;
        for (int step = 0; step < 60; ++step) {
            const OrderId id = happen(random, orders);
            const std::vector<Money> balances = {Money::units(random.between(0, 200)),
                                                 Money::units(random.between(0, 30))};
            ASSERT_TRUE(reserves.update(id, orders, balances));
            slow.update(id, orders, balances);
            for (AssetIndex asset = 0; asset < 2; ++asset) {
                ASSERT_EQ(reserves.total(asset), slow.total(asset));
                for (const Order& order : orders) {
                    const OrderId group = reserves.group_of(order.id);
                    ASSERT_EQ(group, is_working(order.status) ? slow.group_of(order.id) : 0);
                    ASSERT_EQ(reserves.of_group(group, asset), slow.of_group(group, asset));
                }
                if (reserves.total(asset).count > 0) ++locked;
            }
        }
    }
    EXPECT_GT(locked, 20'000);
}

TEST(Reserves, OfASimpleAccountAreNone) {
    const std::vector<Instrument> instruments = {Instrument::make("BTC/USDT", {0, 0}).value()};
    Account account = Account::make(instruments).value();
    ASSERT_TRUE(account.book({.cash = money("5")}));
    const std::vector<Order> orders = {
        {.id = 1, .request = limit(Side::kBuy, 1, 3), .status = OrderStatus::kSubmitted}};
    ASSERT_TRUE(account.reserve(1, orders));
    EXPECT_FALSE(account.reserves());
    EXPECT_EQ(account.free(0), money("5"));
    EXPECT_EQ(account.usable(1, 0), money("5"));
}

}  // namespace
}  // namespace ct
