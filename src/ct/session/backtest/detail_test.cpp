#include <cstddef>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/core/bar.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/order.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/engine/context.hpp"
#include "ct/session/backtest/backtest.hpp"
#include "support/backtest_run.hpp"
#include "support/bars.hpp"
#include "support/scripted_strategy.hpp"

// Runs whose orders match on finer bars than those that the strategy sees.
namespace ct::session {
namespace {

using test::BarTable;
using test::flat;
using test::input_of;
using test::k1h;
using test::k4h;
using test::kHour;
using test::kMinute;
using test::Ohlc;
using test::ScriptedStrategy;
using testing::ElementsAre;

/// Bars of 4h and the hours that they are made of, both from the same time on.
struct DetailRun {
    TimeNs first_ns = 0;
    std::vector<Ohlc> coarse;
    std::vector<Ohlc> fine;
    ScriptedStrategy strategy;

    DetailRun() {
        coarse.assign({flat(100), {100, 112, 88, 101}});
        fine.assign(4, flat(100));
        for (const Ohlc& bar : {Ohlc{100, 112, 100, 110}, {110, 111, 88, 90}, {90, 95, 90, 95}, {95, 101, 95, 101}}) {
            fine.push_back(bar);
        }
    }

    [[nodiscard]] auto run() {
        const BarTable bars = table(k4h, coarse);
        const BarTable detail = table(k1h, fine);
        auto hidden = input_of("BTC/USDT", detail);
        hidden.detail = true;
        return test::backtest({input_of("BTC/USDT", bars), hidden}, strategy, test::no_fees());
    }
    [[nodiscard]] std::string error() { return run().error().message; }

  private:
    /// Bars at 0 are missing.
    [[nodiscard]] BarTable table(Timeframe timeframe, const std::vector<Ohlc>& bars) const {
        BarTable made(timeframe);
        TimeNs open_ns = first_ns;
        for (const Ohlc& bar : bars) {
            if (bar.open > 0) made.add(open_ns, bar);
            open_ns = timeframe.close_of(open_ns);
        }
        return made;
    }
};

TEST(Detail, OnCloseOrdersTradeAtTheCloseThatTheStrategySees) {
    for (const TimeNs first_ns : {TimeNs{0}, 30 * kMinute}) {
        DetailRun detail;
        detail.first_ns = first_ns;
        detail.strategy.bar = [&](engine::Context& ctx, const BarView& /*bar*/) {
            if (ctx.now_ns() != first_ns + 4 * kHour) return;
            const Quantity size = ctx.quantity(0, 1).value();
            ctx.submit({.time_in_force = TimeInForce::kOnClose, .quantity = size});
            ctx.submit({.type = OrderType::kLimit,
                        .time_in_force = TimeInForce::kOnClose,
                        .quantity = size,
                        .limit_price = {100}});  // inside the bar, but not at its close
        };
        const auto result = detail.run();
        ASSERT_TRUE(result) << result.error().message;
        ASSERT_EQ(result->fills.size(), 1U);
        EXPECT_EQ(result->fills[0].price.count, 101);
        EXPECT_EQ(result->fills[0].time_ns, first_ns + 7 * kHour);
        EXPECT_EQ(result->orders[1].reason, Reason::kNotMarketable);
    }
}

TEST(Detail, ThatContradictTheBarsAreRefused) {
    const auto changed = [](std::size_t hour, const Ohlc& bar) {
        DetailRun detail;
        detail.fine[hour] = bar;
        return detail.error();
    };
    const std::string start = "the 1h detail data of BTC/USDT contradict the 4h bar of 1970-01-01 04:00:00: ";
    EXPECT_EQ(changed(4, {99, 112, 99, 110}), start + "their open is 99, its open is 100");
    EXPECT_EQ(changed(5, {110, 113, 88, 90}), start + "their high is 113, its high is 112");
    EXPECT_EQ(changed(5, {110, 111, 87, 90}), start + "their low is 87, its low is 88");
    EXPECT_EQ(changed(7, {95, 101, 95, 100}), start + "their close is 100, its close is 101");
}

TEST(Detail, AreComparedAsFarAsTheyAreThere) {
    DetailRun detail;
    detail.fine[4] = {};  // the first hour of the second bar is missing, and with it its open and its high
    EXPECT_TRUE(detail.run());
    detail.fine[5] = {110, 113, 88, 90};
    EXPECT_THAT(detail.error(), testing::HasSubstr("their high is 113"));
    DetailRun gap;
    gap.coarse[1] = {};  // only the details have the second bar
    gap.coarse.push_back(flat(50));
    gap.fine.insert(gap.fine.end(), 4, flat(50));
    EXPECT_TRUE(gap.run());
}

}  // namespace
}  // namespace ct::session
