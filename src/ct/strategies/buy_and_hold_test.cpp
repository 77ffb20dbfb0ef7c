
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/analyzers/run_result.hpp"
#include "ct/core/order.hpp"
#include "ct/session/backtest/backtest.hpp"
#include "ct/strategies/registry.hpp"
#include "support/backtest_run.hpp"
#include "support/bars.hpp"
#include "support/numbers.hpp"

namespace ct::strategies {
namespace {

using test::BarTable;
using test::fill_texts;
using test::flat;
using test::input_of;
using test::k1h;
using test::kHour;
using test::no_fees;
using testing::ElementsAre;

analyzers::RunResult run(const std::vector<session::SeriesInput>& inputs, const char* size,
                         const session::BacktestConfig& config = no_fees()) {
    const auto strategy = make("buy_and_hold", {{"size", size}}).value();
    return test::backtest(inputs, *strategy, config).value();
}

TEST(BuyAndHold, BuysOnceAtTheFirstBarAndHoldsToTheEnd) {
    const BarTable bars(k1h, 0, {flat(100), {110, 120, 100, 120}, flat(130), flat(150)});
    const auto result = run({input_of("BTC/USDT", bars)}, "50%");
    EXPECT_THAT(fill_texts(result), ElementsAre("buy 50 BTC at 110 (1h), fee 0, order 1"));
    EXPECT_EQ(result.final_value, test::money("12000"));  // 10000 - 5500 + 50 x 150
    ASSERT_EQ(result.trades.size(), 1U);
    EXPECT_TRUE(result.trades[0].open);
}

TEST(BuyAndHold, BuysEachInstrumentAtItsOwnFirstBar) {
    const BarTable btc(k1h, 0, {flat(100), flat(100), flat(200), flat(200)});
    const BarTable eth(k1h, 2 * kHour, {flat(10), flat(10)});
    const auto result = run({input_of("BTC/USDT", btc), input_of("ETH/USDT", eth)}, "20%");
    // At 3h the equity is 8000 + 20 x 200 = 12000.
    EXPECT_THAT(fill_texts(result),
                ElementsAre("buy 20 BTC at 100 (1h), fee 0, order 1", "buy 240 ETH at 10 (3h), fee 0, order 2"));
}

TEST(BuyAndHold, BuysAnInstrumentOfTwoTimeframesOnce) {
    const BarTable hours(k1h, 0, {flat(100), flat(100), flat(100), flat(100), flat(100)});
    const BarTable four_hours(test::k4h, 0, {flat(100)});
    const auto result = run({input_of("BTC/USDT", four_hours), input_of("BTC/USDT", hours)}, "1");
    EXPECT_THAT(fill_texts(result), ElementsAre("buy 1 BTC at 100 (1h), fee 0, order 1"));
}

TEST(BuyAndHold, DoesNotTryAgainWhenTheOpenHasRunAway) {
    const BarTable bars(k1h, 0, {flat(100), flat(120), flat(50), flat(50)});
    const auto result = run({input_of("BTC/USDT", bars)}, "95%");
    ASSERT_EQ(result.orders.size(), 1U);
    EXPECT_EQ(result.orders[0].reason, Reason::kInsufficientCash);
    EXPECT_EQ(result.orders[0].needed, test::money("11400"));
    EXPECT_EQ(result.orders[0].available, test::money("10000"));
    EXPECT_EQ(result.final_value, test::money("10000"));
}

}  // namespace
}  // namespace ct::strategies
