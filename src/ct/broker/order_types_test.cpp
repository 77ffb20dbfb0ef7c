#include <cstdint>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/broker/matching_rules.hpp"
#include "ct/broker/simulated_broker.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/rate.hpp"
#include "ct/core/time.hpp"
#include "support/bars.hpp"
#include "support/broker_rig.hpp"
#include "support/costs.hpp"
#include "support/numbers.hpp"

// Orders with triggers, trails and times. Bars are {open, high, low, close}.
namespace ct::broker {
namespace {

using test::BrokerRig;
using test::flat;
using test::kHour;
using test::limit;
using test::market;
using test::Ohlc;
using testing::ElementsAre;
using testing::IsEmpty;

OrderRequest triggered(OrderType type, Side side, std::int64_t stop, std::int64_t limit = 0) {
    return {.side = side, .type = type, .quantity = {1}, .limit_price = {limit}, .stop_price = {stop}};
}
OrderRequest until(TimeNs expire_ns, OrderRequest order) {
    order.time_in_force = TimeInForce::kGtd;
    order.expire_ns = expire_ns;
    return order;
}
OrderRequest with(TimeInForce time_in_force, OrderRequest order) {
    order.time_in_force = time_in_force;
    return order;
}

std::vector<std::string> after_one_bar(const OrderRequest& order, const Ohlc& bar) {
    BrokerRig rig;
    rig.submit(order);
    return rig.bar(bar);
}

TEST(Stop, OfTwoTheOneThatLiesNearerToTheOpenIsMetFirst) {
    for (const bool nearer_first : {true, false}) {
        BrokerRig rig;
        OrderRequest other = test::stop(Side::kSell, 1, nearer_first ? 90 : 95);
        rig.submit(test::stop(Side::kSell, 1, nearer_first ? 95 : 90));
        other.oco = 1;
        rig.submit(other);
        EXPECT_EQ(rig.bar({100, 101, 80, 85})[0], fmt::format("{} filled 1 at 95 taker, fee 0", nearer_first ? 1 : 2));
    }
}

TEST(StopLimit, TriggeredAtTheOpenTradesThereWithinItsLimit) {
    EXPECT_THAT(after_one_bar(triggered(OrderType::kStopLimit, Side::kBuy, 105, 108), {106, 110, 104, 109}),
                ElementsAre("1 filled 1 at 106 taker, fee 0"));
    EXPECT_THAT(after_one_bar(triggered(OrderType::kStopLimit, Side::kSell, 95, 92), {94, 96, 90, 91}),
                ElementsAre("1 filled 1 at 94 taker, fee 0"));
}

TEST(StopLimit, TriggeredAtTheOpenBeyondItsLimitRestsAndFillsAsMaker) {
    EXPECT_THAT(after_one_bar(triggered(OrderType::kStopLimit, Side::kBuy, 105, 108), {110, 115, 107, 112}),
                ElementsAre("1 filled 1 at 108 maker, fee 0"));
    EXPECT_THAT(after_one_bar(triggered(OrderType::kStopLimit, Side::kSell, 95, 92), {90, 93, 85, 88}),
                ElementsAre("1 filled 1 at 92 maker, fee 0"));
}

TEST(StopLimit, TriggeredInsideTradesAtItsStopWhereTheLimitAllowsThat) {
    EXPECT_THAT(after_one_bar(triggered(OrderType::kStopLimit, Side::kBuy, 105, 108), {100, 120, 95, 119}),
                ElementsAre("1 filled 1 at 105 taker, fee 0"));
}

TEST(StopLimit, TriggeredInsideFillsAtItsLimitOnlyWhenTheCloseProvesIt) {
    const auto order = triggered(OrderType::kStopLimit, Side::kBuy, 105, 102);
    EXPECT_THAT(after_one_bar(order, {103, 106, 100, 101}), ElementsAre("1 filled 1 at 102 maker, fee 0"));
    // The low came before or after the high: nobody knows.
    BrokerRig rig;
    rig.submit(order);
    EXPECT_THAT(rig.bar({103, 106, 100, 104}), IsEmpty());
    EXPECT_THAT(rig.bar({104, 107, 102, 105}), ElementsAre("1 filled 1 at 102 maker, fee 0"));
}

TEST(StopLimit, OnceTriggeredStaysALimit) {
    BrokerRig rig;
    rig.submit(triggered(OrderType::kStopLimit, Side::kBuy, 105, 102));
    EXPECT_THAT(rig.bar({104, 106, 103, 104}), IsEmpty());
    EXPECT_THAT(rig.bar({103, 104, 103, 103}), IsEmpty());
    EXPECT_THAT(rig.bar(flat(100)), ElementsAre("1 filled 1 at 100 taker, fee 0"));
}

TEST(TakeProfit, WaitsForTheGoodSideAndTradesAtMarket) {
    EXPECT_THAT(after_one_bar(triggered(OrderType::kTakeProfit, Side::kSell, 110), {100, 112, 99, 105}),
                ElementsAre("1 filled 1 at 110 taker, fee 0"));
    EXPECT_THAT(after_one_bar(triggered(OrderType::kTakeProfit, Side::kSell, 110), {115, 116, 99, 105}),
                ElementsAre("1 filled 1 at 115 taker, fee 0"));
    EXPECT_THAT(after_one_bar(triggered(OrderType::kTakeProfit, Side::kBuy, 90), {100, 101, 89, 95}),
                ElementsAre("1 filled 1 at 90 taker, fee 0"));
    EXPECT_THAT(after_one_bar(triggered(OrderType::kTakeProfit, Side::kBuy, 90), {100, 101, 91, 95}), IsEmpty());
}

TEST(TakeProfit, IsSlippedAndItsLimitVersionIsNot) {
    const SimulatedBrokerConfig config{.slippage = test::slippage("100")};
    BrokerRig rig(config);
    rig.submit(triggered(OrderType::kTakeProfit, Side::kSell, 200));
    rig.submit(triggered(OrderType::kTakeProfitLimit, Side::kSell, 200, 199));
    EXPECT_THAT(rig.bar({100, 210, 100, 100}),
                ElementsAre("1 filled 1 at 198 taker, fee 0", "2 filled 1 at 199 taker, fee 0"));
}

TEST(TakeProfitLimit, WithALimitFurtherOnFillsThereWhenThePriceGetsThere) {
    const auto order = triggered(OrderType::kTakeProfitLimit, Side::kSell, 110, 115);
    EXPECT_THAT(after_one_bar(order, {100, 115, 99, 100}), ElementsAre("1 filled 1 at 115 maker, fee 0"));
    EXPECT_THAT(after_one_bar(order, {100, 114, 99, 100}), IsEmpty());
}

OrderRequest trailing(Side side, std::int64_t stop, std::int64_t amount) {
    OrderRequest order = triggered(OrderType::kTrailingStop, side, stop);
    order.trail_amount = {amount};
    return order;
}

TEST(TrailingStop, FollowsTheClosesAndIsTestedBeforeItMoves) {
    BrokerRig rig;
    rig.submit(trailing(Side::kSell, 90, 10));
    EXPECT_THAT(rig.bar({100, 130, 95, 120}), ElementsAre("1 trailed to 110"));  // not to 120
    EXPECT_THAT(rig.bar({118, 119, 111, 112}), IsEmpty());
    EXPECT_THAT(rig.bar({112, 113, 105, 106}), ElementsAre("1 filled 1 at 110 taker, fee 0"));
}

TEST(TrailingStop, OfABuyFollowsDownwardsAndFillsAtAGap) {
    BrokerRig rig;
    rig.submit(trailing(Side::kBuy, 110, 10));
    EXPECT_THAT(rig.bar({100, 101, 80, 85}), ElementsAre("1 trailed to 95"));
    EXPECT_THAT(rig.bar({97, 99, 90, 91}), ElementsAre("1 filled 1 at 97 taker, fee 0"));
}

TEST(TrailingStop, OfAShareRoundsAwayFromThePrice) {
    BrokerRig rig;
    OrderRequest order = triggered(OrderType::kTrailingStop, Side::kSell, 90);
    order.trail_share = test::rate("0.1");
    rig.submit(order);
    EXPECT_THAT(rig.bar(flat(125)), ElementsAre("1 trailed to 112"));  // 112.5 is no count
    EXPECT_THAT(rig.bar({125, 126, 113, 120}), IsEmpty());
    EXPECT_THAT(rig.bar({120, 121, 100, 101}), ElementsAre("1 filled 1 at 112 taker, fee 0"));
}

TEST(TrailingStopLimit, TakesItsLimitFromTheStopThatTriggers) {
    OrderRequest order = trailing(Side::kSell, 90, 10);
    order.type = OrderType::kTrailingStopLimit;
    order.limit_offset = {2};
    BrokerRig rig;
    rig.submit(order);
    EXPECT_THAT(rig.bar({100, 121, 100, 120}), ElementsAre("1 trailed to 110"));
    EXPECT_THAT(rig.bar({105, 109, 104, 105}), ElementsAre("1 filled 1 at 108 maker, fee 0"));  // from 108 on
}

TEST(GoodTillDate, MatchesOnBarsThatItLivesThroughAndAtTheOpenOfTheLast) {
    BrokerRig rig;
    rig.submit(until(2 * kHour, limit(Side::kBuy, 1, 90)));
    EXPECT_THAT(rig.bar(flat(100)), IsEmpty());
    EXPECT_THAT(rig.bar({100, 101, 90, 95}), ElementsAre("1 filled 1 at 90 maker, fee 0"));
    BrokerRig late;
    late.submit(until(kHour + 1, limit(Side::kBuy, 1, 90)));
    EXPECT_THAT(late.bar(flat(100)), IsEmpty());
    EXPECT_THAT(late.bar({100, 101, 90, 95}), ElementsAre("1 expired end_of_time"));
    EXPECT_EQ(late.reports()[0].time_ns, kHour + 1);
    BrokerRig at_open;
    at_open.submit(until(kHour + 1, limit(Side::kBuy, 1, 90)));
    EXPECT_THAT(at_open.bar(flat(100)), IsEmpty());
    EXPECT_THAT(at_open.bar({89, 101, 80, 95}), ElementsAre("1 filled 1 at 89 taker, fee 0"));
}

TEST(GoodTillDate, ExpiresBeforeABarThatOpensThen) {
    BrokerRig rig;
    rig.submit(until(kHour, limit(Side::kBuy, 1, 90)));
    EXPECT_THAT(rig.bar(flat(100)), ElementsAre("1 expired end_of_time"));
    EXPECT_THAT(rig.bar(flat(80)), IsEmpty());
}

TEST(OnClose, TradesAtTheCloseOfItsFirstBar) {
    EXPECT_THAT(after_one_bar(with(TimeInForce::kOnClose, market(Side::kBuy, 1)), {100, 110, 90, 105}),
                ElementsAre("1 filled 1 at 105 taker, fee 0"));
    EXPECT_THAT(after_one_bar(with(TimeInForce::kOnClose, limit(Side::kBuy, 1, 104)), {100, 110, 90, 105}),
                ElementsAre("1 canceled not_marketable"));
    EXPECT_THAT(after_one_bar(with(TimeInForce::kOnClose, limit(Side::kBuy, 1, 105)), {100, 110, 90, 105}),
                ElementsAre("1 filled 1 at 105 taker, fee 0"));
}

TEST(OnOpen, TradesAtItsFirstOpenOrNotAtAll) {
    EXPECT_THAT(after_one_bar(with(TimeInForce::kOnOpen, market(Side::kSell, 1)), {100, 110, 90, 105}),
                ElementsAre("1 filled 1 at 100 taker, fee 0"));
    EXPECT_THAT(after_one_bar(with(TimeInForce::kOnOpen, limit(Side::kSell, 1, 101)), {100, 110, 90, 105}),
                ElementsAre("1 canceled not_marketable"));
}

TEST(PostOnly, IsRejectedWhereItWouldTakeAndOnlyEverRestsLater) {
    OrderRequest order = limit(Side::kBuy, 1, 100);
    order.post_only = true;
    EXPECT_THAT(after_one_bar(order, {100, 110, 90, 105}), ElementsAre("1 rejected post_only_would_cross"));
    BrokerRig rig;
    rig.submit(order);
    EXPECT_THAT(rig.bar(flat(105)), IsEmpty());
    EXPECT_THAT(rig.bar({90, 95, 85, 92}), ElementsAre("1 filled 1 at 100 maker, fee 0"));
}

TEST(ReduceOnly, FillsWhatIsHeldAndEndsThen) {
    OrderRequest order = limit(Side::kSell, 5, 90);
    order.reduce_only = true;
    BrokerRig rig;
    rig.submit(market(Side::kBuy, 3));
    rig.submit(order);
    EXPECT_THAT(rig.bar(flat(100)), ElementsAre("1 filled 3 at 100 taker, fee 0", "2 filled 3 at 100 taker, fee 0",
                                                "2 canceled reduce_only"));
    rig.submit(order);
    EXPECT_THAT(rig.bar(flat(100)), ElementsAre("3 canceled reduce_only"));
}

TEST(Iceberg, ShowsAPartToATouchAndAllToAPriceBeyond) {
    OrderRequest order = limit(Side::kBuy, 10, 90);
    order.display = {4};
    BrokerRig rig;
    rig.submit(order);
    EXPECT_THAT(rig.bar({100, 101, 90, 95}), ElementsAre("1 filled 4 at 90 maker, fee 0"));
    EXPECT_THAT(rig.bar({100, 101, 89, 95}), ElementsAre("1 filled 6 at 90 maker, fee 0"));
}

TEST(LimitFill, ThroughNeedsAPriceBeyondTheLimit) {
    BrokerRig rig({.matching = {.limit_fill = LimitFill::kThrough}});
    rig.submit(limit(Side::kBuy, 1, 90));
    EXPECT_THAT(rig.bar({100, 101, 90, 95}), IsEmpty());
    EXPECT_THAT(rig.bar({100, 101, 89, 95}), ElementsAre("1 filled 1 at 90 maker, fee 0"));
}

TEST(CheatOnClose, FillsMarketOrdersAtTheCloseAtWhichTheyAreMade) {
    BrokerRig rig({.slippage = test::slippage("100"), .matching = {.cheat_on_close = true}});
    rig.bar(flat(200));
    rig.submit(market(Side::kBuy, 1));
    EXPECT_THAT(rig.poll(), ElementsAre("1 filled 1 at 202 taker, fee 0"));
    EXPECT_EQ(rig.reports()[1].time_ns, kHour);
}

TEST(Finish, LetsAllWorkingOrdersExpireInTheOrderOfSubmission) {
    BrokerRig rig;
    rig.submit(limit(Side::kBuy, 1, 90));
    rig.submit(test::of_instrument(1, limit(Side::kBuy, 1, 90)));
    rig.submit(limit(Side::kBuy, 1, 80));
    rig.broker().finish(rig.now_ns());
    EXPECT_THAT(rig.poll(), ElementsAre("1 expired end_of_run", "3 expired end_of_run", "2 expired end_of_run"));
    EXPECT_THAT(rig.bar(flat(50)), IsEmpty());
}

}  // namespace
}  // namespace ct::broker
