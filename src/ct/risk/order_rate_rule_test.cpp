#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/core/time.hpp"
#include "support/risk_rig.hpp"

namespace ct::risk {
namespace {

using test::number;
using test::RiskRig;
using test::rule;
using test::words;
using testing::ElementsAre;

TEST(OrderRateRule, CountsTheOrdersThatPassedInItsWindowOfEventTime) {
    RiskRig rig({rule("order_rate", {number("orders", "2"), words("window", "10s")})});
    EXPECT_EQ(rig.buy(1), 1);
    rig.now_ns = 4 * kNsPerSecond;
    EXPECT_EQ(rig.buy(1), 1);
    rig.now_ns = 10 * kNsPerSecond - 1;
    EXPECT_EQ(rig.buy(1), 0);
    EXPECT_THAT(rig.said(), ElementsAre("order_rate: the number of orders in the window is 3, the limit is 2"));
    rig.now_ns = 10 * kNsPerSecond;
    EXPECT_EQ(rig.buy(1), 1);  // the first is 10 s old; the refused one does not count
    rig.now_ns = 14 * kNsPerSecond - 1;
    EXPECT_EQ(rig.buy(1), 0);
    rig.now_ns = 14 * kNsPerSecond;
    EXPECT_EQ(rig.buy(1), 1);
}

TEST(OrderRateRule, DoesNotCountWhatAnotherRuleRefuses) {
    RiskRig rig({rule("order_rate", {number("orders", "1"), words("window", "1d")}),
                 rule("max_position", {number("quantity", "0.5")})});
    EXPECT_EQ(rig.buy(1), 0);
    EXPECT_EQ(rig.buy(1), 0);
    EXPECT_THAT(rig.said(), ElementsAre(testing::StartsWith("max_position: ")));
}

TEST(OrderRateRule, HasTiers) {
    RiskRig rig({rule("order_rate", {number("orders", "1"), words("window", "1s")}),
                 rule("order_rate", {number("orders", "2"), words("window", "1m")})});
    EXPECT_EQ(rig.buy(1), 1);
    EXPECT_EQ(rig.buy(1), 0);
    rig.now_ns = kNsPerSecond;
    EXPECT_EQ(rig.buy(1), 1);
    rig.now_ns = 2 * kNsPerSecond;
    EXPECT_EQ(rig.buy(1), 0);
    rig.now_ns = 60 * kNsPerSecond;
    EXPECT_EQ(rig.buy(1), 1);
}

}  // namespace
}  // namespace ct::risk
