#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/core/time.hpp"
#include "support/risk_rig.hpp"

namespace ct::risk {
namespace {

using test::number;
using test::RiskRig;
using test::rule;
using testing::ElementsAre;

constexpr TimeNs kHour = 3600 * kNsPerSecond;

/// Holds 10 bought at 100.
struct Holding : RiskRig {
    explicit Holding(const std::string& key, const std::string& limit)
        : RiskRig({rule("daily_loss", {number(key, limit)})}) {
        EXPECT_EQ(buy(10), 10);
        fill();
    }
};

TEST(DailyLossRule, StopsAtTheLimitUntilMidnight) {
    Holding rig("amount", "200");
    rig.now_ns = kHour;
    rig.close(81);
    EXPECT_EQ(rig.buy(1), 1);
    rig.now_ns = 2 * kHour;
    rig.close(80);
    EXPECT_EQ(rig.buy(1), 0);
    EXPECT_THAT(rig.said(), ElementsAre("daily_loss: the day's loss is 200 USDT, the limit is 200 USDT"));
    rig.now_ns = 3 * kHour;
    rig.close(99);
    EXPECT_EQ(rig.buy(1), 0);  // it has been stopped
    rig.now_ns = kNsPerDay - 1;
    rig.close(79);
    EXPECT_EQ(rig.buy(1), 0);
    rig.now_ns = kNsPerDay;
    rig.close(79);
    EXPECT_EQ(rig.buy(1), 1);
    rig.now_ns = kNsPerDay + kHour;
    rig.close(59);  // 200 below midnight's
    EXPECT_EQ(rig.buy(1), 0);
}

TEST(DailyLossRule, ADayWithoutAStepAtItsMidnightStartsWithTheEquityBeforeIt) {
    Holding rig("amount", "200");
    rig.now_ns = 20 * kHour;
    rig.close(100);
    rig.now_ns = kNsPerDay + 5 * kHour;
    rig.close(80);
    EXPECT_EQ(rig.buy(1), 0);
}

TEST(DailyLossRule, CountsAShareOfTheEquityOfTheDaysStart) {
    Holding rig("equity_share", "0.01");
    rig.close(91);
    EXPECT_EQ(rig.buy(1), 1);
    rig.close(90);
    EXPECT_EQ(rig.buy(1), 0);
}

TEST(DailyLossRule, LetsPositionsBeReducedAndNotTurned) {
    Holding rig("amount", "200");
    rig.close(70);
    EXPECT_EQ(rig.sell(4), 4);
    EXPECT_EQ(rig.sell(10), 6);  // 4 of the 10 are being sold already
    EXPECT_EQ(rig.sell(1), 0);
}

}  // namespace
}  // namespace ct::risk
