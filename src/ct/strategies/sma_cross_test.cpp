
#include <cstdint>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/analyzers/run_result.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/session/backtest/backtest.hpp"
#include "ct/strategies/registry.hpp"
#include "support/backtest_run.hpp"
#include "support/bars.hpp"
#include "support/numbers.hpp"

// With fast=1 and slow=2 the difference of the averages is half the change of the close: it is above zero when the
// close rises, below when it falls, and a tie when it stays.
namespace ct::strategies {
namespace {

using test::BarTable;
using test::fill_texts;
using test::input_of;
using test::k1h;
using test::k4h;
using test::kHour;
using test::money;
using test::no_fees;
using testing::ElementsAre;
using testing::IsEmpty;

/// Bars with these closes; the open of bar i is 100 + i, so that a fill tells its bar.
BarTable with_closes(const std::vector<std::int64_t>& closes, Timeframe timeframe = k1h) {
    BarTable bars(timeframe);
    for (const std::int64_t close : closes) {
        const auto open = 100 + static_cast<std::int64_t>(bars.size());
        bars.add(timeframe.duration_ns() * static_cast<TimeNs>(bars.size()), {open, 1'000, 1, close});
    }
    return bars;
}

analyzers::RunResult run(const std::vector<session::SeriesInput>& inputs, Parameters parameters,
                         const session::BacktestConfig& config = no_fees()) {
    parameters.emplace("fast", "1");
    parameters.emplace("slow", "2");
    const auto strategy = make("sma_cross", parameters).value();
    return test::backtest(inputs, *strategy, config).value();
}

TEST(SmaCross, BuysAtTheCrossAboveAndClosesAtTheCrossBelowCountingTiesAsNothing) {
    const BarTable bars = with_closes({
        10,  // 0: no average yet
        11,  // 1: above, but there was nothing before: no cross
        10,  // 2: below: a cross, but flat: nothing to close
        10,  // 3: a tie
        11,  // 4: above after below, by way of the tie: buy at 105
        11,  // 5: a tie
        12,  // 6: above again after a touch: no cross
        12,  // 7: ties
        12,  // 8
        11,  // 9: below after above, by way of ties: close at 110
        11,  // 10: a tie
        10,  // 11: below again: no cross
        11,  // 12: above: buy at 113
        11,  // 13: a tie
        10,  // 14: below: close at 115
        10,  // 15
    });
    const auto result = run({input_of("BTC/USDT", bars)}, {{"size", "2"}});
    EXPECT_THAT(fill_texts(result),
                ElementsAre("buy 2 BTC at 105 (5h), fee 0, order 1", "sell 2 BTC at 110 (10h), fee 0, order 2",
                            "buy 2 BTC at 113 (13h), fee 0, order 3", "sell 2 BTC at 115 (15h), fee 0, order 4"));
    EXPECT_EQ(result.orders.size(), 4U);
}

TEST(SmaCross, DoesNotTradeInTheLeadInOfTheSlowAverage) {
    // Slow 4 is known from bar 3 on: the cross of bar 2 against a shorter average does not count.
    const BarTable bars = with_closes({10, 8, 12, 12, 13, 14, 15, 16});
    EXPECT_THAT(fill_texts(run({input_of("BTC/USDT", bars)}, {{"slow", "4"}})), IsEmpty());
}

TEST(SmaCross, ComparesTheTwoAverages) {
    // fast 2, slow 3 at bars 2..7:
    //   closes 10 10 10 7 8 12 13 5: fast 10, 8.5, 7.5, 10, 12.5, 9; slow 10, 9, 25/3, 9, 11, 10
    //   difference 0, -0.5, -0.83, +1, +1.5, -1: above at bar 5, below at bar 7
    const BarTable bars = with_closes({10, 10, 10, 7, 8, 12, 13, 5, 5});
    EXPECT_THAT(fill_texts(run({input_of("BTC/USDT", bars)}, {{"fast", "2"}, {"slow", "3"}, {"size", "1"}})),
                ElementsAre("buy 1 BTC at 106 (6h), fee 0, order 1", "sell 1 BTC at 108 (8h), fee 0, order 2"));
}

TEST(SmaCross, SizesAShareOfTheEquityAtTheSignalsClose) {
    // 95 % of 10000 at the close of 11 is 863.63636363 of 8 decimals; it fills at 104.
    const BarTable bars = with_closes({12, 11, 10, 11, 50});
    const auto result = run({input_of("BTC/USDT", bars)}, {}, no_fees(Money::units(10'000)));
    ASSERT_EQ(result.orders.size(), 1U);
    EXPECT_EQ(text(result.orders[0].request.quantity, result.instruments[0].scale), "863.63636363");
    EXPECT_EQ(result.orders[0].reason, Reason::kInsufficientCash);  // at 104 it costs more than there is
}

TEST(SmaCross, ThatMayShortClosesAndTurnsInOneStepSizedAsIfTheCloseHadFilledAtTheSignal) {
    BarTable bars(k1h);
    const auto add = [&](std::int64_t open, std::int64_t close) {
        bars.add(static_cast<TimeNs>(bars.size()) * kHour, {open, 1'000, 1, close});
    };
    add(100, 100);
    add(100, 90);   // below: no cross yet
    add(90, 100);   // above at 2: buy 50 % of 10000 at 100 = 50
    add(100, 125);  // fills at 100: cash 10000 - 5000 - 5 = 4995
    add(125,
        120);  // below at 4: equity 4995 + 50 x 120 = 10995, less the fee of the close 6 = 10989; 50 % at 120 = 45.7875
    add(118, 110);  // both fill at 118: cash 4995 + 5900 - 5.9 + 5402.925 - 5.402925 = 16286.622075
    add(110, 112);  // above at 6: equity 16286.622075 - 45.7875 x 112 = 11158.422075, less the fee 5.1282; 50 % at 112
    add(112, 112);  //   = 49.79149051 of 8 decimals
    session::BacktestConfig config;  // 0.1 %
    const auto result = run({input_of("BTC/USDT", bars)}, {{"size", "50%"}, {"short", "true"}}, config);
    EXPECT_THAT(fill_texts(result),
                ElementsAre("buy 50 BTC at 100 (3h), fee 5, order 1",               //
                            "sell 50 BTC at 118 (5h), fee 5.9, order 2",            //
                            "sell 45.7875 BTC at 118 (5h), fee 5.402925, order 3",  //
                            "buy 45.7875 BTC at 112 (7h), fee 5.1282, order 4",     //
                            "buy 49.79149051 BTC at 112 (7h), fee 5.57664693712, order 5"));
    EXPECT_EQ(result.orders[1].created_ns, result.orders[2].created_ns);  // one step
    EXPECT_EQ(result.orders[1].created_ns, 5 * kHour);
}

TEST(SmaCross, ThatMayShortSellsFromFlat) {
    const BarTable bars = with_closes({10, 11, 10, 10});
    EXPECT_THAT(fill_texts(run({input_of("BTC/USDT", bars)}, {{"size", "3"}, {"short", "true"}})),
                ElementsAre("sell 3 BTC at 103 (3h), fee 0, order 1"));
    EXPECT_THAT(fill_texts(run({input_of("BTC/USDT", bars)}, {{"size", "3"}})), IsEmpty());
}

TEST(SmaCross, TradesEachSeriesOnItsOwnAverages) {
    const BarTable btc = with_closes({10, 9, 10, 10, 10});
    const BarTable eth = with_closes({10, 9, 9, 10, 10});
    EXPECT_THAT(fill_texts(run({input_of("BTC/USDT", btc), input_of("ETH/USDT", eth)}, {{"size", "1"}})),
                ElementsAre("buy 1 BTC at 103 (3h), fee 0, order 1", "buy 1 ETH at 104 (4h), fee 0, order 2"));
}

TEST(SmaCross, ThatCannotAffordASingleCountIsRefusedByRiskAndGoesOn) {
    const BarTable bars = with_closes({10, 9, 10, 9, 10, 10});
    const auto result = run({input_of("BTC/USDT", bars)}, {{"size", "0.00000001quote"}});
    ASSERT_EQ(result.orders.size(), 2U);
    for (const Order& order : result.orders) {
        EXPECT_EQ(order.status, OrderStatus::kRejected);
        EXPECT_EQ(order.reason, Reason::kInvalidQuantity);
    }
}

}  // namespace
}  // namespace ct::strategies
