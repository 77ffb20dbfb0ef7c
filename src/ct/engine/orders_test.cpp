#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/account/account.hpp"
#include "ct/core/bar.hpp"
#include "ct/core/event.hpp"
#include "ct/core/filters.hpp"
#include "ct/core/order.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/time.hpp"
#include "ct/engine/context.hpp"
#include "support/bars.hpp"
#include "support/engine_rig.hpp"
#include "support/numbers.hpp"
#include "support/risk_rig.hpp"
#include "support/scripted_strategy.hpp"

// What a strategy can ask for beyond a plain order, from its wish to its end.
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
using testing::IsEmpty;

/// A strategy that does something once, at a time.
void at(ScriptedStrategy& strategy, TimeNs time_ns, const std::function<void(Context&)>& action) {
    const auto before = strategy.bar;
    strategy.bar = [=](Context& ctx, const BarView& bar) {
        if (before) before(ctx, bar);
        if (ctx.now_ns() == time_ns) action(ctx);
    };
}
OrderRequest buy_limit(std::int64_t price, std::int64_t quantity = 1) {
    return {.type = OrderType::kLimit, .quantity = {quantity}, .limit_price = {price}};
}

TEST(ClientId, NamesAnOrderAndMakesItOnlyOnce) {
    EngineRig rig;
    rig.add("BTC/USDT", hourly({10, 10, 10}));
    ScriptedStrategy strategy;
    at(strategy, kHour, [](Context& ctx) {
        EXPECT_EQ(ctx.submit(buy_limit(5), "mine"), 1U);
        EXPECT_EQ(ctx.submit(buy_limit(6), "mine"), 1U);
        EXPECT_EQ(ctx.submit(buy_limit(6), "other"), 2U);
        EXPECT_EQ(ctx.find_order("mine"), 1U);
        EXPECT_FALSE(ctx.find_order("nobody's"));
        EXPECT_EQ(ctx.client_id(2), "other");
        EXPECT_EQ(ctx.client_id(ctx.submit(buy_limit(7))), "");
    });
    const auto run = rig.run(strategy);
    ASSERT_EQ(run.orders.size(), 3U);
    EXPECT_EQ(run.orders[0].request.limit_price.count, 5);
}

TEST(ClientId, ThatNoVenueTakesRejectsTheOrder) {
    EngineRig rig;
    rig.add("BTC/USDT", hourly({10, 10}));
    ScriptedStrategy strategy;
    at(strategy, kHour, [](Context& ctx) {
        ctx.submit(buy_limit(5), "with blank");
        ctx.submit(buy_limit(5), std::string(37, 'x'));
        ctx.submit(buy_limit(5), std::string(36, 'x'));
    });
    const auto run = rig.run(strategy);
    EXPECT_EQ(run.orders[0].reason, Reason::kInvalidClientId);
    EXPECT_EQ(run.orders[1].reason, Reason::kInvalidClientId);
    EXPECT_EQ(run.orders[2].reason, Reason::kEndOfRun);
}

TEST(Working, ListsWhatMayStillFillOldestFirst) {
    EngineRig rig;
    rig.add("BTC/USDT", hourly({10, 10, 10, 10}));
    ScriptedStrategy strategy;
    at(strategy, kHour, [](Context& ctx) {
        ctx.submit(buy_limit(5));
        ctx.submit(buy_limit(6));
        ctx.buy(0, {1});
        EXPECT_THAT(ctx.working_orders(), IsEmpty());
    });
    at(strategy, 2 * kHour, [](Context& ctx) {
        EXPECT_THAT(ctx.working_orders(), ElementsAre(1, 2));
        ctx.cancel(1);
    });
    at(strategy, 3 * kHour, [](Context& ctx) { EXPECT_THAT(ctx.working_orders(), ElementsAre(2)); });
    ASSERT_TRUE(rig.run(strategy).result);
}

TEST(CancelAll, TakesEverythingOfAnInstrumentOrOfAllAlsoWhatWasMadeInThisStep) {
    for (const bool of_one : {true, false}) {
        EngineRig rig;
        rig.add("BTC/USDT", hourly({10, 10, 10})).add("ETH/USDT", hourly({10, 10, 10}));
        ScriptedStrategy strategy;
        bool done = false;
        strategy.bar = [&](Context& ctx, const BarView& bar) {
            if (ctx.now_ns() == kHour && bar.instrument() == 1) {
                ctx.submit(buy_limit(5));
                OrderRequest other = buy_limit(5);
                other.instrument = 1;
                ctx.submit(other);
            }
            if (ctx.now_ns() != 2 * kHour || done) return;
            done = true;
            ctx.buy(0, {1});
            if (of_one) {
                ctx.cancel_all(0);
            } else {
                ctx.cancel_all();
            }
        };
        const auto run = rig.run(strategy);
        EXPECT_EQ(run.orders[0].status, OrderStatus::kCanceled);
        EXPECT_EQ(run.orders[1].status, of_one ? OrderStatus::kExpired : OrderStatus::kCanceled);
        EXPECT_EQ(run.orders[2].status, OrderStatus::kCanceled);
        EXPECT_THAT(run.observed.only("fill"), IsEmpty());
    }
}

TEST(Replace, ChangesAWorkingOrderAndTellsTheStrategy) {
    EngineRig rig;
    rig.add("BTC/USDT", hourly({10, 10, 8, 8}));
    ScriptedStrategy strategy;
    at(strategy, kHour, [](Context& ctx) { ctx.submit(buy_limit(5, 3)); });
    at(strategy, 2 * kHour, [](Context& ctx) { ctx.replace({.order_id = 1, .limit_price = {8}}); });
    std::vector<OrderUpdate> updates;
    strategy.order = [&](Context& ctx, const OrderUpdate& update) {
        updates.push_back(update);
        if (update.from == update.to) {
            EXPECT_EQ(ctx.order(1).request.limit_price.count, 8);
        }
    };
    const auto run = rig.run(strategy);
    EXPECT_THAT(run.observed.only("fill"), ElementsAre("fill 1 buy 3 at 8 (2h)"));
    ASSERT_EQ(updates.size(), 4U);
    EXPECT_EQ(updates[2].reason, Reason::kReplaced);
    EXPECT_EQ(updates[2].from, OrderStatus::kAccepted);
    EXPECT_EQ(updates[2].to, OrderStatus::kAccepted);
}

TEST(Replace, IsRefusedWithAReasonAndLeavesTheOrderAsItIs) {
    EngineRig rig;
    rig.add("BTC/USDT", hourly({10, 10, 10, 10}));
    ScriptedStrategy strategy;
    at(strategy, kHour, [](Context& ctx) {
        ctx.submit(buy_limit(5, 3));
        ctx.buy(0, {1});
    });
    at(strategy, 2 * kHour, [](Context& ctx) {
        ctx.replace({.order_id = 2, .quantity = {5}});        // it has filled
        ctx.replace({.order_id = 1, .quantity = {-1}});       // no quantity
        ctx.replace({.order_id = 1, .limit_price = {-4}});    // no price
        ctx.replace({.order_id = 1, .quantity = {100'000}});  // no cash for that
        ctx.replace({.order_id = 99, .quantity = {1}});       // nobody
    });
    std::vector<Reason> reasons;
    strategy.order = [&](Context&, const OrderUpdate& update) {
        if (update.from == update.to) reasons.push_back(update.reason);
    };
    const auto run = rig.run(strategy);
    ASSERT_TRUE(run.result);
    EXPECT_THAT(reasons, ElementsAre(Reason::kFinished, Reason::kInvalidQuantity, Reason::kInvalidPrice,
                                     Reason::kInsufficientCash));
    EXPECT_EQ(run.orders[0].request.quantity, Quantity{3});
    EXPECT_EQ(run.orders[0].request.limit_price.count, 5);
}

TEST(Target, OrdersTheDifferenceToASizeAWorthOrAShare) {
    EngineRig rig;
    rig.add("BTC/USDT", hourly({10, 10, 10, 10, 10, 10}));
    ScriptedStrategy strategy;
    at(strategy, 1 * kHour, [](Context& ctx) { EXPECT_EQ(ctx.order_target(0, {-5}), 1U); });
    at(strategy, 2 * kHour, [](Context& ctx) {
        EXPECT_FALSE(ctx.order_target(0, {-5}));
        // Orders that work do not count: both go the whole way.
        ctx.order_target(0, {5});
        ctx.order_target(0, {5});
    });
    at(strategy, 3 * kHour, [](Context& ctx) {
        EXPECT_EQ(ctx.position(0), Quantity{15});
        EXPECT_EQ(ctx.order_target_value(0, -29.9).value(), 4U);  // two, floored toward zero
    });
    at(strategy, 4 * kHour, [](Context& ctx) {
        EXPECT_EQ(ctx.position(0), Quantity{-2});
        EXPECT_EQ(ctx.order_target_percent(0, 0.5).value(), 5U);  // of 10,000
    });
    at(strategy, 5 * kHour, [](Context& ctx) {
        EXPECT_EQ(ctx.position(0), Quantity{500});
        EXPECT_FALSE(ctx.order_target_value(0, std::numeric_limits<double>::quiet_NaN()));
        EXPECT_FALSE(ctx.order_target_value(0, std::numeric_limits<double>::infinity()));
    });
    ASSERT_TRUE(rig.run(strategy).result);
}

TEST(Target, BeforeTheFirstBarIsAnErrorWhereItNeedsAPrice) {
    EngineRig rig;
    rig.add("BTC/USDT", hourly({10, 10}));
    ScriptedStrategy strategy;
    strategy.start = [](Context& ctx) {
        const auto ordered = ctx.order_target_value(0, 100);
        ASSERT_FALSE(ordered);
        EXPECT_EQ(ordered.error().message, "BTC/USDT has no price yet to size an order by");
    };
    ASSERT_TRUE(rig.run(strategy).result);
}

TEST(Bracket, IsAnEntryWithAStopAndATargetThatWaitForIt) {
    EngineRig rig;
    rig.add("BTC/USDT", hourly({100, 100, 110}));
    ScriptedStrategy strategy;
    at(strategy, kHour, [](Context& ctx) {
        const Bracket made = ctx.bracket({.quantity = {2}}, {90}, {110});
        EXPECT_EQ(made.entry, 1U);
        EXPECT_EQ(made.stop, 2U);
        EXPECT_EQ(made.limit, 3U);
    });
    const auto run = rig.run(strategy);
    EXPECT_THAT(run.observed.only("fill"), ElementsAre("fill 1 buy 2 at 100 (1h)", "fill 3 sell 2 at 110 (2h)"));
    EXPECT_EQ(run.orders[1].reason, Reason::kOco);
}

TEST(Links, ToNobodyToALaterOrderOrToAnotherInstrumentAreRefused) {
    EngineRig rig;
    rig.add("BTC/USDT", hourly({10, 10, 10})).add("ETH/USDT", hourly({10, 10, 10}));
    ScriptedStrategy strategy;
    strategy.bar = [](Context& ctx, const BarView& bar) {
        if (ctx.now_ns() != kHour || bar.instrument() != 1) return;
        OrderRequest order = buy_limit(5);
        ctx.submit(order);
        order.oco = 99;
        ctx.submit(order);
        order.oco = 3;  // itself
        ctx.submit(order);
        order = buy_limit(5);
        order.parent = 99;
        ctx.submit(order);
        order.parent = 1;
        order.instrument = 1;
        ctx.submit(order);
        order.parent = 0;
        order.oco = 1;
        ctx.submit(order);
    };
    const auto run = rig.run(strategy);
    EXPECT_EQ(run.orders[1].reason, Reason::kContradiction);
    EXPECT_EQ(run.orders[2].reason, Reason::kContradiction);
    EXPECT_EQ(run.orders[3].reason, Reason::kParent);
    EXPECT_EQ(run.orders[4].reason, Reason::kContradiction);
    EXPECT_EQ(run.orders[5].reason, Reason::kContradiction);
}

TEST(Links, ThatWereRefusedLeadNowhereOnASpotAccount) {
    EngineRig rig;
    rig.account.kind = AccountKind::kSpot;
    rig.add("BTC/USDT", hourly({10, 10, 10}));
    ScriptedStrategy strategy;
    at(strategy, kHour, [](Context& ctx) {
        OrderRequest order = buy_limit(5);
        order.oco = 1;  // itself
        ctx.submit(order);
        order.oco = 99;
        ctx.submit(order);
        order.oco = 1;
        ctx.submit(order);
    });
    const auto run = rig.run(strategy);
    ASSERT_TRUE(run.result);
    EXPECT_EQ(run.orders[0].reason, Reason::kContradiction);
    EXPECT_EQ(run.orders[1].reason, Reason::kContradiction);
    EXPECT_EQ(run.orders[2].reason, Reason::kOco);
}

TEST(Links, ChildrenOfARefusedParentAreNeverSent) {
    EngineRig rig;
    rig.add("BTC/USDT", hourly({100, 100, 100}));
    ScriptedStrategy strategy;
    at(strategy, kHour, [](Context& ctx) { ctx.bracket({.quantity = {200}}, {90}, {110}); });
    const auto run = rig.run(strategy);
    EXPECT_THAT(run.observed.only("order"),
                ElementsAre("order 1 created>rejected insufficient_cash", "order 2 created>rejected parent",
                            "order 3 created>rejected parent"));
}

TEST(Links, ALegThatJoinsAnOrderWhichNoLongerWorksIsRefused) {
    EngineRig rig;
    rig.add("BTC/USDT", hourly({100, 100, 100}));
    ScriptedStrategy strategy;
    at(strategy, kHour, [](Context& ctx) {
        ctx.submit(buy_limit(90, 0));  // refused
        OrderRequest leg = buy_limit(80);
        leg.oco = 1;
        ctx.submit(leg);
        ctx.buy(0, {1});
    });
    at(strategy, 2 * kHour, [](Context& ctx) {
        OrderRequest leg = buy_limit(80);
        leg.oco = 3;  // it has filled
        ctx.submit(leg);
    });
    const auto run = rig.run(strategy);
    EXPECT_EQ(run.orders[1].status, OrderStatus::kRejected);
    EXPECT_EQ(run.orders[1].reason, Reason::kOco);
    EXPECT_EQ(run.orders[3].reason, Reason::kOco);
}

TEST(Bracket, ExitsOfAnEntryThatRiskHasShrunkAreNoLargerThanIt) {
    EngineRig rig;
    rig.rules = {test::rule("max_order", {test::number("notional", "500")})};
    rig.add("BTC/USDT", hourly({100, 100, 90, 90}));
    ScriptedStrategy strategy;
    at(strategy, kHour, [](Context& ctx) { ctx.bracket({.quantity = {10}}, {90}, {95}); });
    const auto run = rig.run(strategy);
    EXPECT_EQ(run.orders[0].request.quantity, Quantity{5});
    EXPECT_EQ(run.orders[1].request.quantity, Quantity{5});  // not six, as its own price would allow
    EXPECT_EQ(run.positions[0], Quantity{});
}

TEST(Update, TellsWhatHadFilledAtItsMoment) {
    EngineRig rig;
    rig.broker.matching.participation = test::rate("0.5");
    BarTable bars(k1h);
    for (const double volume : {4.0, 4.0, 4.0}) bars.add(static_cast<TimeNs>(bars.size()) * kHour, flat(100), volume);
    rig.add("BTC/USDT", std::move(bars));
    ScriptedStrategy strategy;
    at(strategy, kHour, [](Context& ctx) { ctx.submit(buy_limit(100, 4)); });
    at(strategy, 2 * kHour, [](Context& ctx) { ctx.replace({.order_id = 1, .limit_price = {101}}); });
    std::vector<std::pair<Reason, std::int64_t>> told;
    strategy.order = [&](Context&, const OrderUpdate& update) {
        told.emplace_back(update.reason, update.filled.count);
    };
    ASSERT_TRUE(rig.run(strategy).result);
    using Told = std::pair<Reason, std::int64_t>;
    EXPECT_THAT(told, ElementsAre(Told{Reason::kNone, 0}, Told{Reason::kNone, 0}, Told{Reason::kNone, 2},
                                  Told{Reason::kReplaced, 2}, Told{Reason::kNone, 4}));
}

TEST(EndOfRun, OrdersOfTheLastCallbacksAreRefused) {
    EngineRig rig;
    rig.add("BTC/USDT", hourly({100, 100}));
    ScriptedStrategy strategy;
    at(strategy, 2 * kHour, [](Context& ctx) { ctx.submit(buy_limit(50)); });
    strategy.order = [](Context& ctx, const OrderUpdate& update) {
        if (update.reason == Reason::kEndOfRun) ctx.buy(0, {1});
    };
    strategy.stop = [](Context& ctx) { ctx.buy(0, {1}); };
    const auto run = rig.run(strategy);
    ASSERT_EQ(run.orders.size(), 3U);
    EXPECT_EQ(run.orders[0].status, OrderStatus::kExpired);
    for (const std::size_t late : {1U, 2U}) {
        EXPECT_EQ(run.orders[late].status, OrderStatus::kRejected);
        EXPECT_EQ(run.orders[late].reason, Reason::kEndOfRun);
    }
}

TEST(Day, LastsUntilTheNextMidnight) {
    EngineRig rig;
    rig.add("BTC/USDT", BarTable(test::k4h, 20 * kHour, {flat(100), flat(90), flat(80)}));
    ScriptedStrategy strategy;
    at(strategy, 24 * kHour, [](Context& ctx) {
        OrderRequest order = buy_limit(85);
        order.time_in_force = TimeInForce::kDay;
        ctx.submit(order);
        EXPECT_EQ(ctx.order(1).request.expire_ns, 48 * kHour);
    });
    EXPECT_EQ(rig.run(strategy).orders[0].status, OrderStatus::kFilled);
}

TEST(Trailing, WithoutAStopPriceStartsAtItsDistanceFromTheLastClose) {
    EngineRig rig;
    rig.add("BTC/USDT", hourly({100, 100, 100}));
    ScriptedStrategy strategy;
    at(strategy, kHour, [](Context& ctx) {
        ctx.submit({.side = Side::kSell, .type = OrderType::kTrailingStop, .quantity = {1}, .trail_amount = {10}});
        ctx.submit({.type = OrderType::kTrailingStop, .quantity = {1}, .trail_share = test::rate("0.025")});
        EXPECT_EQ(ctx.order(1).request.stop_price.count, 90);
        EXPECT_EQ(ctx.order(2).request.stop_price.count, 103);  // 102.5, away from the price
    });
    ASSERT_TRUE(rig.run(strategy).result);
}

TEST(Trailing, ItsOrderShowsWhereItsStopIsNow) {
    EngineRig rig;
    rig.add("BTC/USDT", hourly({100, 100, 120, 120, 115, 115}));
    ScriptedStrategy strategy;
    std::vector<std::int64_t> seen;
    strategy.bar = [&](Context& ctx, const BarView& /*bar*/) {
        if (ctx.now_ns() == kHour) {
            ctx.submit({.side = Side::kSell, .type = OrderType::kTrailingStop, .quantity = {1}, .trail_amount = {10}});
        }
        // A change of the size alone leaves the stop where it is; a price given is its new place.
        if (ctx.now_ns() == 4 * kHour) ctx.replace({.order_id = 1, .quantity = {2}});
        if (ctx.now_ns() == 5 * kHour) ctx.replace({.order_id = 1, .stop_price = {90}});
        seen.push_back(ctx.order(1).request.stop_price.count);
    };
    const auto run = rig.run(strategy);
    ASSERT_TRUE(run.result) << run.result.error().message;
    EXPECT_THAT(seen, ElementsAre(90, 90, 110, 110, 110, 105));
    EXPECT_EQ(run.orders[0].request.stop_price, Price{105});
    EXPECT_EQ(run.orders[0].status, OrderStatus::kExpired);
}

TEST(Detail, MatchesOrdersAndIsNotShown) {
    EngineRig rig;
    rig.add("BTC/USDT", BarTable(test::k4h, 0, {flat(100), flat(100), flat(100)}));
    rig.add("BTC/USDT", BarTable(k1h, 0, {flat(100), flat(100), flat(100), flat(100), flat(101), flat(97), flat(99)}),
            true);
    ScriptedStrategy strategy;
    strategy.bar = [](Context& ctx, const BarView& bar) {
        EXPECT_EQ(bar.series(), 0U);
        EXPECT_EQ(ctx.series_count(), 1U);
        if (ctx.now_ns() == 4 * kHour) ctx.submit(buy_limit(98));
    };
    const auto run = rig.run(strategy);
    // Inside the second bar of 4h, where the limit lies out of its reach.
    EXPECT_THAT(run.observed.only("fill"), ElementsAre("fill 1 buy 1 at 97 (5h)"));
}

TEST(CheatOnOpen, ShowsTheOpenAndMatchesOnIt) {
    for (const std::size_t batch_rows : {1U, 4096U}) {
        EngineRig rig;
        rig.cheat_on_open = true;
        rig.batch_rows = batch_rows;
        rig.add("BTC/USDT", BarTable(k1h, 0, {flat(100), {101, 109, 95, 105}, {106, 107, 104, 104}}));
        ScriptedStrategy strategy;
        std::vector<std::string> seen;
        strategy.open = [&](Context& ctx, SeriesIndex series, double open) {
            seen.push_back(fmt::format("{}h {} after {}", ctx.now_ns() / kHour, open, ctx.bars(series).size()));
            if (open == 101) ctx.buy(0, {1});
        };
        strategy.bar = [&](Context& ctx, const BarView& bar) {
            seen.push_back(fmt::format("{}h bar {} of {}", ctx.now_ns() / kHour, bar.close(), ctx.bars(0).size()));
        };
        const auto run = rig.run(strategy);
        ASSERT_TRUE(run.result);
        EXPECT_THAT(run.observed.only("fill"), ElementsAre("fill 1 buy 1 at 101 (1h)"));
        EXPECT_THAT(seen, ElementsAre("0h 100 after 0", "1h bar 100 of 1", "1h 101 after 1", "2h bar 105 of 2",
                                      "2h 106 after 2", "3h bar 104 of 3"));
    }
}

TEST(CheatOnOpen, TheOpenIsTheLastPriceFromTheFirstBarOn) {
    EngineRig rig;
    rig.cheat_on_open = true;
    rig.cash = Money::units(1'000);
    rig.rules = {test::rule("price_band", {test::number("share", "0.1")})};
    rig.add("BTC/USDT", BarTable(k1h, 0, {{100, 109, 90, 105}, {200, 200, 200, 200}}));
    ScriptedStrategy strategy;
    std::vector<std::int64_t> seen;
    strategy.open = [&](Context& ctx, SeriesIndex /*series*/, double /*open*/) {
        seen.push_back(ctx.last_price(0)->count);
        seen.push_back(static_cast<std::int64_t>(ctx.equity().to_double()));
        const OrderId id = ctx.buy(0, {2});
        EXPECT_EQ(ctx.order(id).arrival_price, *ctx.last_price(0));
        ctx.submit(buy_limit(190));  // within a tenth of the second open alone
    };
    strategy.bar = [&](Context& ctx, const BarView& /*bar*/) { seen.push_back(ctx.last_price(0)->count); };
    const auto run = rig.run(strategy);
    ASSERT_TRUE(run.result) << run.result.error().message;
    EXPECT_THAT(seen, ElementsAre(100, 1000, 105, 200, 1200, 200));
    EXPECT_THAT(run.observed.only("fill"), ElementsAre("fill 1 buy 2 at 100 (0h)", "fill 3 buy 2 at 200 (1h)"));
    EXPECT_EQ(run.orders[1].reason, Reason::kPriceBand);
    EXPECT_EQ(run.orders[3].reason, Reason::kEndOfRun);
}

TEST(Markets, HoldOrdersToTheirFiltersAndRoundWhatStrategiesAskFor) {
    EngineRig rig;
    rig.filters = {Filters{.tick_size = {5}, .lot_size = {10}, .min_quantity = {20}}};
    rig.rules = {test::rule("max_order", {test::number("quantity", "35")})};
    rig.add("BTC/USDT", hourly({100, 100, 100}));
    ScriptedStrategy strategy;
    at(strategy, kHour, [](Context& ctx) {
        EXPECT_EQ(ctx.quantity(0, 39).value(), Quantity{30});
        EXPECT_EQ(ctx.limit_price(0, Side::kBuy, 94).value(), Price{90});
        EXPECT_EQ(ctx.limit_price(0, Side::kSell, 106).value(), Price{110});
        EXPECT_EQ(ctx.stop_price(0, Side::kBuy, 106).value(), Price{110});
        ctx.submit(buy_limit(93, 20));
        ctx.submit(buy_limit(90, 25));
        ctx.submit(buy_limit(90, 10));
        ctx.submit(buy_limit(90, 50));  // shrunk to 35, in lots 30
        ctx.submit({.type = OrderType::kStop, .quantity = {20}, .stop_price = {95}});
    });
    const auto run = rig.run(strategy);
    EXPECT_EQ(run.orders[0].reason, Reason::kTickSize);
    EXPECT_EQ(run.orders[1].reason, Reason::kLotSize);
    EXPECT_EQ(run.orders[2].reason, Reason::kMinQuantity);
    EXPECT_EQ(run.orders[3].request.quantity, Quantity{30});
    EXPECT_EQ(run.orders[4].reason, Reason::kTriggerSide);
}

}  // namespace
}  // namespace ct::engine
