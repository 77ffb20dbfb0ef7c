#include <cstdint>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/broker/simulated_broker.hpp"
#include "ct/core/bar.hpp"
#include "ct/core/execution.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/result.hpp"
#include "support/bars.hpp"
#include "support/broker_rig.hpp"

// Where orders fill without slippage, latency and fees. Bars are {open, high, low, close}.
namespace ct::broker {
namespace {

using test::BrokerRig;
using test::flat;
using test::kHour;
using test::limit;
using test::market;
using test::Ohlc;
using test::stop;
using testing::ElementsAre;
using testing::IsEmpty;

/// What one order becomes on one bar.
std::vector<std::string> after_one_bar(const OrderRequest& order, const Ohlc& bar) {
    BrokerRig rig;
    rig.submit(order);
    return rig.bar(bar);
}

TEST(MarketOrder, FillsAtTheNextOpenAsTaker) {
    EXPECT_THAT(after_one_bar(market(Side::kBuy, 5), {100, 110, 90, 105}),
                ElementsAre("1 filled 5 at 100 taker, fee 0"));
    EXPECT_THAT(after_one_bar(market(Side::kSell, 5), {100, 110, 90, 105}),
                ElementsAre("1 filled 5 at 100 taker, fee 0"));
}

TEST(MarketOrder, IsTimedAtTheOpenOfItsBar) {
    BrokerRig rig;
    rig.bar(flat(100));
    rig.submit(market(Side::kBuy, 1));
    rig.bar(flat(100));
    ASSERT_EQ(rig.reports().size(), 2U);
    EXPECT_EQ(rig.reports()[0].kind, Report::Kind::kAccepted);
    EXPECT_EQ(rig.reports()[0].time_ns, kHour);  // submitted at the close of the first bar
    EXPECT_EQ(rig.reports()[1].kind, Report::Kind::kFilled);
    EXPECT_EQ(rig.reports()[1].time_ns, kHour);  // the open of the second, not its close
}

TEST(MarketOrder, FillsOnce) {
    BrokerRig rig;
    rig.submit(market(Side::kBuy, 5));
    EXPECT_EQ(rig.bar(flat(100)).size(), 1U);
    EXPECT_THAT(rig.bar(flat(100)), IsEmpty());
}

TEST(LimitOrder, MarketableAtTheOpenFillsAtTheOpenAsTaker) {
    EXPECT_THAT(after_one_bar(limit(Side::kBuy, 1, 100), {99, 120, 95, 110}),
                ElementsAre("1 filled 1 at 99 taker, fee 0"));
    EXPECT_THAT(after_one_bar(limit(Side::kSell, 1, 100), {101, 105, 80, 90}),
                ElementsAre("1 filled 1 at 101 taker, fee 0"));
}

TEST(LimitOrder, WithTheOpenExactlyAtItsPriceIsMarketable) {
    EXPECT_THAT(after_one_bar(limit(Side::kBuy, 1, 100), flat(100)), ElementsAre("1 filled 1 at 100 taker, fee 0"));
    EXPECT_THAT(after_one_bar(limit(Side::kSell, 1, 100), flat(100)), ElementsAre("1 filled 1 at 100 taker, fee 0"));
}

TEST(LimitOrder, TouchedInsideTheBarFillsAtItsPriceAsMaker) {
    EXPECT_THAT(after_one_bar(limit(Side::kBuy, 1, 100), {101, 105, 100, 103}),
                ElementsAre("1 filled 1 at 100 maker, fee 0"));
    EXPECT_THAT(after_one_bar(limit(Side::kSell, 1, 100), {99, 100, 95, 97}),
                ElementsAre("1 filled 1 at 100 maker, fee 0"));
}

TEST(LimitOrder, PassedThroughInsideTheBarStillFillsAtItsPrice) {
    EXPECT_THAT(after_one_bar(limit(Side::kBuy, 1, 100), {101, 105, 50, 60}),
                ElementsAre("1 filled 1 at 100 maker, fee 0"));
    EXPECT_THAT(after_one_bar(limit(Side::kSell, 1, 100), {99, 150, 95, 140}),
                ElementsAre("1 filled 1 at 100 maker, fee 0"));
}

TEST(LimitOrder, MissedByOneCountWaits) {
    EXPECT_THAT(after_one_bar(limit(Side::kBuy, 1, 100), {102, 105, 101, 103}), IsEmpty());
    EXPECT_THAT(after_one_bar(limit(Side::kSell, 1, 100), {97, 99, 95, 98}), IsEmpty());
}

TEST(LimitOrder, WaitsUntilItsPriceComes) {
    BrokerRig rig;
    rig.submit(limit(Side::kBuy, 1, 100));
    for (int bar = 0; bar < 10; ++bar) EXPECT_THAT(rig.bar(flat(101)), IsEmpty());
    EXPECT_THAT(rig.bar({101, 101, 100, 101}), ElementsAre("1 filled 1 at 100 maker, fee 0"));
}

TEST(StopOrder, GappedThroughAtTheOpenFillsAtTheOpen) {
    EXPECT_THAT(after_one_bar(stop(Side::kBuy, 1, 100), {104, 110, 90, 95}),
                ElementsAre("1 filled 1 at 104 taker, fee 0"));
    EXPECT_THAT(after_one_bar(stop(Side::kSell, 1, 100), {96, 110, 90, 105}),
                ElementsAre("1 filled 1 at 96 taker, fee 0"));
}

TEST(StopOrder, WithTheOpenExactlyAtItsPriceFillsThere) {
    EXPECT_THAT(after_one_bar(stop(Side::kBuy, 1, 100), flat(100)), ElementsAre("1 filled 1 at 100 taker, fee 0"));
    EXPECT_THAT(after_one_bar(stop(Side::kSell, 1, 100), flat(100)), ElementsAre("1 filled 1 at 100 taker, fee 0"));
}

TEST(StopOrder, ReachedInsideTheBarFillsAtItsPriceAsTaker) {
    EXPECT_THAT(after_one_bar(stop(Side::kBuy, 1, 100), {95, 100, 90, 92}),
                ElementsAre("1 filled 1 at 100 taker, fee 0"));
    EXPECT_THAT(after_one_bar(stop(Side::kSell, 1, 100), {105, 110, 60, 70}),
                ElementsAre("1 filled 1 at 100 taker, fee 0"));
}

TEST(StopOrder, MissedByOneCountWaits) {
    EXPECT_THAT(after_one_bar(stop(Side::kBuy, 1, 100), {95, 99, 90, 98}), IsEmpty());
    EXPECT_THAT(after_one_bar(stop(Side::kSell, 1, 100), {105, 110, 101, 102}), IsEmpty());
}

TEST(Broker, MatchesPricesOnTheInstrumentsGrid) {
    // As doubles 1.1 is 1.100000000000000088 and 1.15 is 1.149999999999999911: neither times 100 is whole.
    BrokerRig rig({}, Money::units(1'000), {2, 0});
    rig.submit(limit(Side::kBuy, 1, 110));
    rig.submit(limit(Side::kSell, 1, 115));
    EXPECT_THAT(rig.bar({112, 115, 110, 112}),
                ElementsAre("1 filled 1 at 110 maker, fee 0", "2 filled 1 at 115 maker, fee 0"));
}

TEST(Broker, MatchesOnlyOrdersOfTheBarsInstrument) {
    BrokerRig rig;
    rig.submit(market(Side::kBuy, 1));
    rig.submit(test::of_instrument(1, market(Side::kBuy, 2)));
    EXPECT_THAT(rig.bar(flat(50), 1), ElementsAre("2 filled 2 at 50 taker, fee 0"));
    EXPECT_THAT(rig.bar(flat(100), 0), ElementsAre("1 filled 1 at 100 taker, fee 0"));
    EXPECT_EQ(rig.account().position(0), Quantity{1});
    EXPECT_EQ(rig.account().position(1), Quantity{2});
}

TEST(Broker, FillsWhatTheOpenFillsThenStopsThenLimitsEachInTheOrderOfSubmission) {
    BrokerRig rig;
    rig.submit(limit(Side::kBuy, 1, 95));
    rig.submit(market(Side::kSell, 2));
    rig.submit(stop(Side::kBuy, 3, 105));
    rig.submit(limit(Side::kSell, 4, 120));
    rig.submit(market(Side::kBuy, 5));
    EXPECT_THAT(rig.bar({100, 110, 90, 100}),
                ElementsAre("2 filled 2 at 100 taker, fee 0", "5 filled 5 at 100 taker, fee 0",
                            "3 filled 3 at 105 taker, fee 0", "1 filled 1 at 95 maker, fee 0"));
    EXPECT_THAT(rig.bar({100, 120, 100, 100}), ElementsAre("4 filled 4 at 120 maker, fee 0"));
}

/// The error of a bar at 100 in an hour.
Error error_of_a_bar(BrokerRig& rig) {
    const test::BarTable bars(test::k1h, 0, {flat(100)});
    const Series series{0, test::k1h};
    const BarColumns columns = bars.columns();
    const BarView closed(0, series, columns, 0);
    return rig.broker().on_market({&closed, 1}).error();
}

TEST(Broker, ABarPriceThatDoesNotFitIsAnOverflow) {
    BrokerRig rig({}, Money::units(1'000), {18, 0});  // 100 x 10^18 counts
    rig.submit(market(Side::kBuy, 1));
    EXPECT_EQ(error_of_a_bar(rig).code, ErrorCode::kOverflow);
}

TEST(Broker, AFillWhoseValueDoesNotFitIsAnOverflow) {
    BrokerRig rig;
    rig.submit(market(Side::kSell, INT64_MAX));
    EXPECT_EQ(error_of_a_bar(rig).code, ErrorCode::kOverflow);
}

}  // namespace
}  // namespace ct::broker
