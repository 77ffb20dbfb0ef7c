#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/risk_rig.hpp"

namespace ct::risk {
namespace {

using test::number;
using test::RiskRig;
using test::rule;
using testing::ElementsAre;

TEST(MaxExposureRule, BoundsAnAsset) {
    RiskRig rig({rule("max_exposure", {number("asset_notional", "1000")})});
    EXPECT_EQ(rig.buy(12, 0), 10);
    EXPECT_EQ(rig.sell(12, 1), 10);
    EXPECT_THAT(rig.said(), ElementsAre("max_exposure: the asset's exposure is 1200 USDT, the limit is 1000 USDT; "
                                        "shrunk from 12 to 10 ETH"));
}

TEST(MaxExposureRule, BoundsTheSumOfLongsAndShorts) {
    for (const char* limit : {"total_notional", "venue_notional"}) {
        RiskRig rig({rule("max_exposure", {number(limit, "1000")})});
        EXPECT_EQ(rig.buy(7, 0), 7);
        EXPECT_EQ(rig.sell(7, 1), 3);
        EXPECT_EQ(rig.sell(1, 1), 0);
        EXPECT_EQ(rig.sell(7, 0), 7);  // it would lower the worst case of 7 long to 7 short, which is no more
        EXPECT_EQ(rig.sell(1, 0), 0);
    }
}

TEST(MaxExposureRule, CountsAShareOfTheEquity) {
    RiskRig rig({rule("max_exposure", {number("total_share", "0.3"), number("total_notional", "5000")})});
    EXPECT_EQ(rig.buy(40), 30);
}

TEST(MaxExposureRule, LetsPassWhatAddsNothingThoughTheMarketHasCarriedItOver) {
    RiskRig rig({rule("max_exposure", {number("total_notional", "1000")})});
    rig.buy(10);
    rig.fill();
    rig.close(150);
    EXPECT_EQ(rig.buy(1), 0);
    EXPECT_EQ(rig.sell(10), 10);
    rig.cancel(3);
    EXPECT_EQ(rig.sell(100), 20);  // to 10 short: as much as it is now
}

}  // namespace
}  // namespace ct::risk
