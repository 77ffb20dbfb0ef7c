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

constexpr TimeNs kHour = 3600 * kNsPerSecond;

TEST(StaleDataRule, CountsBarsOfTheInstrumentsTimeframe) {
    RiskRig rig({rule("stale_data", {number("bars", "2")})});
    rig.now_ns = 2 * kHour;
    rig.close(100, 1);
    EXPECT_EQ(rig.buy(1), 1);
    rig.now_ns += 1;
    EXPECT_EQ(rig.buy(1), 0);
    EXPECT_THAT(rig.said(),
                ElementsAre("stale_data: the age of the last bar is 7200.000000001 s, the limit is 7200 s"));
    EXPECT_EQ(rig.buy(1, 1), 1);
    rig.close(100);
    EXPECT_EQ(rig.buy(1), 1);
}

TEST(StaleDataRule, CountsTimeAndLetsPositionsBeReduced) {
    RiskRig rig({rule("stale_data", {words("age", "90m")})});
    EXPECT_EQ(rig.buy(5), 5);
    rig.fill();
    rig.now_ns = 2 * kHour;
    EXPECT_EQ(rig.buy(1), 0);
    EXPECT_EQ(rig.sell(9), 5);
}

}  // namespace
}  // namespace ct::risk
