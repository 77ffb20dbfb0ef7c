
#include <cstdint>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/core/result.hpp"
#include "ct/strategies/registry.hpp"
#include "support/backtest_run.hpp"
#include "support/bars.hpp"
#include "support/closes.hpp"

namespace ct::strategies {
namespace {

using test::bars_of;
using test::fill_texts;
using test::input_of;
using testing::ElementsAre;

std::vector<std::string> fills(const std::string& name, Parameters parameters,
                               const std::vector<std::int64_t>& closes) {
    parameters.emplace("size", "1");
    const auto strategy = make(name, parameters).value();
    const test::BarTable bars = bars_of(closes);
    return fill_texts(test::backtest({input_of("BTC/USDT", bars)}, *strategy, test::no_fees()).value());
}

TEST(RsiReversion, BuysWhenTheIndexIsLowAndLeavesInTheMiddle) {
    // Of two bars: two falls make 0, then the gain of 10 against losses of 5 on average: 50 and more.
    EXPECT_THAT(fills("rsi_reversion", {{"period", "2"}}, {100, 95, 90, 110, 110}),
                ElementsAre("buy 1 BTC at 90 (3h), fee 0, order 1", "sell 1 BTC at 110 (4h), fee 0, order 2"));
}

TEST(RsiReversion, SellsShortWhenItIsHighIfItMay) {
    const std::vector<std::int64_t> closes = {100, 105, 110, 100, 100};
    EXPECT_THAT(fills("rsi_reversion", {{"period", "2"}}, closes), testing::IsEmpty());
    EXPECT_THAT(fills("rsi_reversion", {{"period", "2"}, {"short", "true"}}, closes),
                ElementsAre("sell 1 BTC at 110 (3h), fee 0, order 1", "buy 1 BTC at 100 (4h), fee 0, order 2"));
}

TEST(Breakout, EntersBeyondTheChannelOfTheBarsBeforeAndLeavesBeyondAShorterOne) {
    EXPECT_THAT(fills("breakout", {{"entry_period", "3"}, {"exit_period", "2"}}, {10, 12, 11, 12, 13, 14, 13, 12, 12}),
                ElementsAre("buy 1 BTC at 13 (5h), fee 0, order 1", "sell 1 BTC at 12 (8h), fee 0, order 2"));
}

TEST(MacdTrend, IsLongAboveTheSignalAndTheLongAverage) {
    // Averages of one and two bars, a signal of one: the histogram of a signal of one bar is zero, so of two.
    const Parameters quick = {{"fast", "1"}, {"slow", "2"}, {"signal", "2"}, {"trend", "2"}};
    const auto lines = fills("macd_trend", quick, {10, 10, 10, 10, 20, 20, 5, 5});
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0], "buy 1 BTC at 20 (5h), fee 0, order 1");
    EXPECT_EQ(lines[1].substr(0, 10), "sell 1 BTC");
}

TEST(BollingerReversion, BuysBelowTheLowerBandAndLeavesAtTheMiddle) {
    // A step down after a constant lies sqrt(2) deviations below the mean of three bars.
    EXPECT_THAT(
        fills("bollinger_reversion", {{"period", "3"}, {"deviations", "1.3"}}, {100, 100, 100, 70, 70, 100, 100}),
        ElementsAre("buy 1 BTC at 70 (4h), fee 0, order 1", "sell 1 BTC at 100 (6h), fee 0, order 2"));
}

TEST(BuiltInExpressions, TakeGuards) {
    EXPECT_THAT(fills("rsi_reversion", {{"period", "2"}, {"stop_loss", "10%"}}, {100, 95, 90, 90, 70, 70}),
                ElementsAre("buy 1 BTC at 90 (3h), fee 0, order 1", "sell 1 BTC at 81 (4h), fee 0, order 2",
                            "buy 1 BTC at 70 (5h), fee 0, order 3"));
    const auto wrong = make("breakout", {{"stop_loss", "2 * artr(14)"}});
    ASSERT_FALSE(wrong);
    EXPECT_THAT(wrong.error().message, testing::HasSubstr("stop_loss, column 5"));
}

}  // namespace
}  // namespace ct::strategies
