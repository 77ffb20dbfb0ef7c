#include <cstddef>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/core/bar.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/engine/context.hpp"
#include "ct/risk/rule_settings.hpp"
#include "support/bars.hpp"
#include "support/engine_rig.hpp"
#include "support/risk_rig.hpp"
#include "support/scripted_strategy.hpp"

// What the engine makes of risk rules.
namespace ct::engine {
namespace {

using test::EngineRig;
using test::hourly;
using test::kHour;
using test::number;
using test::rule;
using test::ScriptedStrategy;
using test::words;
using testing::ElementsAre;

TEST(RiskRules, ShrinkAnOrderBeforeItGoesOut) {
    EngineRig rig;
    rig.add("BTC/USDT", hourly({100, 100, 100}));
    rig.rules = {rule("max_order", {number("quantity", "3")})};
    ScriptedStrategy strategy;
    strategy.bar = [](Context& ctx, const BarView&) {
        if (ctx.now_ns() == kHour) ctx.buy(0, {5});
    };
    const auto run = rig.run(strategy);
    ASSERT_TRUE(run.result);
    EXPECT_EQ(run.orders[0].status, OrderStatus::kFilled);
    EXPECT_EQ(run.orders[0].request.quantity, Quantity{3});
    EXPECT_EQ(run.positions[0], Quantity{3});
    EXPECT_THAT(run.observed.only("risk"), ElementsAre("risk 1 max_order modify (1h)"));
}

TEST(RiskRules, RefuseAnOrderWithTheirName) {
    EngineRig rig;
    rig.add("BTC/USDT", hourly({100, 100, 100}));
    rig.rules = {rule("max_open_orders", {number("orders", "1")})};
    ScriptedStrategy strategy;
    strategy.bar = [](Context& ctx, const BarView&) {
        if (ctx.now_ns() != kHour) return;
        ctx.buy(0, {1});
        ctx.buy(0, {2});
    };
    const auto run = rig.run(strategy);
    EXPECT_EQ(run.orders[0].status, OrderStatus::kFilled);
    EXPECT_EQ(run.orders[1].status, OrderStatus::kRejected);
    EXPECT_EQ(run.orders[1].reason, Reason::kMaxOpenOrders);
    EXPECT_THAT(run.observed.only("risk"), ElementsAre("risk 2 max_open_orders reject (1h)"));
}

/// A bracket of five at the first close, run under a rule.
test::EngineRun run_bracket(const risk::RuleSettings& settings, Price stop = {90}, Price limit = {110}) {
    EngineRig rig;
    rig.add("BTC/USDT", hourly({100, 100, 100}));
    rig.rules = {settings};
    ScriptedStrategy strategy;
    strategy.bar = [&](Context& ctx, const BarView&) {
        if (ctx.now_ns() == kHour) ctx.bracket({.quantity = {5}}, stop, limit);
    };
    return rig.run(strategy);
}

TEST(RiskRules, LetNoEntryOutWithoutItsExits) {
    const auto run = run_bracket(rule("max_open_orders", {number("orders", "2")}));
    ASSERT_TRUE(run.result);
    EXPECT_EQ(run.orders[0].status, OrderStatus::kRejected);
    EXPECT_EQ(run.orders[0].reason, Reason::kChild);
    EXPECT_EQ(run.orders[1].status, OrderStatus::kRejected);
    EXPECT_EQ(run.orders[1].reason, Reason::kParent);
    EXPECT_EQ(run.orders[2].status, OrderStatus::kRejected);
    EXPECT_EQ(run.orders[2].reason, Reason::kMaxOpenOrders);
    EXPECT_EQ(run.positions[0], Quantity{0});

    const auto band = run_bracket(rule("price_band", {number("share", "0.2")}), {70});
    EXPECT_EQ(band.orders[0].reason, Reason::kChild);
    EXPECT_EQ(band.orders[1].reason, Reason::kPriceBand);
    EXPECT_EQ(band.orders[2].reason, Reason::kParent);
}

TEST(RiskRules, RefuseAnOrderOfNoClientIdWhateverItsLinksName) {
    EngineRig rig;
    rig.add("BTC/USDT", hourly({100, 100}));
    ScriptedStrategy strategy;
    strategy.bar = [](Context& ctx, const BarView&) {
        if (ctx.now_ns() == kHour) ctx.submit({.quantity = {1}, .parent = 99, .oco = 98}, "no client id");
    };
    const auto run = rig.run(strategy);
    ASSERT_TRUE(run.result);
    EXPECT_EQ(run.orders[0].reason, Reason::kInvalidClientId);
}

TEST(RiskRules, CountABracketAsWhatItCanBecome) {
    const auto run = run_bracket(rule("max_position", {number("quantity", "5")}));
    ASSERT_TRUE(run.result);
    EXPECT_EQ(run.positions[0], Quantity{5});
    for (const Order& order : run.orders) EXPECT_EQ(order.request.quantity, Quantity{5});
    EXPECT_THAT(run.observed.only("risk"), testing::IsEmpty());
}

TEST(RiskRules, MakeTheExitsOfASmallerEntrySmaller) {
    const auto run = run_bracket(rule("max_order", {number("notional", "300")}), {90}, {150});
    ASSERT_TRUE(run.result);
    for (const Order& order : run.orders) EXPECT_EQ(order.request.quantity, Quantity{3});
    EXPECT_EQ(run.orders[1].status, OrderStatus::kExpired);
}

TEST(RiskRules, SeeTheEquityOfBarsWithoutOrders) {
    // Falls by half and comes back between two orders: nothing but the rules looks at the bars in between.
    for (const std::size_t batch_rows : {1U, 7U, 4096U}) {
        EngineRig rig;
        rig.batch_rows = batch_rows;
        rig.add("BTC/USDT", hourly({100, 100, 100, 50, 100, 100}));
        rig.rules = {rule("drawdown", {number("share", "0.2")})};
        ScriptedStrategy strategy;
        strategy.bar = [](Context& ctx, const BarView&) {
            if (ctx.now_ns() == kHour) ctx.buy(0, {90});
            if (ctx.now_ns() == 3 * kHour) ctx.buy(0, {1});
            if (ctx.now_ns() == 5 * kHour) ctx.buy(0, {2});
        };
        const auto run = rig.run(strategy);
        ASSERT_TRUE(run.result);
        EXPECT_EQ(run.orders[1].status, OrderStatus::kFilled);
        EXPECT_EQ(run.orders[2].status, OrderStatus::kRejected);
        EXPECT_EQ(run.orders[2].reason, Reason::kDrawdown);
    }
}

TEST(RiskRules, KnowWhenAnInstrumentHasGoneQuiet) {
    EngineRig rig;
    rig.add("BTC/USDT", hourly({100, 100})).add("ETH/USDT", hourly({50, 50, 50, 50, 50, 50}));
    rig.rules = {rule("stale_data", {number("bars", "2")})};
    ScriptedStrategy strategy;
    strategy.bar = [](Context& ctx, const BarView&) {
        if (ctx.now_ns() >= 4 * kHour) ctx.buy(0, {1});
    };
    const auto run = rig.run(strategy);
    ASSERT_EQ(run.orders.size(), 3U);
    EXPECT_EQ(run.orders[0].reason, Reason::kEndOfRun);  // 2 h old
    EXPECT_EQ(run.orders[1].reason, Reason::kStaleData);
}

TEST(RiskRules, AreAskedAfterTheChecksOfEveryRun) {
    EngineRig rig;
    rig.add("BTC/USDT", hourly({100, 100}));
    rig.rules = {rule("order_rate", {number("orders", "1"), words("window", "1d")})};
    ScriptedStrategy strategy;
    strategy.bar = [](Context& ctx, const BarView&) {
        if (ctx.now_ns() != kHour) return;
        ctx.buy(0, {1'000});  // not payable, so it does not count
        ctx.buy(0, {1});
        ctx.buy(0, {1});
    };
    const auto run = rig.run(strategy);
    EXPECT_THAT(run.observed.only("risk"),
                ElementsAre("risk 1 insufficient_cash reject (1h)", "risk 3 order_rate reject (1h)"));
}

}  // namespace
}  // namespace ct::engine
