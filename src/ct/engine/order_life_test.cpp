#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/core/approved.hpp"
#include "ct/core/bar.hpp"
#include "ct/core/event.hpp"
#include "ct/core/execution.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/order.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/engine/context.hpp"
#include "support/bars.hpp"
#include "support/engine_rig.hpp"
#include "support/numbers.hpp"
#include "support/scripted_strategy.hpp"

// Orders from the strategy's wish to their end, with the simulated broker and with one that says what it likes.
namespace ct::engine {
namespace {

using test::EngineRig;
using test::hourly;
using test::k4h;
using test::kHour;
using test::money;
using test::ScriptedStrategy;
using testing::ElementsAre;
using testing::IsEmpty;

/// A strategy that does something once, at a time.
ScriptedStrategy& once_at(ScriptedStrategy& strategy, TimeNs time_ns, const std::function<void(Context&)>& action) {
    const auto before = strategy.bar;
    strategy.bar = [=](Context& ctx, const BarView& bar) {
        if (before) before(ctx, bar);
        if (ctx.now_ns() == time_ns) action(ctx);
    };
    return strategy;
}

OrderRequest buy_limit(std::int64_t price) {
    return {.type = OrderType::kLimit, .quantity = {1}, .limit_price = {price}};
}

TEST(Cancel, TakesAWorkingOrderOut) {
    EngineRig rig;
    rig.add("BTC/USDT", hourly({10, 10, 10, 5}));
    ScriptedStrategy strategy;
    once_at(strategy, kHour, [](Context& ctx) { ctx.submit(buy_limit(6)); });
    once_at(strategy, 2 * kHour, [](Context& ctx) {
        ctx.cancel(1);
        EXPECT_EQ(ctx.order(1).status, OrderStatus::kAccepted);  // canceled at the end of the step
    });
    const auto run = rig.run(strategy);
    ASSERT_TRUE(run.result);
    EXPECT_THAT(run.observed.only("order"), ElementsAre("order 1 created>submitted", "order 1 submitted>accepted",
                                                        "order 1 accepted>canceled user_request"));
    EXPECT_EQ(run.orders[0].updated_ns, 2 * kHour);
    EXPECT_EQ(run.positions[0], Quantity{});
}

TEST(Cancel, InTheStepThatMadeTheOrderLetsItNeverMatch) {
    EngineRig rig;
    rig.add("BTC/USDT", hourly({10, 10}));
    ScriptedStrategy strategy;
    once_at(strategy, kHour, [](Context& ctx) { ctx.cancel(ctx.buy(0, {1})); });
    const auto run = rig.run(strategy);
    ASSERT_TRUE(run.result);
    EXPECT_EQ(run.orders[0].status, OrderStatus::kCanceled);
    EXPECT_THAT(run.observed.only("fill"), IsEmpty());
}

TEST(Cancel, OfAFinishedAnUnknownOrARejectedOrderDoesNothing) {
    EngineRig rig;
    rig.add("BTC/USDT", hourly({10, 10, 10, 10}));
    ScriptedStrategy strategy;
    once_at(strategy, kHour, [](Context& ctx) {
        ctx.buy(0, {1});
        ctx.buy(0, {0});  // rejected
    });
    once_at(strategy, 3 * kHour, [](Context& ctx) {
        for (const OrderId id : {0U, 1U, 2U, 3U, 999U}) ctx.cancel(id);
    });
    const auto run = rig.run(strategy);
    ASSERT_TRUE(run.result);
    EXPECT_EQ(run.orders[0].status, OrderStatus::kFilled);
    EXPECT_EQ(run.orders[1].status, OrderStatus::kRejected);
    EXPECT_THAT(run.observed.only("order"),
                ElementsAre("order 1 created>submitted", "order 2 created>rejected invalid_quantity",
                            "order 1 submitted>accepted", "order 1 accepted>filled"));
}

TEST(Cancel, AfterTheFillOfTheSameBarComesTooLate) {
    EngineRig rig;
    rig.add("BTC/USDT", hourly({10, 5, 10}));
    ScriptedStrategy strategy;
    once_at(strategy, kHour, [](Context& ctx) { ctx.submit(buy_limit(6)); });
    once_at(strategy, 2 * kHour, [](Context& ctx) { ctx.cancel(1); });
    const auto run = rig.run(strategy);
    ASSERT_TRUE(run.result);
    EXPECT_EQ(run.orders[0].status, OrderStatus::kFilled);
}

TEST(Rejection, ByRiskSaysWhatWasNeededAndWhatWasThere) {
    EngineRig rig;
    rig.broker.fees.taker = test::rate("0.001");
    rig.add("BTC/USDT", hourly({100, 100}));
    ScriptedStrategy strategy;
    once_at(strategy, kHour, [](Context& ctx) { ctx.buy(0, {100}); });
    strategy.order = [](Context& ctx, const OrderUpdate& update) {
        EXPECT_EQ(update.reason, Reason::kInsufficientCash);
        EXPECT_EQ(ctx.order(update.order_id).needed, money("10010"));
    };
    const auto run = rig.run(strategy);
    ASSERT_TRUE(run.result);
    EXPECT_THAT(run.observed.only("order"), ElementsAre("order 1 created>rejected insufficient_cash"));
    EXPECT_EQ(run.orders[0].reason, Reason::kInsufficientCash);
    EXPECT_EQ(run.orders[0].needed, money("10010"));
    EXPECT_EQ(run.orders[0].available, money("10000"));
}

TEST(Rejection, OfASecondBuyComesAtTheFillBecauseNothingIsReserved) {
    EngineRig rig;
    rig.add("BTC/USDT", hourly({100, 100}));
    ScriptedStrategy strategy;
    once_at(strategy, kHour, [](Context& ctx) {
        ctx.buy(0, {60});
        ctx.buy(0, {60});
    });
    const auto run = rig.run(strategy);
    ASSERT_TRUE(run.result);
    EXPECT_THAT(run.observed.only("order"),
                ElementsAre("order 1 created>submitted", "order 2 created>submitted", "order 1 submitted>accepted",
                            "order 2 submitted>accepted", "order 1 accepted>filled",
                            "order 2 accepted>rejected insufficient_cash"));
    EXPECT_EQ(run.orders[1].needed, money("6000"));
    EXPECT_EQ(run.orders[1].available, money("4000"));
}

TEST(Rejection, ForWantOfAPriceIsOfTheOrdersOwnInstrument) {
    EngineRig rig;
    rig.add("BTC/USDT", hourly({100, 100})).add("ETH/USDT", hourly({20}, kHour));
    ScriptedStrategy strategy;
    once_at(strategy, kHour, [](Context& ctx) { ctx.buy(1, {1}); });
    const auto run = rig.run(strategy);
    ASSERT_TRUE(run.result);
    EXPECT_EQ(run.orders[0].reason, Reason::kNoPrice);
}

TEST(Close, SellsALongBuysBackAShortAndDoesNothingWhenFlat) {
    EngineRig rig;
    rig.add("BTC/USDT", hourly({10, 10, 10, 10, 10, 10}));
    ScriptedStrategy strategy;
    once_at(strategy, 1 * kHour, [](Context& ctx) {
        EXPECT_FALSE(ctx.close(0));
        ctx.buy(0, {7});
    });
    once_at(strategy, 2 * kHour, [](Context& ctx) { EXPECT_EQ(ctx.close(0), 2U); });
    once_at(strategy, 3 * kHour, [](Context& ctx) { ctx.sell(0, {4}); });
    once_at(strategy, 4 * kHour, [](Context& ctx) { EXPECT_EQ(ctx.close(0), 4U); });
    const auto run = rig.run(strategy);
    ASSERT_TRUE(run.result);
    EXPECT_THAT(run.observed.only("fill"), ElementsAre("fill 1 buy 7 at 10 (1h)", "fill 2 sell 7 at 10 (2h)",
                                                       "fill 3 sell 4 at 10 (3h)", "fill 4 buy 4 at 10 (4h)"));
    EXPECT_EQ(run.positions[0], Quantity{});
}

/// An execution that accepts nothing by itself and reports what a test puts in.
class ScriptedExecution : public Execution {
  public:
    std::vector<Report> on_submit;          ///< reported when the first order comes
    std::vector<Report> on_bar;             ///< reported at the first bar after it
    std::vector<std::vector<double>> seen;  ///< the closes of each on_market call
    Result<void> submit_result;

    Result<void> submit(const Approved<Order>& /*order*/, TimeNs /*now_ns*/) override {
        std::swap(pending_, on_submit);
        return submit_result;
    }
    void cancel(OrderId /*order_id*/, TimeNs /*now_ns*/) override {}
    Result<void> replace(const Approved<OrderChange>& /*change*/, TimeNs /*now_ns*/) override { return {}; }
    QuietBars quiet_bars(InstrumentIndex /*instrument*/) override {
        return {.above = std::numeric_limits<double>::infinity()};
    }
    void finish(TimeNs /*now_ns*/) override {}
    Result<void> on_market(std::span<const BarView> closed) override {
        seen.emplace_back();
        for (const BarView& bar : closed) seen.back().push_back(bar.close());
        pending_.insert(pending_.end(), on_bar.begin(), on_bar.end());
        on_bar.clear();
        return {};
    }
    void poll(std::vector<Report>& reports) override {
        reports.insert(reports.end(), pending_.begin(), pending_.end());
        pending_.clear();
    }

  private:
    std::vector<Report> pending_;
};

Report report(Report::Kind kind, OrderId id, std::int64_t quantity = 0) {
    return {.kind = kind, .order_id = id, .time_ns = kHour, .price = {10}, .quantity = {quantity}};
}

/// A run that buys 10 at 1h through a scripted execution.
test::EngineRun run_with(ScriptedExecution& execution, ScriptedStrategy& strategy) {
    EngineRig rig;
    rig.execution = &execution;
    rig.add("BTC/USDT", hourly({10, 11, 12, 13}));
    once_at(strategy, kHour, [](Context& ctx) { ctx.buy(0, {10}); });
    return rig.run(strategy);
}

TEST(Reports, OfPartialFillsMoveTheOrderOnAndBookEachPart) {
    ScriptedExecution execution;
    execution.on_submit = {report(Report::Kind::kAccepted, 1)};
    execution.on_bar = {report(Report::Kind::kFilled, 1, 4), report(Report::Kind::kFilled, 1, 6)};
    ScriptedStrategy strategy;
    const auto run = run_with(execution, strategy);
    ASSERT_TRUE(run.result);
    EXPECT_THAT(run.observed.only("order"),
                ElementsAre("order 1 created>submitted", "order 1 submitted>accepted",
                            "order 1 accepted>partially_filled", "order 1 partially_filled>filled"));
    EXPECT_EQ(run.orders[0].filled, Quantity{10});
    EXPECT_EQ(run.positions[0], Quantity{10});
    EXPECT_EQ(run.cash, money("9900"));
}

TEST(Reports, OfAnExpiryOrARejectionOfTheVenueEndTheOrder) {
    for (const auto& [kind, status] : {std::pair{Report::Kind::kExpired, OrderStatus::kExpired},
                                       std::pair{Report::Kind::kRejected, OrderStatus::kRejected},
                                       std::pair{Report::Kind::kCanceled, OrderStatus::kCanceled}}) {
        ScriptedExecution execution;
        execution.on_bar = {report(kind, 1)};
        ScriptedStrategy strategy;
        const auto run = run_with(execution, strategy);
        ASSERT_TRUE(run.result);
        EXPECT_EQ(run.orders[0].status, status);
    }
}

TEST(Reports, ThatTheStateMachineDoesNotAllowEndTheRunWithAnError) {
    const std::vector<std::vector<Report>> wrong = {
        {report(Report::Kind::kAccepted, 7)},                                         // no such order
        {report(Report::Kind::kFilled, 7, 1)},                                        // likewise
        {report(Report::Kind::kRejected, 7)},                                         // likewise
        {report(Report::Kind::kFilled, 1, 11)},                                       // more than ordered
        {report(Report::Kind::kFilled, 1, 10), report(Report::Kind::kFilled, 1, 1)},  // after the end
        {report(Report::Kind::kCanceled, 1), report(Report::Kind::kFilled, 1, 1)},    // likewise
        {report(Report::Kind::kAccepted, 1), report(Report::Kind::kAccepted, 1)},     // twice
    };
    for (const auto& reports : wrong) {
        ScriptedExecution execution;
        execution.on_bar = reports;
        ScriptedStrategy strategy;
        const auto run = run_with(execution, strategy);
        ASSERT_FALSE(run.result);
        EXPECT_EQ(run.result.error().code, ErrorCode::kInvalidData);
    }
}

TEST(Execution, ThatFailsToSubmitEndsTheRunWithItsError) {
    ScriptedExecution execution;
    execution.submit_result = fail(ErrorCode::kUnsupported, "no such order type here");
    ScriptedStrategy strategy;
    const auto run = run_with(execution, strategy);
    ASSERT_FALSE(run.result);
    EXPECT_EQ(run.result.error().message, "no such order type here");
}

TEST(Execution, SeesTheClosedBarsOfExecutionSeriesWhileAnOrderWorks) {
    ScriptedExecution execution;
    EngineRig rig;
    rig.execution = &execution;
    rig.add("BTC/USDT", test::BarTable(k4h, 0, {test::flat(99)}));
    rig.add("BTC/USDT", hourly({10, 11, 12, 13, 14, 15})).add("ETH/USDT", hourly({22, 23}, 2 * kHour));
    ScriptedStrategy strategy;
    once_at(strategy, 2 * kHour, [](Context& ctx) { ctx.buy(0, {1}); });
    execution.on_submit = {report(Report::Kind::kAccepted, 1)};
    ASSERT_TRUE(rig.run(strategy).result);
    // From 3h on; never the bar of 4h, whose instrument executes on 1h.
    EXPECT_THAT(execution.seen,
                ElementsAre(ElementsAre(12, 22), ElementsAre(13, 23), ElementsAre(14), ElementsAre(15)));
}

}  // namespace
}  // namespace ct::engine
