#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/core/order.hpp"
#include "support/risk_rig.hpp"

namespace ct::risk {
namespace {

using test::number;
using test::RiskRig;
using test::rule;
using testing::ElementsAre;

TEST(MaxPositionRule, CountsWorkingOrdersAsFilled) {
    RiskRig rig({rule("max_position", {number("quantity", "10")})});
    EXPECT_EQ(rig.buy(6), 6);
    EXPECT_EQ(rig.buy(6), 4);
    EXPECT_EQ(rig.buy(1), 0);
    EXPECT_THAT(rig.said(),
                ElementsAre("max_position: the position with all orders filled is 11 BTC, the limit is 10 BTC"));
    rig.cancel(1);
    EXPECT_EQ(rig.buy(7), 6);
}

TEST(MaxPositionRule, HoldsForShortsAndThroughZero) {
    RiskRig rig({rule("max_position", {number("quantity", "10")})});
    rig.buy(8);
    rig.fill();
    EXPECT_EQ(rig.sell(20), 18);  // from 8 long to 10 short
    rig.fill();
    EXPECT_EQ(rig.books().at(0).position, -10);
    EXPECT_EQ(rig.sell(1), 0);
    EXPECT_EQ(rig.buy(30), 20);
}

TEST(MaxPositionRule, LetsAPositionThatHasOutgrownTheLimitShrink) {
    RiskRig rig({rule("max_position", {number("notional", "1000")})});
    EXPECT_EQ(rig.buy(10), 10);
    rig.fill();
    rig.close(200);
    EXPECT_EQ(rig.buy(1), 0);
    EXPECT_EQ(rig.sell(2), 2);
    EXPECT_EQ(rig.sell(100), 8 + 5);  // the rest, and 1000 short at 200
}

TEST(MaxPositionRule, FollowsTheEquity) {
    RiskRig rig({rule("max_position", {number("equity_share", "0.25")})});
    EXPECT_EQ(rig.buy(40), 25);
    rig.fill();
    rig.close(200);  // equity 12,500: 3,125 are 15 at 200
    EXPECT_EQ(rig.buy(40), 0);
    rig.sell(20);
    rig.fill();
    EXPECT_EQ(rig.buy(40), 10);
}

TEST(MaxPositionRule, CountsAGroupOnce) {
    RiskRig rig({rule("max_position", {number("quantity", "10")})});
    EXPECT_EQ(rig.buy(8), 8);
    EXPECT_EQ(rig.submit({.side = Side::kBuy, .quantity = {8}, .oco = 1}), 8);
    EXPECT_EQ(rig.submit({.side = Side::kBuy, .quantity = {20}, .oco = 2}), 10);  // 8 count already
    EXPECT_EQ(rig.buy(1), 0);
    rig.cancel(3);
    EXPECT_EQ(rig.buy(9), 2);
}

TEST(MaxPositionRule, LetsTheExitsOfAnEntryPass) {
    RiskRig rig({rule("max_position", {number("quantity", "10")})});
    rig.sell(5);
    rig.fill();
    // The reversal to 10 long: its exits take back 15 of it.
    EXPECT_EQ(rig.buy(15), 15);
    EXPECT_EQ(rig.submit({.side = Side::kSell, .quantity = {15}, .parent = 2}), 15);
    EXPECT_EQ(rig.submit({.side = Side::kSell, .quantity = {15}, .parent = 2, .oco = 3}), 15);
    EXPECT_EQ(rig.books().at(0).open.sells, 0);
    rig.fill(2, 4);
    EXPECT_EQ(rig.books().at(0).open.sells, 4);
    rig.fill(2, 11);
    EXPECT_EQ(rig.books().at(0).open.sells, 15);
}

TEST(MaxPositionRule, CountsExitsBesideTheFirstAndLargerOnes) {
    RiskRig rig({rule("max_position", {number("quantity", "10")})});
    EXPECT_EQ(rig.buy(5), 5);
    EXPECT_EQ(rig.submit({.side = Side::kSell, .quantity = {20}, .parent = 1}), 10);  // closes 5 and opens 5
    rig.cancel(2);
    EXPECT_EQ(rig.submit({.side = Side::kSell, .quantity = {5}, .parent = 1}), 5);
    EXPECT_EQ(rig.submit({.side = Side::kSell, .quantity = {5}, .parent = 1}), 5);
    EXPECT_EQ(rig.books().at(0).open.sells, 5);  // the second could fill beside the first
}

TEST(MaxPositionRule, IsPerInstrument) {
    RiskRig rig({rule("max_position", {number("quantity", "10")})});
    EXPECT_EQ(rig.buy(10, 0), 10);
    EXPECT_EQ(rig.buy(10, 1), 10);
}

}  // namespace
}  // namespace ct::risk
