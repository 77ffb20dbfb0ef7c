#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/core/filters.hpp"
#include "ct/core/order.hpp"
#include "support/risk_rig.hpp"

namespace ct::risk {
namespace {

using test::number;
using test::RiskRig;
using test::rule;
using test::words;
using testing::ElementsAre;

TEST(MaxOrderRule, LetsAnOrderOfTheLimitPassAndShrinksALargerOne) {
    RiskRig rig({rule("max_order", {number("quantity", "5")})});
    EXPECT_EQ(rig.buy(5), 5);
    EXPECT_EQ(rig.sell(6), 5);
    EXPECT_THAT(rig.said(),
                ElementsAre("max_order: the order's quantity is 6 BTC, the limit is 5 BTC; shrunk from 6 to 5 BTC"));
}

TEST(MaxOrderRule, MeasuresTheNotionalAtTheOrdersPriceAndRoundsDown) {
    RiskRig rig({rule("max_order", {number("notional", "599.99")})});
    EXPECT_EQ(rig.buy(6), 5);  // 600 at the last close of 100
    EXPECT_EQ(rig.submit({.type = OrderType::kLimit, .quantity = {6}, .limit_price = {99}}), 6);
    EXPECT_EQ(rig.submit({.type = OrderType::kStop, .quantity = {6}, .stop_price = {200}}), 2);
}

TEST(MaxOrderRule, TakesTheTightestOfItsLimits) {
    RiskRig rig(
        {rule("max_order", {number("quantity", "50"), number("notional", "4000"), number("equity_share", "0.2")})});
    EXPECT_EQ(rig.buy(60), 20);  // 20 % of 10,000 at 100
}

TEST(MaxOrderRule, RefusesWhatWouldShrinkBelowTheLot) {
    RiskRig rig({rule("max_order", {number("quantity", "9")})});
    rig.filters = Filters{.lot_size = {4}, .min_quantity = {8}};
    EXPECT_EQ(rig.buy(12), 8);
    rig.filters = Filters{.lot_size = {4}, .min_quantity = {12}};
    EXPECT_EQ(rig.buy(12), 0);
    EXPECT_THAT(rig.said(), ElementsAre("max_order: the order's quantity is 12 BTC, the limit is 9 BTC"));
}

TEST(MaxOrderRule, CanHoldForOneSymbol) {
    RiskRig rig({rule("max_order", {number("quantity", "5"), words("symbol", "ETH/USDT")}),
                 rule("max_order", {number("quantity", "7"), words("symbol", "BTC/USDT")})});
    EXPECT_EQ(rig.buy(9, 0), 7);
    EXPECT_EQ(rig.buy(9, 1), 5);
}

TEST(MaxOrderRule, LeavesAnExitAsLargeAsItsEntry) {
    RiskRig rig({rule("max_order", {number("notional", "1000")})});
    EXPECT_EQ(rig.buy(12), 10);
    OrderRequest target{
        .side = Side::kSell, .type = OrderType::kLimit, .quantity = {10}, .limit_price = {120}, .parent = 1};
    EXPECT_EQ(rig.submit(target), 10);
    target.parent = 0;
    EXPECT_EQ(rig.submit(target), 8);
}

}  // namespace
}  // namespace ct::risk
