#include <cstddef>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/core/bar.hpp"
#include "ct/core/event.hpp"
#include "ct/engine/context.hpp"
#include "support/bars.hpp"
#include "support/engine_rig.hpp"
#include "support/scripted_strategy.hpp"

namespace ct::engine {
namespace {

using test::BarTable;
using test::EngineRig;
using test::flat;
using test::hourly;
using test::k1h;
using test::k4h;
using test::kHour;
using test::kMinute;
using test::ScriptedStrategy;
using testing::ElementsAre;

/// The callbacks of a run, which are the same at every batch size.
std::vector<std::string> log_of(EngineRig rig, const ScriptedStrategy& script) {
    std::vector<std::string> first;
    for (const std::size_t batch_rows : {4096U, 1U, 2U, 3U, 7U}) {
        ScriptedStrategy strategy;
        strategy.start = script.start;
        strategy.order = script.order;
        strategy.fill = script.fill;
        strategy.timer = script.timer;
        strategy.bar = script.bar;
        strategy.stop = script.stop;
        rig.batch_rows = batch_rows;
        EXPECT_TRUE(rig.run(strategy).result);
        if (first.empty()) first = strategy.log;
        EXPECT_EQ(strategy.log, first) << "batches of " << batch_rows;
    }
    return first;
}

EngineRig five_hours() {
    EngineRig rig;
    rig.add("BTC/USDT", hourly({10, 11, 12, 13, 14}));
    return rig;
}

TEST(Timer, BeforeTheFirstBarIsAStepOfItsOwn) {
    ScriptedStrategy script;
    script.start = [](Context& ctx) { ctx.set_timer(30 * kMinute); };
    script.timer = [](Context& ctx, const Timer& timer) {
        EXPECT_EQ(timer.due_ns, 30 * kMinute);
        EXPECT_EQ(ctx.bars(0).size(), 0U);
    };
    EXPECT_THAT(log_of(five_hours(), script),
                ElementsAre("0h start", "30m timer 1", "1h bar BTC 1h 10", "2h bar BTC 1h 11", "3h bar BTC 1h 12",
                            "4h bar BTC 1h 13", "5h bar BTC 1h 14", "5h stop"));
}

TEST(Timer, AtTheTimeOfABarComesInItsStepBeforeTheBar) {
    ScriptedStrategy script;
    script.start = [](Context& ctx) { ctx.set_timer(2 * kHour); };
    script.timer = [](Context& ctx, const Timer&) { EXPECT_EQ(ctx.bars(0).size(), 2U); };
    EXPECT_THAT(log_of(five_hours(), script),
                ElementsAre("0h start", "1h bar BTC 1h 10", "2h timer 1", "2h bar BTC 1h 11", "3h bar BTC 1h 12",
                            "4h bar BTC 1h 13", "5h bar BTC 1h 14", "5h stop"));
}

TEST(Timer, BetweenTwoBarsComesBetweenThem) {
    ScriptedStrategy script;
    script.start = [](Context& ctx) { ctx.set_timer(150 * kMinute); };
    script.timer = [](Context& ctx, const Timer&) { EXPECT_EQ(ctx.bars(0).size(), 2U); };
    EXPECT_THAT(log_of(five_hours(), script),
                ElementsAre("0h start", "1h bar BTC 1h 10", "2h bar BTC 1h 11", "150m timer 1", "3h bar BTC 1h 12",
                            "4h bar BTC 1h 13", "5h bar BTC 1h 14", "5h stop"));
}

TEST(Timer, SetInABarComesInsideTheBlockThatIsRunning) {
    ScriptedStrategy script;
    script.bar = [](Context& ctx, const BarView&) {
        if (ctx.now_ns() == 2 * kHour) ctx.set_timer(ctx.now_ns() + 90 * kMinute);
        if (ctx.now_ns() == 2 * kHour) ctx.set_timer(ctx.now_ns() + 1);
    };
    script.timer = [](Context& ctx, const Timer& timer) {
        EXPECT_EQ(ctx.now_ns(), timer.due_ns);
        EXPECT_EQ(ctx.bars(0).size(), timer.id == 2 ? 2U : 3U);
    };
    EXPECT_THAT(log_of(five_hours(), script),
                ElementsAre("0h start", "1h bar BTC 1h 10", "2h bar BTC 1h 11", "7200000000001ns timer 2",
                            "3h bar BTC 1h 12", "210m timer 1", "4h bar BTC 1h 13", "5h bar BTC 1h 14", "5h stop"));
}

TEST(Timer, ThatIsDueAlreadyComesInTheNextStep) {
    ScriptedStrategy script;
    script.bar = [](Context& ctx, const BarView&) {
        if (ctx.now_ns() != 2 * kHour) return;
        ctx.set_timer(kHour);      // has passed: comes at once, in a step of its own
        ctx.set_timer(2 * kHour);  // now
    };
    script.timer = [](Context&, const Timer& timer) { EXPECT_EQ(timer.due_ns, 2 * kHour); };
    EXPECT_THAT(log_of(five_hours(), script),
                ElementsAre("0h start", "1h bar BTC 1h 10", "2h bar BTC 1h 11", "2h timer 1", "2h timer 2",
                            "3h bar BTC 1h 12", "4h bar BTC 1h 13", "5h bar BTC 1h 14", "5h stop"));
}

TEST(Timer, OfOneTimeComeInTheOrderInWhichTheyWereSet) {
    ScriptedStrategy script;
    script.start = [](Context& ctx) {
        EXPECT_EQ(ctx.set_timer(90 * kMinute), 1U);
        EXPECT_EQ(ctx.set_timer(70 * kMinute), 2U);
        EXPECT_EQ(ctx.set_timer(90 * kMinute), 3U);
        EXPECT_EQ(ctx.set_timer(70 * kMinute), 4U);
    };
    EXPECT_THAT(log_of(five_hours(), script),
                ElementsAre("0h start", "1h bar BTC 1h 10", "70m timer 2", "70m timer 4", "90m timer 1", "90m timer 3",
                            "2h bar BTC 1h 11", "3h bar BTC 1h 12", "4h bar BTC 1h 13", "5h bar BTC 1h 14", "5h stop"));
}

TEST(Timer, AfterTheLastBarNeverComes) {
    ScriptedStrategy script;
    script.start = [](Context& ctx) { ctx.set_timer(6 * kHour); };
    script.bar = [](Context& ctx, const BarView&) {
        if (ctx.now_ns() == 5 * kHour) ctx.set_timer(ctx.now_ns());
    };
    EXPECT_THAT(log_of(five_hours(), script),
                ElementsAre("0h start", "1h bar BTC 1h 10", "2h bar BTC 1h 11", "3h bar BTC 1h 12", "4h bar BTC 1h 13",
                            "5h bar BTC 1h 14", "5h stop"));
}

TEST(Timer, ThatSetsTheNextOneTicksThroughGapsAndLongBars) {
    EngineRig rig;
    BarTable gappy(k1h);  // closes at 1h and 6h
    gappy.add(0, flat(10));
    gappy.add(5 * kHour, flat(15));
    rig.add("BTC/USDT", gappy).add("ETH/USDT", BarTable(k4h, 0, {flat(20), flat(21)}));
    ScriptedStrategy script;
    script.start = [](Context& ctx) { ctx.set_timer(2 * kHour); };
    script.timer = [](Context& ctx, const Timer& timer) { ctx.set_timer(timer.due_ns + 2 * kHour); };
    EXPECT_THAT(log_of(rig, script),
                ElementsAre("0h start", "1h bar BTC 1h 10", "2h timer 1", "4h timer 2", "4h bar ETH 4h 20",
                            "6h timer 3", "6h bar BTC 1h 15", "8h timer 4", "8h bar ETH 4h 21", "8h stop"));
}

TEST(Timer, CanPlaceAndCancelOrders) {
    ScriptedStrategy script;
    script.start = [](Context& ctx) {
        ctx.set_timer(90 * kMinute);
        ctx.set_timer(100 * kMinute);
        ctx.set_timer(110 * kMinute);
    };
    script.timer = [](Context& ctx, const Timer& timer) {
        if (timer.id == 1) ctx.buy(0, {1});
        if (timer.id == 1) ctx.buy(0, {2});
        if (timer.id == 2) ctx.cancel(1);
    };
    // The bar that closes at 2h opened before the order was placed: it matches from the one that opens then.
    EXPECT_THAT(log_of(five_hours(), script),
                ElementsAre("0h start", "1h bar BTC 1h 10", "90m timer 1",                         //
                            "100m order 1 created>submitted", "100m order 2 created>submitted",    //
                            "100m order 1 submitted>accepted", "100m order 2 submitted>accepted",  //
                            "100m timer 2",                                                        //
                            "110m order 1 accepted>canceled user_request", "110m timer 3",         //
                            "2h bar BTC 1h 11",                                                    //
                            "3h order 2 accepted>filled", "3h fill 2 buy 2 at 12 (2h)", "3h bar BTC 1h 12",
                            "4h bar BTC 1h 13", "5h bar BTC 1h 14", "5h stop"));
}

}  // namespace
}  // namespace ct::engine
