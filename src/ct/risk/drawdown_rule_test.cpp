#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/risk_rig.hpp"

namespace ct::risk {
namespace {

using test::number;
using test::RiskRig;
using test::rule;
using testing::ElementsAre;

TEST(DrawdownRule, StopsForGoodOnceTheEquityLiesFarEnoughBelowItsPeak) {
    RiskRig rig({rule("drawdown", {number("share", "0.1")})});
    EXPECT_EQ(rig.buy(100), 100);  // the equity is 100 times the price
    rig.fill();
    rig.close(200);  // the peak
    rig.close(181);
    EXPECT_EQ(rig.sell(1), 1);
    rig.fill();
    rig.close(180);  // 17,820 + 181 = 18,001
    EXPECT_EQ(rig.sell(200), 200);
    rig.cancel(3);
    rig.close(179);
    EXPECT_EQ(rig.sell(200), 99);
    EXPECT_THAT(rig.said(), ElementsAre("drawdown: the fall from the peak equity is 2098 USDT, the limit is 2000 USDT; "
                                        "shrunk from 200 to 99 BTC"));
    rig.close(300);
    EXPECT_EQ(rig.buy(1), 0);
}

}  // namespace
}  // namespace ct::risk
