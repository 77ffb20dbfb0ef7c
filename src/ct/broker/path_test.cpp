#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/broker/matching_rules.hpp"
#include "ct/broker/simulated_broker.hpp"
#include "ct/core/order.hpp"
#include "support/broker_rig.hpp"

// Matching along the path open, nearer extreme, other extreme, close. Bars are {open, high, low, close}.
namespace ct::broker {
namespace {

using test::BrokerRig;
using test::limit;
using test::stop;
using testing::ElementsAre;
using testing::IsEmpty;

SimulatedBrokerConfig along_path() { return {.matching = {.intrabar = Intrabar::kPath}}; }
OrderRequest oco(OrderId member, OrderRequest order) {
    order.oco = member;
    return order;
}

TEST(Path, GoesToTheNearerExtremeFirst) {
    for (const bool high_first : {true, false}) {
        BrokerRig rig(along_path());
        rig.submit(stop(Side::kSell, 1, 90));
        rig.submit(oco(1, limit(Side::kSell, 1, 110)));
        const auto lines = high_first ? rig.bar({104, 112, 80, 100}) : rig.bar({96, 120, 88, 100});
        EXPECT_EQ(lines[0], high_first ? "2 filled 1 at 110 maker, fee 0" : "1 filled 1 at 90 taker, fee 0");
    }
}

TEST(Path, WithEqualWaysGoesLowFirstWhenTheBarRises) {
    for (const bool rises : {true, false}) {
        BrokerRig rig(along_path());
        rig.submit(stop(Side::kSell, 1, 90));
        rig.submit(oco(1, limit(Side::kSell, 1, 110)));
        const auto lines = rig.bar({100, 110, 90, rises ? 101 : 99});
        EXPECT_EQ(lines[0], rises ? "1 filled 1 at 90 taker, fee 0" : "2 filled 1 at 110 maker, fee 0");
    }
}

TEST(Path, MeetsOrdersInTheOrderOfTheirPrices) {
    BrokerRig rig(along_path());
    rig.submit(limit(Side::kBuy, 1, 92));
    rig.submit(limit(Side::kBuy, 2, 96));
    rig.submit(stop(Side::kSell, 3, 94));
    EXPECT_THAT(
        rig.bar({100, 120, 90, 110}),
        ElementsAre("2 filled 2 at 96 maker, fee 0", "3 filled 3 at 94 taker, fee 0", "1 filled 1 at 92 maker, fee 0"));
}

TEST(Path, AtOnePriceStopsComeFirstThenTheEarlierOrder) {
    BrokerRig rig(along_path());
    rig.submit(limit(Side::kBuy, 1, 95));
    rig.submit(limit(Side::kBuy, 2, 95));
    rig.submit(stop(Side::kSell, 3, 95));
    EXPECT_THAT(
        rig.bar({100, 120, 90, 110}),
        ElementsAre("3 filled 3 at 95 taker, fee 0", "1 filled 1 at 95 maker, fee 0", "2 filled 2 at 95 maker, fee 0"));
}

TEST(Path, ATriggeredLimitGoesOnFromThere) {
    OrderRequest order = stop(Side::kBuy, 1, 105);
    order.type = OrderType::kStopLimit;
    order.limit_price = {102};
    BrokerRig rig(along_path());
    rig.submit(order);
    // Up to 106, down to 90: through 102 on the way.
    EXPECT_THAT(rig.bar({100, 106, 90, 104}), ElementsAre("1 filled 1 at 102 maker, fee 0"));
    BrokerRig before(along_path());
    before.submit(order);
    // Down to 98 first, then up to 110, and back to 104 only.
    EXPECT_THAT(before.bar({100, 110, 98, 104}), IsEmpty());
}

TEST(Path, ATrailingStopFollowsEveryTurn) {
    OrderRequest order = stop(Side::kSell, 1, 80);
    order.type = OrderType::kTrailingStop;
    order.trail_amount = {10};
    BrokerRig rig(along_path());
    rig.submit(order);
    // From 100 to 108 (nearer), then down to 85.
    EXPECT_THAT(rig.bar({100, 108, 85, 90}),
                ElementsAre("1 trailed to 90", "1 trailed to 98", "1 filled 1 at 98 taker, fee 0"));
}

TEST(Path, AGapIsMetAtTheOpen) {
    BrokerRig rig(along_path());
    rig.submit(stop(Side::kSell, 1, 90));
    rig.submit(limit(Side::kBuy, 1, 85));
    EXPECT_THAT(rig.bar({80, 82, 79, 81}),
                ElementsAre("1 filled 1 at 80 taker, fee 0", "2 filled 1 at 80 taker, fee 0"));
}

}  // namespace
}  // namespace ct::broker
