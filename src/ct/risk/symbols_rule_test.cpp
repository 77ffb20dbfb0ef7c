#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/risk_rig.hpp"

namespace ct::risk {
namespace {

using test::list;
using test::RiskRig;
using test::rule;
using testing::ElementsAre;

TEST(SymbolsRule, LetsOnlyTheAllowedPass) {
    RiskRig rig({rule("symbols", {list("allow", {"ETH/USDT", "ADA/USDT"})})});
    EXPECT_EQ(rig.buy(1, 1), 1);
    EXPECT_EQ(rig.buy(1, 0), 0);
    EXPECT_THAT(rig.said(), ElementsAre("symbols: the symbol is not on the allow list"));
}

TEST(SymbolsRule, RefusesTheBlocked) {
    RiskRig rig({rule("symbols", {list("block", {"BTC/USDT"})})});
    EXPECT_EQ(rig.buy(1, 1), 1);
    EXPECT_EQ(rig.buy(1, 0), 0);
    EXPECT_THAT(rig.said(), ElementsAre("symbols: the symbol is on the block list"));
}

}  // namespace
}  // namespace ct::risk
