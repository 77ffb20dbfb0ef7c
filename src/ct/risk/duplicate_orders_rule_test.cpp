#include <cstdint>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/core/order.hpp"
#include "ct/core/time.hpp"
#include "support/risk_rig.hpp"

namespace ct::risk {
namespace {

using test::number;
using test::RiskRig;
using test::rule;
using test::words;
using testing::ElementsAre;

TEST(DuplicateOrdersRule, RefusesTheSameOrderWithinTheWindow) {
    RiskRig rig({rule("duplicate_orders", {words("window", "1s")})});
    EXPECT_EQ(rig.buy(1), 1);
    rig.now_ns = kNsPerSecond / 2;
    EXPECT_EQ(rig.buy(1), 0);
    EXPECT_THAT(rig.said(), ElementsAre("duplicate_orders: the time since an equal order is 0.5 s, the limit is 1 s"));
    EXPECT_EQ(rig.buy(2), 2);
    EXPECT_EQ(rig.sell(1), 1);
    EXPECT_EQ(rig.buy(1, 1), 1);
    EXPECT_EQ(rig.submit({.type = OrderType::kLimit, .quantity = {1}, .limit_price = {90}}), 1);
    EXPECT_EQ(rig.buy(1), 0);  // others came in between
    rig.now_ns = kNsPerSecond;
    EXPECT_EQ(rig.buy(1), 1);
}

TEST(DuplicateOrdersRule, ComparesWhatWasAskedForNotWhatWasLeftOfIt) {
    RiskRig rig({rule("duplicate_orders", {words("window", "1s")}), rule("max_order", {number("quantity", "5")})});
    EXPECT_EQ(rig.buy(9), 5);
    EXPECT_EQ(rig.buy(9), 0);
}

TEST(DuplicateOrdersRule, RemembersSoManyOrders) {
    RiskRig rig({rule("duplicate_orders", {words("window", "1d")})});
    for (std::int64_t i = 1; i <= 256; ++i) EXPECT_EQ(rig.sell(i), i);
    EXPECT_EQ(rig.sell(1), 0);
    EXPECT_EQ(rig.sell(257), 257);  // takes the place of the first
    EXPECT_EQ(rig.sell(1), 1);
}

}  // namespace
}  // namespace ct::risk
