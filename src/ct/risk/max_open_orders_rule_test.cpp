#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/risk_rig.hpp"

namespace ct::risk {
namespace {

using test::number;
using test::RiskRig;
using test::rule;
using testing::ElementsAre;

TEST(MaxOpenOrdersRule, CountsWhatWorksOverAllSymbols) {
    RiskRig rig({rule("max_open_orders", {number("orders", "2")})});
    EXPECT_EQ(rig.buy(1, 0), 1);
    EXPECT_EQ(rig.buy(1, 1), 1);
    EXPECT_EQ(rig.buy(1, 0), 0);
    EXPECT_THAT(rig.said(), ElementsAre("max_open_orders: the number of open orders is 3, the limit is 2"));
    rig.fill(1, 1);
    EXPECT_EQ(rig.buy(2, 0), 2);
    rig.fill(4, 1);  // a part: it still works
    EXPECT_EQ(rig.buy(1, 0), 0);
    rig.cancel(4);
    EXPECT_EQ(rig.buy(1, 0), 1);
}

TEST(MaxOpenOrdersRule, CountsThoseOfASymbol) {
    RiskRig rig({rule("max_open_orders", {number("orders_per_symbol", "1")})});
    EXPECT_EQ(rig.buy(1, 0), 1);
    EXPECT_EQ(rig.buy(1, 0), 0);
    EXPECT_EQ(rig.buy(1, 1), 1);
}

}  // namespace
}  // namespace ct::risk
