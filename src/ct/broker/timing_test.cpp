#include <cstdint>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/broker/latency.hpp"
#include "ct/core/order.hpp"
#include "ct/core/time.hpp"
#include "support/bars.hpp"
#include "support/broker_rig.hpp"
#include "support/costs.hpp"
#include "support/report_text.hpp"

// When orders can match: latency, immediate-or-cancel, cancels.
namespace ct::broker {
namespace {

using test::bars_late;
using test::BrokerRig;
using test::flat;
using test::ioc;
using test::kHour;
using test::limit;
using test::market;
using test::stop;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

TEST(Placing, InsideABarMatchesFromTheBarThatOpensNext) {
    BrokerRig rig;
    rig.submit(market(Side::kBuy, 1), 1);         // a moment after the open of the first bar
    rig.submit(limit(Side::kBuy, 2, 95), kHour);  // with the open of the second
    rig.submit(ioc(market(Side::kBuy, 3)), kHour - 1);
    EXPECT_THAT(rig.bar({100, 110, 90, 100}), IsEmpty());
    EXPECT_THAT(rig.bar({101, 110, 90, 100}),
                ElementsAre("1 filled 1 at 101 taker, fee 0", "3 filled 3 at 101 taker, fee 0",
                            "2 filled 2 at 95 maker, fee 0"));
}

TEST(Placing, InsideABarCountsItsLatencyFromTheBarThatOpensNext) {
    BrokerRig rig({.latency = bars_late(1)});
    rig.submit(market(Side::kBuy, 1), 1);
    EXPECT_THAT(rig.bar(flat(100)), IsEmpty());
    EXPECT_THAT(rig.bar(flat(101)), IsEmpty());
    EXPECT_THAT(rig.bar(flat(102)), ElementsAre("1 filled 1 at 102 taker, fee 0"));
}

TEST(Latency, DelaysEachOrderExactlySoManyBars) {
    for (const std::uint32_t latency : {0U, 1U, 2U, 7U}) {
        SCOPED_TRACE(latency);
        BrokerRig rig({.latency = bars_late(latency)});
        rig.submit(market(Side::kBuy, 1));
        rig.poll();  // the acceptance
        std::int64_t price = 100;
        for (std::uint32_t bar = 0; bar < latency; ++bar) EXPECT_THAT(rig.bar(flat(price++)), IsEmpty());
        rig.bar(flat(price));
        ASSERT_EQ(rig.reports().size(), 1U);
        EXPECT_EQ(rig.reports()[0].price.count, price);
        EXPECT_EQ(rig.reports()[0].time_ns, latency * kHour);
    }
}

TEST(Latency, CountsForEachOrderFromItsOwnSubmission) {
    BrokerRig rig({.latency = bars_late(2)});
    rig.submit(market(Side::kBuy, 1));
    EXPECT_THAT(rig.bar(flat(100)), IsEmpty());
    rig.submit(market(Side::kBuy, 2));
    EXPECT_THAT(rig.bar(flat(101)), IsEmpty());
    EXPECT_THAT(rig.bar(flat(102)), ElementsAre("1 filled 1 at 102 taker, fee 0"));
    EXPECT_THAT(rig.bar(flat(103)), ElementsAre("2 filled 2 at 103 taker, fee 0"));
}

TEST(Latency, CountsOnlyBarsOfTheOrdersInstrument) {
    BrokerRig rig({.latency = bars_late(1)});
    rig.submit(market(Side::kBuy, 1));
    EXPECT_THAT(rig.bar(flat(50), 1), IsEmpty());
    EXPECT_THAT(rig.bar(flat(50), 1), IsEmpty());
    EXPECT_THAT(rig.bar(flat(100), 0), IsEmpty());
    EXPECT_THAT(rig.bar(flat(101), 0), ElementsAre("1 filled 1 at 101 taker, fee 0"));
}

TEST(Latency, HidesALimitAndAStopFromTheBarsItWaits) {
    BrokerRig rig({.latency = bars_late(1)});
    rig.submit(limit(Side::kBuy, 1, 100));
    rig.submit(stop(Side::kBuy, 1, 120));
    EXPECT_THAT(rig.bar({110, 130, 90, 110}), IsEmpty());
    EXPECT_THAT(rig.bar({110, 115, 105, 110}), IsEmpty());
    EXPECT_THAT(rig.bar({110, 120, 100, 110}),
                ElementsAre("2 filled 1 at 120 taker, fee 0", "1 filled 1 at 100 maker, fee 0"));
}

TEST(ImmediateOrCancel, FillsAtTheNextOpenWhenItCan) {
    BrokerRig rig;
    rig.submit(ioc(market(Side::kBuy, 1)));
    rig.submit(ioc(limit(Side::kBuy, 2, 100)));
    rig.submit(ioc(stop(Side::kSell, 3, 100)));
    EXPECT_THAT(rig.bar({100, 110, 90, 100}),
                ElementsAre("1 filled 1 at 100 taker, fee 0", "2 filled 2 at 100 taker, fee 0",
                            "3 filled 3 at 100 taker, fee 0"));
}

TEST(ImmediateOrCancel, IsCanceledWhenTheOpenIsNotMarketableThoughTheBarReachesItsPrice) {
    BrokerRig rig;
    rig.submit(ioc(limit(Side::kBuy, 1, 99)));
    rig.submit(ioc(limit(Side::kSell, 1, 101)));
    rig.submit(ioc(stop(Side::kBuy, 1, 101)));
    rig.submit(ioc(stop(Side::kSell, 1, 99)));
    EXPECT_THAT(rig.bar({100, 110, 90, 100}), ElementsAre("1 canceled not_marketable", "2 canceled not_marketable",
                                                          "3 canceled not_marketable", "4 canceled not_marketable"));
    EXPECT_EQ(rig.reports().back().time_ns, 0);  // the open at which it could not match
    EXPECT_THAT(rig.bar({99, 101, 99, 101}), IsEmpty());
}

TEST(ImmediateOrCancel, HasItsOneTryAfterTheLatency) {
    BrokerRig rig({.latency = bars_late(2)});
    rig.submit(ioc(limit(Side::kBuy, 1, 100)));
    rig.submit(ioc(limit(Side::kBuy, 1, 90)));
    EXPECT_THAT(rig.bar(flat(80)), IsEmpty());
    EXPECT_THAT(rig.bar(flat(80)), IsEmpty());
    EXPECT_THAT(rig.bar(flat(95)), ElementsAre("1 filled 1 at 95 taker, fee 0", "2 canceled not_marketable"));
    EXPECT_THAT(rig.bar(flat(80)), IsEmpty());
}

TEST(Cancel, TakesAWorkingOrderOutAndReportsIt) {
    BrokerRig rig;
    rig.submit(limit(Side::kBuy, 1, 90));
    rig.submit(limit(Side::kBuy, 2, 90));
    rig.bar(flat(100));
    rig.cancel(1);
    EXPECT_THAT(rig.poll(), ElementsAre("1 canceled user_request"));
    EXPECT_EQ(rig.reports()[0].time_ns, kHour);
    EXPECT_THAT(rig.bar(flat(80)), ElementsAre("2 filled 2 at 80 taker, fee 0"));
}

TEST(Latency, InTimeLetsAnOrderMatchFromTheBarThatOpensWhenItArrives) {
    for (const TimeNs latency_ns : {TimeNs{0}, TimeNs{1}, kHour, kHour + 1, 5 * kHour}) {
        SCOPED_TRACE(latency_ns);
        BrokerRig rig({.latency = test::late(latency_ns)});
        rig.submit(market(Side::kBuy, 1));
        TimeNs open_ns = 0;
        for (; open_ns < latency_ns; open_ns += kHour) EXPECT_THAT(rig.bar(flat(100)), IsEmpty());
        EXPECT_THAT(rig.bar(flat(100)), ElementsAre("1 filled 1 at 100 taker, fee 0"));
        EXPECT_EQ(rig.reports().back().time_ns, open_ns);
    }
}

TEST(Latency, LetsOrdersOvertakeEachOther) {
    BrokerRig rig({.latency = {.kind = LatencyModel::Kind::kEmpirical, .samples_ns = {0, 3 * kHour}}, .seed = 5});
    for (int order = 0; order < 8; ++order) rig.submit(market(Side::kBuy, 1));
    const auto early = rig.bar(flat(100));
    EXPECT_THAT(early, Not(IsEmpty()));
    EXPECT_THAT(early.back(), Not(StartsWith("1 ")));
    EXPECT_THAT(rig.bar(flat(100)), IsEmpty());
    EXPECT_THAT(rig.bar(flat(100)), IsEmpty());
    EXPECT_EQ(early.size() + rig.bar(flat(100)).size(), 8U);
}

TEST(Cancel, ReachesAnOrderThatWaitsForItsLatency) {
    BrokerRig rig({.latency = bars_late(3)});
    rig.submit(market(Side::kBuy, 1));
    rig.bar(flat(100));
    rig.cancel(1);
    EXPECT_THAT(rig.poll(), ElementsAre("1 canceled user_request"));
    for (int bar = 0; bar < 5; ++bar) EXPECT_THAT(rig.bar(flat(100)), IsEmpty());
}

TEST(Cancel, OfAnUnknownOrAFinishedOrderAnswersNothing) {
    BrokerRig rig;
    rig.submit(market(Side::kBuy, 1));
    rig.bar(flat(100));
    rig.cancel(1);   // filled
    rig.cancel(77);  // never there
    rig.submit(limit(Side::kBuy, 1, 90));
    rig.cancel(2);
    rig.cancel(2);  // canceled already
    EXPECT_THAT(rig.poll(), ElementsAre("2 canceled user_request"));
}

TEST(Reports, ComeInTheOrderInWhichThingsHappened) {
    BrokerRig rig;
    rig.submit(limit(Side::kBuy, 1, 90));
    rig.cancel(1);
    rig.submit(market(Side::kBuy, 1));
    rig.poll();
    ASSERT_EQ(rig.reports().size(), 3U);
    EXPECT_EQ(test::text(rig.reports()[0]), "1 accepted");
    EXPECT_EQ(test::text(rig.reports()[1]), "1 canceled user_request");
    EXPECT_EQ(test::text(rig.reports()[2]), "2 accepted");
    rig.poll();
    EXPECT_THAT(rig.reports(), IsEmpty());
}

}  // namespace
}  // namespace ct::broker
