
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/broker/matching_rules.hpp"
#include "ct/broker/simulated_broker.hpp"
#include "ct/core/execution.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "support/bars.hpp"
#include "support/broker_rig.hpp"
#include "support/numbers.hpp"

// Groups and families of orders, each rule in both profiles. Bars are {open, high, low, close}.
namespace ct::broker {
namespace {

using test::BrokerRig;
using test::flat;
using test::limit;
using test::market;
using test::stop;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr double kVolume = 40;  // of which a tenth may fill: 4

SimulatedBrokerConfig native() { return {.matching = {.participation = test::rate("0.1")}}; }
SimulatedBrokerConfig backtrader() {
    SimulatedBrokerConfig config = native();
    config.matching.links = LinkRules::kBacktrader;
    return config;
}
SimulatedBrokerConfig plain(LinkRules links) { return {.matching = {.links = links}}; }

OrderRequest of_group(OrderId member, OrderRequest order) {
    order.oco = member;
    return order;
}
OrderRequest child_of(OrderId parent, OrderRequest order) {
    order.parent = parent;
    return order;
}
/// Made at the start: not a bar longer than one.
OrderRequest for_an_hour(OrderRequest order) {
    order.time_in_force = TimeInForce::kGtd;
    order.expire_ns = test::kHour;
    return order;
}

/// An entry of 10, a stop at 90 and a target at 110: orders 1, 2 and 3.
void bracket(BrokerRig& rig, const OrderRequest& entry) {
    rig.submit(entry);
    rig.submit(child_of(1, stop(opposite(entry.side), 10, 90)));
    rig.submit(of_group(2, child_of(1, limit(opposite(entry.side), 10, 110))));
}
OrderRequest long_entry() { return market(Side::kBuy, 10); }

TEST(Oco, AFullFillCancelsTheOthersInBothProfiles) {
    for (const LinkRules links : {LinkRules::kNative, LinkRules::kBacktrader}) {
        BrokerRig rig(plain(links));
        rig.submit(limit(Side::kBuy, 1, 90));
        rig.submit(of_group(1, stop(Side::kBuy, 1, 110)));
        rig.submit(of_group(2, limit(Side::kSell, 1, 120)));
        EXPECT_THAT(rig.bar({100, 105, 90, 95}),
                    ElementsAre("1 filled 1 at 90 maker, fee 0", "2 canceled oco", "3 canceled oco"));
        EXPECT_THAT(rig.bar(flat(130)), IsEmpty());
    }
}

TEST(Oco, NativeKeepsTheOthersAfterAPartialFillSmallerByIt) {
    BrokerRig rig(native());
    rig.submit(limit(Side::kBuy, 6, 90));
    rig.submit(of_group(1, stop(Side::kBuy, 6, 110)));
    EXPECT_THAT(rig.bar({100, 105, 90, 95}, 0, kVolume),
                ElementsAre("1 filled 4 at 90 maker, fee 0", "2 amended oco to 2"));
    EXPECT_THAT(rig.bar({100, 110, 95, 100}, 0, kVolume),
                ElementsAre("2 filled 2 at 110 taker, fee 0", "1 canceled oco"));
}

TEST(Oco, NativeCancelsALegOfWhichNothingIsLeft) {
    BrokerRig rig(native());
    rig.submit(limit(Side::kBuy, 6, 90));
    rig.submit(of_group(1, stop(Side::kBuy, 3, 110)));
    EXPECT_THAT(rig.bar({100, 105, 90, 95}, 0, kVolume),
                ElementsAre("1 filled 4 at 90 maker, fee 0", "2 canceled oco"));
}

TEST(Oco, BacktraderCancelsTheOthersAtTheFirstPartialFill) {
    BrokerRig rig(backtrader());
    rig.submit(limit(Side::kBuy, 6, 90));
    rig.submit(of_group(1, stop(Side::kBuy, 6, 110)));
    EXPECT_THAT(rig.bar({100, 105, 90, 95}, 0, kVolume),
                ElementsAre("1 filled 4 at 90 maker, fee 0", "2 canceled oco"));
}

TEST(Oco, ACancelLeavesTheOthersInNativeAndTakesThemAlongInBacktrader) {
    for (const bool is_native : {true, false}) {
        BrokerRig rig(plain(is_native ? LinkRules::kNative : LinkRules::kBacktrader));
        rig.submit(limit(Side::kBuy, 1, 90));
        rig.submit(of_group(1, stop(Side::kBuy, 1, 110)));
        rig.cancel(1);
        if (is_native) {
            EXPECT_THAT(rig.poll(), ElementsAre("1 canceled user_request"));
            EXPECT_THAT(rig.bar(flat(111)), ElementsAre("2 filled 1 at 111 taker, fee 0"));
        } else {
            EXPECT_THAT(rig.poll(), ElementsAre("1 canceled user_request", "2 canceled oco"));
        }
    }
}

TEST(Oco, BothLegsInOneBarTheStopCountsInNativeTheFirstOneMadeInBacktrader) {
    for (const bool stop_first : {true, false}) {
        for (const bool is_native : {true, false}) {
            BrokerRig rig(plain(is_native ? LinkRules::kNative : LinkRules::kBacktrader));
            const OrderRequest worse = stop(Side::kSell, 1, 90);
            const OrderRequest better = limit(Side::kSell, 1, 110);
            rig.submit(stop_first ? worse : better);
            rig.submit(of_group(1, stop_first ? better : worse));
            const auto lines = rig.bar({100, 120, 80, 100});
            const bool stop_counts = is_native || stop_first;
            EXPECT_EQ(lines[0], fmt::format("{} filled 1 at {}, fee 0", stop_counts == stop_first ? 1 : 2,
                                            stop_counts ? "90 taker" : "110 maker"));
            EXPECT_EQ(lines[1], fmt::format("{} canceled oco", stop_counts == stop_first ? 2 : 1));
        }
    }
}

TEST(Oco, AFillIsAmbiguousWhenItsBarHoldsALegOfTheOtherDirection) {
    const auto is_ambiguous = [](const test::Ohlc& bar, const SimulatedBrokerConfig& config) {
        BrokerRig rig(config);
        rig.submit(stop(Side::kSell, 1, 90));
        rig.submit(of_group(1, limit(Side::kSell, 1, 110)));
        rig.submit(of_group(1, stop(Side::kSell, 1, 80)));  // of the same direction
        rig.submit(limit(Side::kSell, 1, 115));             // not of the group
        rig.bar(bar);
        for (const Report& report : rig.reports()) {
            if (report.kind == Report::Kind::kFilled) return report.ambiguous;
        }
        ADD_FAILURE() << "nothing has filled";
        return false;
    };
    const SimulatedBrokerConfig path{.matching = {.intrabar = Intrabar::kPath}};
    for (const SimulatedBrokerConfig& config : {plain(LinkRules::kNative), plain(LinkRules::kBacktrader), path}) {
        EXPECT_TRUE(is_ambiguous({100, 110, 90, 100}, config));
        EXPECT_FALSE(is_ambiguous({100, 109, 80, 100}, config)) << "the bar does not reach the target";
        EXPECT_FALSE(is_ambiguous({100, 120, 91, 100}, config)) << "nor here the stop";
        EXPECT_FALSE(is_ambiguous({90, 110, 90, 100}, config)) << "the open is the first price";
        EXPECT_FALSE(is_ambiguous({110, 110, 90, 100}, config) && config.matching.links == LinkRules::kNative);
    }
}

TEST(Oco, SeveralGroupsOfOneInstrumentDoNotTouchEachOther) {
    BrokerRig rig;
    rig.submit(limit(Side::kBuy, 1, 90));
    rig.submit(limit(Side::kBuy, 1, 80));
    rig.submit(of_group(1, stop(Side::kBuy, 1, 110)));
    rig.submit(of_group(2, stop(Side::kBuy, 1, 120)));
    EXPECT_THAT(rig.bar({100, 101, 90, 95}), ElementsAre("1 filled 1 at 90 maker, fee 0", "3 canceled oco"));
    EXPECT_THAT(rig.bar({100, 120, 95, 95}), ElementsAre("4 filled 1 at 120 taker, fee 0", "2 canceled oco"));
}

TEST(Bracket, ChildrenOfAnEntryAtTheOpenGuardTheRestOfItsBarInNative) {
    BrokerRig rig;
    bracket(rig, long_entry());
    EXPECT_THAT(rig.bar({100, 105, 90, 95}),
                ElementsAre("1 filled 10 at 100 taker, fee 0", "2 filled 10 at 90 taker, fee 0", "3 canceled oco"));
}

TEST(Bracket, ChildrenOfAnEntryInsideABarWaitForTheNextInNative) {
    BrokerRig rig;
    bracket(rig, limit(Side::kBuy, 10, 95));
    EXPECT_THAT(rig.bar({100, 112, 85, 95}), ElementsAre("1 filled 10 at 95 maker, fee 0"));
    EXPECT_THAT(rig.bar({100, 112, 95, 95}), ElementsAre("3 filled 10 at 110 maker, fee 0", "2 canceled oco"));
}

TEST(Bracket, ChildrenWaitForTheBarAfterTheEntryInBacktrader) {
    BrokerRig rig(plain(LinkRules::kBacktrader));
    bracket(rig, long_entry());
    EXPECT_THAT(rig.bar({100, 105, 90, 95}), ElementsAre("1 filled 10 at 100 taker, fee 0"));
    EXPECT_THAT(rig.bar({95, 105, 90, 95}), ElementsAre("2 filled 10 at 90 taker, fee 0", "3 canceled oco"));
}

TEST(Bracket, APartOfTheEntryReleasesAsMuchOfTheChildrenInNative) {
    BrokerRig rig(native());
    bracket(rig, long_entry());
    EXPECT_THAT(rig.bar(flat(100), 0, kVolume), ElementsAre("1 filled 4 at 100 taker, fee 0"));
    // The entry takes all of the volume, again.
    EXPECT_THAT(rig.bar(flat(100), 0, kVolume), ElementsAre("1 filled 4 at 100 taker, fee 0"));
    EXPECT_THAT(rig.bar({100, 110, 100, 100}, 0, 1000),
                ElementsAre("1 filled 2 at 100 taker, fee 0", "3 filled 10 at 110 maker, fee 0", "2 canceled oco"));
}

TEST(Bracket, AChildMayFillBeforeItsParentIsDoneInNative) {
    BrokerRig rig(native());
    bracket(rig, limit(Side::kBuy, 10, 95));
    EXPECT_THAT(rig.bar({100, 100, 95, 95}, 0, kVolume), ElementsAre("1 filled 4 at 95 maker, fee 0"));
    EXPECT_THAT(rig.bar({100, 110, 100, 100}, 0, 1000),
                ElementsAre("3 filled 4 at 110 maker, fee 0", "2 amended oco to 6"));
    EXPECT_THAT(rig.bar({100, 100, 94, 95}, 0, 1000), ElementsAre("1 filled 6 at 95 maker, fee 0"));
    EXPECT_THAT(rig.bar({90, 90, 89, 90}, 0, 1000), ElementsAre("2 filled 6 at 90 taker, fee 0", "3 canceled oco"));
}

TEST(Bracket, ChildrenWaitForTheWholeParentInBacktrader) {
    BrokerRig rig(backtrader());
    bracket(rig, long_entry());
    EXPECT_THAT(rig.bar(flat(100), 0, kVolume), ElementsAre("1 filled 4 at 100 taker, fee 0"));
    EXPECT_THAT(rig.bar({100, 110, 90, 100}, 0, kVolume), ElementsAre("1 filled 4 at 100 taker, fee 0"));
    EXPECT_THAT(rig.bar({100, 110, 90, 100}, 0, 1000), ElementsAre("1 filled 2 at 100 taker, fee 0"));
    EXPECT_THAT(rig.bar({100, 110, 95, 100}, 0, 1000),
                ElementsAre("3 filled 10 at 110 maker, fee 0", "2 canceled oco"));
}

TEST(Bracket, APartOfALegLeavesTheOtherAsItIsInBacktrader) {
    BrokerRig rig(backtrader());
    bracket(rig, long_entry());
    rig.bar(flat(100), 0, 1000);
    EXPECT_THAT(rig.bar({100, 110, 95, 100}, 0, kVolume), ElementsAre("3 filled 4 at 110 maker, fee 0"));
    EXPECT_THAT(rig.bar({100, 100, 90, 95}, 0, 1000), ElementsAre("2 filled 10 at 90 taker, fee 0", "3 canceled oco"));
}

TEST(Bracket, ACanceledParentLeavesItsChildrenInNative) {
    BrokerRig rig;
    bracket(rig, limit(Side::kBuy, 10, 95));
    rig.cancel(1);
    EXPECT_THAT(rig.poll(), ElementsAre("1 canceled user_request"));
    // They wait for what will not come, and end when they are asked to.
    EXPECT_THAT(rig.bar({100, 120, 80, 100}), IsEmpty());
    rig.cancel(2);
    EXPECT_THAT(rig.poll(), ElementsAre("2 canceled user_request"));
}

TEST(Bracket, AParentThatIsCanceledInPartLeavesItsChildrenThatPartInNative) {
    BrokerRig rig(native());
    bracket(rig, limit(Side::kBuy, 10, 95));
    EXPECT_THAT(rig.bar({100, 100, 95, 95}, 0, kVolume), ElementsAre("1 filled 4 at 95 maker, fee 0"));
    rig.cancel(1);
    EXPECT_THAT(rig.poll(), ElementsAre("1 canceled user_request", "2 amended parent to 4", "3 amended parent to 4"));
    EXPECT_THAT(rig.bar({100, 110, 100, 100}, 0, 1000),
                ElementsAre("3 filled 4 at 110 maker, fee 0", "2 canceled oco"));
}

TEST(Bracket, ACanceledParentTakesItsChildrenAlongInBacktrader) {
    BrokerRig rig(plain(LinkRules::kBacktrader));
    bracket(rig, limit(Side::kBuy, 10, 95));
    rig.cancel(1);
    EXPECT_THAT(rig.poll(), ElementsAre("1 canceled user_request", "2 canceled parent", "3 canceled oco"));
}

TEST(Bracket, AChildThatIsCanceledTakesAnEntryAlongThatHasNotFilledInBacktraderAlone) {
    for (const bool is_native : {true, false}) {
        BrokerRig rig(plain(is_native ? LinkRules::kNative : LinkRules::kBacktrader));
        bracket(rig, limit(Side::kBuy, 10, 95));
        rig.cancel(2);
        if (is_native) {
            EXPECT_THAT(rig.poll(), ElementsAre("2 canceled user_request"));
            EXPECT_THAT(rig.bar({100, 101, 95, 98}), ElementsAre("1 filled 10 at 95 maker, fee 0"));
        } else {
            EXPECT_THAT(rig.poll(), ElementsAre("2 canceled user_request", "3 canceled oco", "1 canceled oco"));
        }
    }
}

TEST(Oco, ALegWhoseTimeIsOverEndsAtOnceInNativeAndWhenItsTurnComesInBacktrader) {
    for (const bool is_native : {true, false}) {
        BrokerRig rig(plain(is_native ? LinkRules::kNative : LinkRules::kBacktrader));
        rig.submit(limit(Side::kBuy, 1, 90));
        rig.submit(for_an_hour(of_group(1, stop(Side::kBuy, 1, 110))));
        if (is_native) {
            EXPECT_THAT(rig.bar(flat(100)), ElementsAre("2 expired end_of_time"));
            EXPECT_THAT(rig.bar({100, 100, 90, 95}), ElementsAre("1 filled 1 at 90 maker, fee 0"));
        } else {
            EXPECT_THAT(rig.bar(flat(100)), IsEmpty());
            // The first one made has its bar before.
            EXPECT_THAT(rig.bar({100, 100, 90, 95}), ElementsAre("1 filled 1 at 90 maker, fee 0", "2 canceled oco"));
        }
    }
}

TEST(Oco, ALegWhoseTimeIsOverTakesTheOthersAlongInBacktrader) {
    BrokerRig rig(plain(LinkRules::kBacktrader));
    rig.submit(limit(Side::kBuy, 1, 90));
    rig.submit(for_an_hour(of_group(1, stop(Side::kBuy, 1, 110))));
    rig.bar(flat(100));
    EXPECT_THAT(rig.bar({100, 120, 95, 100}), ElementsAre("2 expired end_of_time", "1 canceled oco"));
}

TEST(Bracket, AParentThatIsRejectedOrExpiresTakesItsChildrenAlongInBothProfiles) {
    for (const LinkRules links : {LinkRules::kNative, LinkRules::kBacktrader}) {
        BrokerRig poor(plain(links), Money::units(999));
        bracket(poor, long_entry());
        const auto lines = poor.bar(flat(100));
        ASSERT_EQ(lines.size(), 3U);
        EXPECT_EQ(lines[0], "1 rejected insufficient_cash, 999 of 1000");
        EXPECT_EQ(lines[1], "2 canceled parent");

        BrokerRig late(plain(links));
        OrderRequest entry = limit(Side::kBuy, 10, 50);
        entry.time_in_force = TimeInForce::kIoc;
        bracket(late, entry);
        const auto ends = late.bar(flat(100));
        ASSERT_EQ(ends.size(), 3U);
        EXPECT_EQ(ends[0], "1 canceled not_marketable");
        EXPECT_EQ(ends[1], "2 canceled parent");
    }
}

TEST(Bracket, ChildrenMayBeOfAnyType) {
    BrokerRig rig;
    rig.submit(market(Side::kBuy, 3));
    rig.submit(child_of(1, market(Side::kSell, 1)));
    OrderRequest stop_limit = stop(Side::kSell, 1, 95);
    stop_limit.type = OrderType::kStopLimit;
    stop_limit.limit_price = {94};
    rig.submit(child_of(1, stop_limit));
    rig.submit(child_of(1, limit(Side::kSell, 1, 105)));
    EXPECT_THAT(rig.bar({100, 105, 95, 100}),
                ElementsAre("1 filled 3 at 100 taker, fee 0", "2 filled 1 at 100 taker, fee 0",
                            "3 filled 1 at 95 taker, fee 0", "4 filled 1 at 105 maker, fee 0"));
}

TEST(Bracket, AlongAPathChildrenGoOnFromWhereTheParentFilled) {
    // Open 100, low 94 (nearer), high 111, close 105.
    BrokerRig rig({.matching = {.intrabar = Intrabar::kPath}});
    bracket(rig, limit(Side::kBuy, 10, 95));
    EXPECT_THAT(rig.bar({100, 111, 94, 105}),
                ElementsAre("1 filled 10 at 95 maker, fee 0", "3 filled 10 at 110 maker, fee 0", "2 canceled oco"));
}

TEST(Replace, KeepsTheIdAndTheLinksAndTakesNewValues) {
    BrokerRig rig;
    rig.submit(limit(Side::kBuy, 5, 90));
    rig.submit(of_group(1, stop(Side::kBuy, 5, 110)));
    rig.replace({.order_id = 1, .quantity = {3}, .limit_price = {95}});
    EXPECT_THAT(rig.poll(), ElementsAre("1 amended replaced to 3"));
    EXPECT_THAT(rig.bar({100, 100, 95, 95}), ElementsAre("1 filled 3 at 95 maker, fee 0", "2 canceled oco"));
    rig.replace({.order_id = 1, .quantity = {9}});
    EXPECT_THAT(rig.poll(), ElementsAre("1 refused finished"));
}

TEST(Replace, OnlyASmallerSizeKeepsThePlaceInTheQueue) {
    for (const bool smaller : {true, false}) {
        BrokerRig rig;
        rig.submit(limit(Side::kBuy, 5, 90));
        rig.submit(limit(Side::kBuy, 5, 90));
        rig.replace({.order_id = 1, .quantity = {smaller ? 4 : 6}});
        rig.poll();
        const auto lines = rig.bar({100, 100, 90, 90});
        EXPECT_EQ(lines[0][0], smaller ? '1' : '2');
    }
}

TEST(Replace, OfOnePriceLeavesAStopThatHasMovedWhereItIs) {
    BrokerRig rig;
    OrderRequest order = stop(Side::kSell, 5, 90);
    order.type = OrderType::kTrailingStop;
    order.trail_amount = {10};
    rig.submit(order);
    rig.bar({100, 120, 100, 120});  // to 110
    rig.replace({.order_id = 1, .quantity = {2}});
    EXPECT_THAT(rig.poll(), ElementsAre("1 amended replaced to 2"));
    EXPECT_THAT(rig.bar({115, 115, 105, 106}), ElementsAre("1 filled 2 at 110 taker, fee 0"));
}

}  // namespace
}  // namespace ct::broker
