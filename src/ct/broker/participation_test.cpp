#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/broker/simulated_broker.hpp"
#include "ct/core/order.hpp"
#include "support/broker_rig.hpp"
#include "support/numbers.hpp"

// A share of each bar's volume is all that orders can fill together.
namespace ct::broker {
namespace {

using test::BrokerRig;
using test::ioc;
using test::limit;
using test::market;
using testing::ElementsAre;
using testing::IsEmpty;

SimulatedBrokerConfig tenth() { return {.matching = {.participation = test::rate("0.1")}}; }
constexpr double kVolume = 49;  // a tenth is 4.9: four

TEST(Participation, FillsBarByBar) {
    BrokerRig rig(tenth());
    rig.submit(market(Side::kBuy, 10));
    EXPECT_THAT(rig.bar({100, 100, 100, 100}, 0, kVolume), ElementsAre("1 filled 4 at 100 taker, fee 0"));
    EXPECT_THAT(rig.bar({101, 101, 101, 101}, 0, kVolume), ElementsAre("1 filled 4 at 101 taker, fee 0"));
    EXPECT_THAT(rig.bar({102, 102, 102, 102}, 0, kVolume), ElementsAre("1 filled 2 at 102 taker, fee 0"));
}

TEST(Participation, IsSharedInTheOrderOfMatching) {
    BrokerRig rig(tenth());
    rig.submit(limit(Side::kBuy, 3, 95));
    rig.submit(market(Side::kBuy, 3));
    EXPECT_THAT(rig.bar({100, 100, 90, 95}, 0, kVolume),
                ElementsAre("2 filled 3 at 100 taker, fee 0", "1 filled 1 at 95 maker, fee 0"));
    EXPECT_THAT(rig.bar({96, 96, 95, 95}, 0, kVolume), ElementsAre("1 filled 2 at 95 maker, fee 0"));
}

TEST(Participation, LeavesAnImmediateOrderItsPartAndAFillOrKillNothing) {
    BrokerRig rig(tenth());
    rig.submit(ioc(market(Side::kBuy, 10)));
    EXPECT_THAT(rig.bar({100, 100, 100, 100}, 0, kVolume),
                ElementsAre("1 filled 4 at 100 taker, fee 0", "1 canceled not_marketable"));
    OrderRequest all = market(Side::kBuy, 5);
    all.time_in_force = TimeInForce::kFok;
    rig.submit(all);
    EXPECT_THAT(rig.bar({100, 100, 100, 100}, 0, kVolume), ElementsAre("2 canceled not_marketable"));
    all.quantity = {4};
    rig.submit(all);
    EXPECT_THAT(rig.bar({100, 100, 100, 100}, 0, kVolume), ElementsAre("3 filled 4 at 100 taker, fee 0"));
}

TEST(Participation, OfNoVolumeIsNothing) {
    BrokerRig rig(tenth());
    rig.submit(market(Side::kBuy, 1));
    EXPECT_THAT(rig.bar({100, 100, 100, 100}, 0, 0), IsEmpty());
    EXPECT_THAT(rig.bar({100, 100, 100, 100}, 0, 10), ElementsAre("1 filled 1 at 100 taker, fee 0"));
}

}  // namespace
}  // namespace ct::broker
