#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/core/bar.hpp"
#include "ct/core/event.hpp"
#include "ct/core/event_source.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/int128.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/engine/context.hpp"
#include "ct/engine/strategy.hpp"
#include "support/bars.hpp"
#include "support/engine_rig.hpp"
#include "support/scripted_strategy.hpp"

// How runs end: at the end of the data, or with an error.
namespace ct::engine {
namespace {

using test::BarTable;
using test::EngineRig;
using test::flat;
using test::hourly;
using test::k1h;
using test::kHour;
using test::ScriptedStrategy;
using testing::ElementsAre;

Error oops() { return {ErrorCode::kStrategyFailed, "oops"}; }

/// Runs a strategy that buys at 1h and has a timer at 2h, so that all callbacks come at 2h.
Result<void> run(ScriptedStrategy& strategy, std::size_t batch_rows) {
    EngineRig rig;
    rig.batch_rows = batch_rows;
    rig.add("BTC/USDT", hourly({10, 11, 12}));
    const auto start = strategy.start;
    strategy.start = [start](Context& ctx) {
        ctx.set_timer(2 * kHour);
        if (start) start(ctx);
    };
    const auto bar = strategy.bar;
    strategy.bar = [bar](Context& ctx, const BarView& closed) {
        if (ctx.now_ns() == kHour) ctx.buy(0, {1});
        if (bar) bar(ctx, closed);
    };
    return rig.run(strategy).result;
}

/// The run ends with the strategy's error, and no callback comes after the one that failed.
void expect_ends_at(const std::string& last_callback, const std::function<void(ScriptedStrategy&)>& script) {
    for (const std::size_t batch_rows : {1U, 4096U}) {
        ScriptedStrategy strategy;
        script(strategy);
        const auto result = run(strategy, batch_rows);
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().code, oops().code);
        EXPECT_EQ(result.error().message, oops().message);
        EXPECT_EQ(strategy.log.back(), last_callback);
    }
}

TEST(StrategyFailure, EndsTheRunAfterTheCallbackInWhichItHappened) {
    expect_ends_at("0h start", [](auto& strategy) { strategy.start = [](Context& ctx) { ctx.fail(oops()); }; });
    expect_ends_at("2h order 1 created>submitted",
                   [](auto& strategy) { strategy.order = [](Context& ctx, const OrderUpdate&) { ctx.fail(oops()); }; });
    expect_ends_at("2h fill 1 buy 1 at 11 (1h)",
                   [](auto& strategy) { strategy.fill = [](Context& ctx, const Fill&) { ctx.fail(oops()); }; });
    expect_ends_at("2h timer 1",
                   [](auto& strategy) { strategy.timer = [](Context& ctx, const Timer&) { ctx.fail(oops()); }; });
    expect_ends_at("2h bar BTC 1h 11", [](auto& strategy) {
        strategy.bar = [](Context& ctx, const BarView&) {
            if (ctx.now_ns() == 2 * kHour) ctx.fail(oops());
        };
    });
    expect_ends_at("3h stop", [](auto& strategy) { strategy.stop = [](Context& ctx) { ctx.fail(oops()); }; });
}

TEST(StrategyFailure, InTheBarOfOneSeriesSparesTheOthersOfTheStep) {
    EngineRig rig;
    rig.add("BTC/USDT", hourly({1, 2})).add("ETH/USDT", hourly({3, 4}));
    ScriptedStrategy strategy;
    strategy.bar = [](Context& ctx, const BarView&) { ctx.fail(oops()); };
    EXPECT_FALSE(rig.run(strategy).result);
    EXPECT_THAT(strategy.log, ElementsAre("0h start", "1h bar BTC 1h 1"));
}

TEST(StrategyFailure, TheFirstErrorStands) {
    ScriptedStrategy strategy;
    strategy.bar = [](Context& ctx, const BarView&) {
        EXPECT_FALSE(ctx.failed());
        ctx.fail(oops());
        EXPECT_TRUE(ctx.failed());
        ctx.fail({ErrorCode::kInternal, "later"});
    };
    const auto result = run(strategy, 4096);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().message, "oops");
}

TEST(StrategyFailure, SendsNoOrderOfTheFailedStep) {
    EngineRig rig;
    rig.add("BTC/USDT", hourly({10, 11, 12}));
    ScriptedStrategy strategy;
    strategy.bar = [](Context& ctx, const BarView&) {
        ctx.buy(0, {1});
        ctx.fail(oops());
    };
    const auto run = rig.run(strategy);
    ASSERT_EQ(run.orders.size(), 1U);
    EXPECT_EQ(run.orders[0].status, OrderStatus::kCreated);
}

TEST(Stop, ComesOnceAfterTheNewsOfTheLastStep) {
    EngineRig rig;
    rig.add("BTC/USDT", hourly({10, 11}));
    ScriptedStrategy strategy;
    strategy.bar = [](Context& ctx, const BarView&) {
        if (ctx.now_ns() == 2 * kHour) ctx.buy(0, {1});
    };
    ASSERT_TRUE(rig.run(strategy).result);
    EXPECT_THAT(strategy.log,
                ElementsAre("0h start", "1h bar BTC 1h 10", "2h bar BTC 1h 11", "2h order 1 created>submitted",
                            "2h order 1 submitted>accepted", "2h order 1 accepted>expired end_of_run", "2h stop"));
}

TEST(Stop, OrdersMadeInItAreNotSent) {
    EngineRig rig;
    rig.add("BTC/USDT", hourly({10, 11}));
    ScriptedStrategy strategy;
    strategy.stop = [](Context& ctx) { ctx.buy(0, {1}); };
    const auto run = rig.run(strategy);
    ASSERT_TRUE(run.result);
    ASSERT_EQ(run.orders.size(), 1U);
    EXPECT_EQ(run.orders[0].status, OrderStatus::kRejected);
    EXPECT_EQ(run.orders[0].reason, Reason::kEndOfRun);
}

TEST(Start, RunsAtTheStartOfTheSetupWithTheCashBooked) {
    EngineRig rig;
    rig.start_ns = 7 * kHour;
    rig.add("BTC/USDT", hourly({10}, 7 * kHour));
    ScriptedStrategy strategy;
    strategy.start = [](Context& ctx) {
        EXPECT_EQ(ctx.cash(), Money::units(10'000));
        EXPECT_EQ(ctx.equity(), Money::units(10'000));
    };
    const auto run = rig.run(strategy);
    ASSERT_TRUE(run.result);
    EXPECT_THAT(strategy.log, ElementsAre("7h start", "8h bar BTC 1h 10", "8h stop"));
    EXPECT_EQ(run.observed.log.front(), "ledger transfer 10000 0 (7h)");
}

TEST(Start, AnOrderMadeInItIsRejectedBecauseThereIsNoPriceYet) {
    EngineRig rig;
    rig.add("BTC/USDT", hourly({10, 11}));
    ScriptedStrategy strategy;
    strategy.start = [](Context& ctx) { ctx.buy(0, {1}); };
    ASSERT_TRUE(rig.run(strategy).result);
    EXPECT_THAT(strategy.log, ElementsAre("0h start", "1h order 1 created>rejected no_price", "1h bar BTC 1h 10",
                                          "2h bar BTC 1h 11", "2h stop"));
}

TEST(Progress, IsCalledWithTheRowsSoFarAndEndsTheRunWhenItSaysSo) {
    BarTable bars(k1h);
    for (int row = 0; row < 200'000; ++row) bars.add(row * kHour, flat(10));
    EngineRig rig;
    rig.add("BTC/USDT", bars);
    std::vector<std::uint64_t> calls;
    rig.progress = [&](std::uint64_t rows) {
        calls.push_back(rows);
        return calls.size() < 2;
    };
    Strategy quiet;
    const auto run = rig.run(quiet);
    ASSERT_FALSE(run.result);
    EXPECT_EQ(run.result.error().code, ErrorCode::kInterrupted);
    ASSERT_EQ(calls.size(), 2U);
    EXPECT_GT(calls[0], 0U);
    EXPECT_GT(calls[1], calls[0]);
    EXPECT_LT(run.rows, 200'000U);
}

/// A source that gives its items one after the other, then an error.
class FailingSource : public EventSource {
  public:
    Result<SourceItem> next(TimeNs /*until_ns*/) override { return fail(ErrorCode::kReadFailed, "the disk is gone"); }
};

TEST(SourceFailure, EndsTheRunWithItsError) {
    EngineRig rig;
    FailingSource source;
    rig.source = &source;
    rig.add("BTC/USDT", hourly({10}));
    ScriptedStrategy strategy;
    const auto run = rig.run(strategy);
    ASSERT_FALSE(run.result);
    EXPECT_EQ(run.result.error().code, ErrorCode::kReadFailed);
    EXPECT_EQ(run.result.error().message, "the disk is gone");
    EXPECT_THAT(strategy.log, ElementsAre("0h start"));
}

TEST(Overflow, OfTheBooksEndsTheRun) {
    EngineRig rig;
    rig.cash = Money{static_cast<int128>(~uint128{0} >> 1U)};
    rig.add("BTC/USDT", hourly({10, 11, 12}));
    ScriptedStrategy strategy;
    strategy.bar = [](Context& ctx, const BarView&) { ctx.sell(0, {1}); };
    const auto run = rig.run(strategy);
    ASSERT_FALSE(run.result);
    EXPECT_EQ(run.result.error().code, ErrorCode::kOverflow);
}

}  // namespace
}  // namespace ct::engine
