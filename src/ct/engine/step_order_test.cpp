#include <cstddef>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/core/bar.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/engine/context.hpp"
#include "support/bars.hpp"
#include "support/engine_rig.hpp"
#include "support/numbers.hpp"
#include "support/scripted_strategy.hpp"

// What happens in a step, and in which order.
namespace ct::engine {
namespace {

using test::BarTable;
using test::EngineRig;
using test::flat;
using test::hourly;
using test::k1d;
using test::k1h;
using test::k4h;
using test::kHour;
using test::ScriptedStrategy;
using testing::ElementsAre;

TEST(Step, CallsOrdersFillsTimersThenBarsWithTheShorterTimeframeFirst) {
    EngineRig rig;
    rig.add("BTC/USDT", BarTable(k4h, 0, {flat(13)}));  // closes at 4h, with the fourth of 1h
    rig.add("BTC/USDT", hourly({10, 11, 12, 13}));
    rig.add("ETH/USDT", hourly({20, 21, 22, 23}));
    ScriptedStrategy strategy;
    strategy.start = [](Context& ctx) { ctx.set_timer(4 * kHour); };
    strategy.bar = [](Context& ctx, const BarView& bar) {
        if (ctx.now_ns() == 3 * kHour && bar.instrument() == 0) ctx.buy(0, {5});
    };
    ASSERT_TRUE(rig.run(strategy).result);
    EXPECT_THAT(strategy.log,
                ElementsAre("0h start",                                                                //
                            "1h bar BTC 1h 10", "1h bar ETH 1h 20",                                    //
                            "2h bar BTC 1h 11", "2h bar ETH 1h 21",                                    //
                            "3h bar BTC 1h 12", "3h bar ETH 1h 22",                                    //
                            "4h order 1 created>submitted", "4h order 1 submitted>accepted",           //
                            "4h order 1 accepted>filled", "4h fill 1 buy 5 at 13 (3h)", "4h timer 1",  //
                            "4h bar BTC 1h 13", "4h bar ETH 1h 23", "4h bar BTC 4h 13",                //
                            "4h stop"));
}

TEST(Step, CallsSeriesOfOneTimeframeInTheOrderOfSubscription) {
    EngineRig rig;
    rig.add("ETH/USDT", hourly({1})).add("BTC/USDT", hourly({2})).add("ADA/USDT", hourly({3}));
    ScriptedStrategy strategy;
    ASSERT_TRUE(rig.run(strategy).result);
    EXPECT_THAT(strategy.log,
                ElementsAre("0h start", "1h bar ETH 1h 1", "1h bar BTC 1h 2", "1h bar ADA 1h 3", "1h stop"));
}

TEST(Step, SeriesWithGapsAreMergedInTheOrderOfTheirCloses) {
    BarTable eth(k1h);  // its bars close at 2h, 3h and 7h
    eth.add(1 * kHour, flat(21));
    eth.add(2 * kHour, flat(22));
    eth.add(6 * kHour, flat(26));
    BarTable btc(k1h);  // 1h, 2h, 6h, 9h
    for (const int open_h : {0, 1, 5, 8}) btc.add(open_h * kHour, flat(10 + open_h));
    for (const std::size_t batch_rows : {1U, 2U, 4096U}) {
        EngineRig rig;
        rig.batch_rows = batch_rows;
        rig.add("BTC/USDT", btc).add("ETH/USDT", eth);
        ScriptedStrategy strategy;
        ASSERT_TRUE(rig.run(strategy).result);
        EXPECT_THAT(strategy.log, ElementsAre("0h start", "1h bar BTC 1h 10", "2h bar BTC 1h 11", "2h bar ETH 1h 21",
                                              "3h bar ETH 1h 22", "6h bar BTC 1h 15", "7h bar ETH 1h 26",
                                              "9h bar BTC 1h 18", "9h stop"));
    }
}

TEST(Step, AnOrderOfACallbackIsSentAfterAllCallbacks) {
    EngineRig rig;
    rig.add("BTC/USDT", hourly({10, 11})).add("ETH/USDT", hourly({20, 21}));
    ScriptedStrategy strategy;
    strategy.bar = [](Context& ctx, const BarView& bar) {
        if (ctx.now_ns() != kHour) return;
        if (bar.instrument() == 0) {
            EXPECT_EQ(ctx.buy(0, {1}), 1U);
            EXPECT_EQ(ctx.order(1).status, OrderStatus::kCreated);
        } else {
            EXPECT_EQ(ctx.order(1).status, OrderStatus::kCreated);  // still, in the same step
        }
    };
    const auto run = rig.run(strategy);
    ASSERT_TRUE(run.result);
    EXPECT_EQ(run.orders[0].status, OrderStatus::kFilled);
    EXPECT_EQ(run.orders[0].created_ns, kHour);
}

TEST(Fill, HappensAtTheOpenOfItsBarAndIsBookedAtItsClose) {
    EngineRig rig;
    rig.broker.fees.taker = test::rate("0.01");
    rig.add("BTC/USDT", BarTable(k1h, 0, {{100, 100, 100, 100}, {110, 120, 105, 115}, flat(115)}));
    ScriptedStrategy strategy;
    strategy.bar = [](Context& ctx, const BarView&) {
        if (ctx.now_ns() == kHour) {
            ctx.buy(0, {2});
            EXPECT_EQ(ctx.position(0), Quantity{});
        } else {
            EXPECT_EQ(ctx.position(0), Quantity{2});  // already when the callbacks of its bar run
            EXPECT_EQ(ctx.cash(), test::money("9777.8"));
        }
    };
    strategy.fill = [](Context& ctx, const Fill& fill) {
        EXPECT_EQ(ctx.now_ns(), 2 * kHour);
        EXPECT_EQ(fill.time_ns, kHour);
        EXPECT_EQ(ctx.position(0), Quantity{2});
        EXPECT_EQ(ctx.order(1).status, OrderStatus::kFilled);
        EXPECT_EQ(ctx.order(1).filled, Quantity{2});
    };
    const auto run = rig.run(strategy);
    ASSERT_TRUE(run.result);
    EXPECT_THAT(run.observed.only("fill"), ElementsAre("fill 1 buy 2 at 110 (1h)"));
    EXPECT_THAT(run.observed.only("ledger"),
                ElementsAre("ledger transfer 10000 0 (0h)", "ledger fill -220 2 (2h)", "ledger fee -2.2 0 (2h)"));
}

TEST(Fill, AnOrderPlacedInItsCallbackMatchesFromTheNextBar) {
    for (const std::size_t batch_rows : {1U, 4096U}) {
        EngineRig rig;
        rig.batch_rows = batch_rows;
        rig.add("BTC/USDT", BarTable(k1h, 0, {flat(100), {101, 150, 50, 102}, {103, 150, 50, 104}, flat(105)}));
        ScriptedStrategy strategy;
        strategy.bar = [](Context& ctx, const BarView&) {
            if (ctx.now_ns() == kHour) ctx.buy(0, {1});
        };
        strategy.fill = [](Context& ctx, const Fill& fill) {
            if (fill.order_id != 1) return;
            // Both prices lie inside the bar that has just closed.
            ctx.submit({.side = Side::kSell, .type = OrderType::kLimit, .quantity = {1}, .limit_price = {140}});
            ctx.sell(0, {1});
        };
        const auto run = rig.run(strategy);
        ASSERT_TRUE(run.result);
        EXPECT_THAT(run.observed.only("fill"),
                    ElementsAre("fill 1 buy 1 at 101 (1h)", "fill 3 sell 1 at 103 (2h)", "fill 2 sell 1 at 140 (2h)"));
    }
}

TEST(Fill, NeverHappensInABarThatOpenedBeforeTheOrderWasPlaced) {
    EngineRig rig;
    rig.add("BTC/USDT", hourly({10, 11, 12, 13, 14, 15, 16, 17, 18}));
    rig.add("ETH/USDT", BarTable(k4h, 0, {flat(20), flat(21), flat(22)}));
    ScriptedStrategy strategy;
    strategy.bar = [](Context& ctx, const BarView& bar) {
        // At 5h, inside the bar of ETH that opened at 4h.
        if (ctx.now_ns() == 5 * kHour && bar.instrument() == 0) ctx.buy(1, {1});
    };
    const auto run = rig.run(strategy);
    ASSERT_TRUE(run.result);
    EXPECT_THAT(run.observed.only("fill"), ElementsAre("fill 1 buy 1 at 22 (8h)"));
}

TEST(Fill, HappensOnTheFinestSeriesOfItsInstrumentOnly) {
    EngineRig rig;
    BarTable hours(k1h);
    for (int hour = 0; hour < 30; ++hour) hours.add(hour * kHour, flat(100 + hour));
    rig.add("BTC/USDT", BarTable(k1d, 0, {flat(999)}))
        .add("BTC/USDT", hours)
        .add("BTC/USDT", BarTable(k4h, 0, {flat(888), flat(888)}));
    ScriptedStrategy strategy;
    strategy.bar = [](Context& ctx, const BarView& bar) {
        if (bar.timeframe() == k4h) ctx.buy(0, {1});
        EXPECT_EQ(ctx.last_price(0), Price{99 + ctx.now_ns() / kHour});  // the hour's close, not the day's
    };
    const auto run = rig.run(strategy);
    ASSERT_TRUE(run.result);
    EXPECT_THAT(run.observed.only("fill"), ElementsAre("fill 1 buy 1 at 104 (4h)", "fill 2 buy 1 at 108 (8h)"));
}

TEST(Observers, SeeEveryEventInOrderAndTheEquityOfABlockAfterIt) {
    EngineRig rig;
    rig.add("BTC/USDT", hourly({100, 110, 120, 100}));
    ScriptedStrategy strategy;
    strategy.bar = [](Context& ctx, const BarView&) {
        if (ctx.now_ns() == kHour) ctx.buy(0, {10});
    };
    const auto run = rig.run(strategy);
    ASSERT_TRUE(run.result);
    EXPECT_THAT(
        run.observed.log,
        ElementsAre("ledger transfer 10000 0 (0h)",                                                       //
                    "order 1 created>submitted", "order 1 submitted>accepted",                            //
                    "order 1 accepted>filled", "fill 1 buy 10 at 110 (1h)", "ledger fill -1100 10 (2h)",  //
                    "ledger fee 0 0 (2h)",                                                                //
                    "equity 1h 10000 0", "equity 2h 10000 1100", "equity 3h 10100 1200", "equity 4h 9900 1000"));
}

TEST(Equity, IsCashAndAllPositionsAtTheirLastClosesAfterEachStepAtAnyBatchSize) {
    for (const std::size_t batch_rows : {1U, 2U, 4096U}) {
        SCOPED_TRACE(batch_rows);
        EngineRig rig;
        rig.batch_rows = batch_rows;
        BarTable eth(k1h);  // closes at 2h and 5h
        eth.add(kHour, flat(50));
        eth.add(4 * kHour, flat(40));
        rig.add("BTC/USDT", hourly({100, 110, 120, 130, 140, 150})).add("ETH/USDT", eth);
        ScriptedStrategy strategy;
        strategy.bar = [](Context& ctx, const BarView& bar) {
            if (ctx.now_ns() == kHour) ctx.buy(0, {10});
            if (ctx.now_ns() == 2 * kHour && bar.instrument() == 1) ctx.sell(1, {20});
        };
        const auto run = rig.run(strategy);
        ASSERT_TRUE(run.result);
        // Long 10 BTC from 110; short 20 ETH from 40, filled at 5h: 10000 - 1100 + 800 = 9700 in cash.
        EXPECT_THAT(run.observed.only("equity"),
                    ElementsAre("equity 1h 10000 0", "equity 2h 10000 1100", "equity 3h 10100 1200",
                                "equity 4h 10200 1300", "equity 5h 10300 2200", "equity 6h 10400 2300"));
    }
}

TEST(Engine, CountsRowsAndBlocks) {
    EngineRig rig;
    rig.batch_rows = 4;
    rig.add("BTC/USDT", hourly({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}));
    ScriptedStrategy strategy;
    const auto run = rig.run(strategy);
    EXPECT_EQ(run.rows, 10U);
    EXPECT_EQ(run.blocks, 3U);
}

}  // namespace
}  // namespace ct::engine
