#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/risk_rig.hpp"

namespace ct::risk {
namespace {

using test::RiskRig;
using test::rule;
using testing::ElementsAre;

TEST(KillSwitchRule, StopsEverythingButReductions) {
    RiskRig rig({rule("kill_switch")});
    EXPECT_EQ(rig.buy(5), 5);
    rig.fill();
    rig.kill_switch.pull();
    EXPECT_EQ(rig.buy(1), 0);
    EXPECT_THAT(rig.said(), ElementsAre("kill_switch: the kill switch is pulled"));
    EXPECT_EQ(rig.sell(1, 1), 0);
    EXPECT_EQ(rig.sell(2), 2);
    EXPECT_EQ(rig.sell(9), 3);
    rig.fill(4, 2);
    rig.fill(5, 3);
    EXPECT_EQ(rig.books().at(0).position, 0);
    EXPECT_EQ(rig.sell(1), 0);
}

TEST(KillSwitchRule, ReducesAShortByBuying) {
    RiskRig rig({rule("kill_switch")});
    EXPECT_EQ(rig.sell(5), 5);
    rig.fill();
    rig.kill_switch.pull();
    EXPECT_EQ(rig.sell(1), 0);
    EXPECT_EQ(rig.buy(9), 5);
}

}  // namespace
}  // namespace ct::risk
