#include "ct/account/unbooked.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "ct/account/account.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/int128.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/result.hpp"
#include "support/numbers.hpp"

namespace ct {
namespace {

using test::money;

OrderRequest order(Side side, std::int64_t quantity, std::int64_t price = 100, OrderId oco = 0) {
    return {.side = side, .type = OrderType::kLimit, .quantity = {quantity}, .limit_price = {price}, .oco = oco};
}

/// An account with 1000 USDT and, if it is a spot account, 10 BTC, and orders that it has reserved for.
class Rig {
  public:
    explicit Rig(AccountKind kind = AccountKind::kSpot) : account(Account::make(instruments, {.kind = kind}).value()) {
        EXPECT_TRUE(account.book({.cash = money("1000")}));
        if (kind == AccountKind::kSpot) {
            EXPECT_TRUE(account.book({.cash = money("10"), .asset = 1}));
        }
    }
    OrderId submit(const OrderRequest& request) {
        orders.push_back({.id = orders.size() + 1, .request = request, .status = OrderStatus::kAccepted});
        EXPECT_TRUE(account.reserve(orders.size(), orders));
        return orders.size();
    }
    /// "ok", or the reason, what was needed and what there was.
    std::string fill(OrderId id, std::int64_t quantity, std::int64_t price, std::string_view fee = "0") {
        const OrderRequest& request = orders[id - 1].request;
        const auto missing =
            unbooked
                .add(id, request,
                     {Money::units(price * quantity), {quantity}, money(fee), Quantity{quantity} == request.quantity})
                .value();
        if (!missing) return "ok";
        return std::string(name(missing->reason)) + " " + missing->needed.text() + " " + missing->available.text();
    }

    std::vector<Instrument> instruments = {Instrument::make("BTC/USDT", {0, 0}).value()};
    Account account;
    Unbooked unbooked{account};
    std::vector<Order> orders;
};

TEST(Unbooked, OnASimpleAccountABuyIsPaidFromTheCashThatFillsHaveLeft) {
    Rig rig(AccountKind::kSimple);
    const OrderId buy = rig.submit(order(Side::kBuy, 6));
    const OrderId sell = rig.submit(order(Side::kSell, 6));
    EXPECT_EQ(rig.fill(buy, 6, 100, "1"), "ok");
    EXPECT_EQ(rig.fill(buy, 6, 100), "insufficient_cash 600 399");
    EXPECT_EQ(rig.fill(sell, 6, 100, "2"), "ok");  // a short: its proceeds can be spent
    EXPECT_EQ(rig.fill(buy, 6, 100), "ok");
    EXPECT_EQ(rig.fill(buy, 6, 100), "insufficient_cash 600 397");
    rig.unbooked.clear();
    EXPECT_EQ(rig.fill(buy, 6, 166, "4"), "ok");
}

TEST(Unbooked, OnASpotAccountAnOrderHasItsOwnReservationAndWhatIsFree) {
    Rig rig;
    const OrderId one = rig.submit(order(Side::kBuy, 4));
    const OrderId other = rig.submit(order(Side::kBuy, 5));
    EXPECT_EQ(rig.fill(one, 4, 126), "insufficient_cash 504 500");
    EXPECT_EQ(rig.fill(one, 4, 125), "ok");  // its 400 and the 100 that were free
    EXPECT_EQ(rig.fill(other, 5, 101), "insufficient_cash 505 500");
    EXPECT_EQ(rig.fill(other, 5, 100), "ok");
}

TEST(Unbooked, WhatAFillSavesIsFree) {
    Rig rig;
    const OrderId one = rig.submit(order(Side::kBuy, 5));
    const OrderId other = rig.submit(order(Side::kBuy, 5));
    EXPECT_EQ(rig.fill(one, 5, 80), "ok");     // 100 less than it had locked
    EXPECT_EQ(rig.fill(other, 5, 120), "ok");  // and 100 more
    EXPECT_EQ(rig.fill(other, 5, 1), "insufficient_cash 5 0");
}

TEST(Unbooked, APartKeepsTheRestOfTheReservation) {
    Rig rig;
    const OrderId one = rig.submit(order(Side::kBuy, 5));
    const OrderId other = rig.submit(order(Side::kBuy, 5));
    EXPECT_EQ(rig.fill(one, 2, 100), "ok");
    EXPECT_EQ(rig.fill(other, 5, 101), "insufficient_cash 505 500");
    EXPECT_EQ(rig.fill(one, 3, 100), "ok");
    EXPECT_EQ(rig.fill(other, 5, 100), "ok");
}

TEST(Unbooked, ASellNeedsTheBaseAndItsProceedsCanBeSpentAtOnce) {
    Rig rig;
    const OrderId sell = rig.submit(order(Side::kSell, 8));
    const OrderId other = rig.submit(order(Side::kSell, 2));
    EXPECT_EQ(rig.fill(other, 3, 100), "insufficient_position 3 2");
    EXPECT_EQ(rig.fill(sell, 8, 100), "ok");
    EXPECT_EQ(rig.fill(other, 2, 100), "ok");
    const OrderId buy = rig.submit(order(Side::kBuy, 20));
    EXPECT_EQ(rig.fill(buy, 20, 100), "ok");   // 1000 and 1000 of the sales
    EXPECT_EQ(rig.fill(other, 2, 100), "ok");  // of what was bought
}

TEST(Unbooked, AFeeThatExceedsTheProceedsMustBePaidToo) {
    Rig rig;
    const OrderId sell = rig.submit(order(Side::kSell, 1));
    EXPECT_EQ(rig.fill(sell, 1, 1, "1002"), "insufficient_cash 1001 1000");
    EXPECT_EQ(rig.fill(sell, 1, 1, "1001"), "ok");
}

TEST(Unbooked, TheOrdersOfAGroupShareOneReservation) {
    Rig rig;
    const OrderId first = rig.submit(order(Side::kSell, 10, 50));
    const OrderId second = rig.submit(order(Side::kSell, 10, 150, first));
    EXPECT_EQ(rig.fill(first, 4, 50), "ok");
    EXPECT_EQ(rig.fill(second, 7, 150), "insufficient_position 7 6");
    EXPECT_EQ(rig.fill(second, 6, 150), "ok");
}

TEST(Unbooked, ThatDoesNotFitIsAnOverflow) {
    Rig rig(AccountKind::kSimple);
    const OrderId sell = rig.submit(order(Side::kSell, 1));
    const Unbooked::Match huge{.value = {static_cast<int128>(~uint128{0} >> 1U)}, .quantity = {1}};
    EXPECT_EQ(rig.unbooked.add(sell, rig.orders[0].request, huge).value(), std::nullopt);
    EXPECT_EQ(rig.unbooked.add(sell, rig.orders[0].request, huge).error().code, ErrorCode::kOverflow);
}

}  // namespace
}  // namespace ct
