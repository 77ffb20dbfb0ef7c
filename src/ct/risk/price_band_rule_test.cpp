#include <cstdint>

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

TEST(PriceBandRule, RefusesPricesBeyondTheBand) {
    RiskRig rig({rule("price_band", {number("share", "0.1")})});
    const auto limit = [&](std::int64_t price) {
        return rig.submit({.type = OrderType::kLimit, .quantity = {1}, .limit_price = {price}});
    };
    EXPECT_EQ(limit(90), 1);
    EXPECT_EQ(limit(110), 1);
    EXPECT_EQ(limit(89), 0);
    EXPECT_EQ(limit(111), 0);
    EXPECT_THAT(rig.said(), ElementsAre("price_band: the distance of the price from the last close, as a share of it, "
                                        "is 0.11, the limit is 0.1"));
    EXPECT_EQ(rig.submit({.type = OrderType::kStop, .quantity = {1}, .stop_price = {111}}), 0);
    EXPECT_EQ(rig.buy(1), 1);
}

}  // namespace
}  // namespace ct::risk
