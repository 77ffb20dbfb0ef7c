
#include <cstdint>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

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

TEST(Dca, BuysForTheSameAmountAtFixedTimes) {
    const auto strategy = make("dca", {{"size", "100quote"}, {"every", "3h"}}).value();
    const test::BarTable bars = bars_of({10, 20, 20, 20, 50, 50, 25, 25, 25});
    const auto result = test::backtest({input_of("BTC/USDT", bars)}, *strategy, test::no_fees()).value();
    EXPECT_THAT(fill_texts(result),
                ElementsAre("buy 10 BTC at 10 (1h), fee 0, order 1", "buy 5 BTC at 20 (4h), fee 0, order 2",
                            "buy 4 BTC at 25 (7h), fee 0, order 3"));
}

TEST(Dca, MakesAPurchaseThatFellIntoAGapAtTheNextBarAndKeepsItsTimes) {
    test::BarTable bars(test::k1h);
    for (const std::int64_t hour : {0, 1, 5, 6, 7}) bars.add(hour * test::kHour, {10, 10, 10, 10});
    const auto strategy = make("dca", {{"size", "1"}, {"every", "3h"}}).value();
    const auto result = test::backtest({input_of("BTC/USDT", bars)}, *strategy, test::no_fees()).value();
    // Due at 1h, 4h and 7h: the second waits for the close at 6h.
    EXPECT_THAT(fill_texts(result),
                ElementsAre("buy 1 BTC at 10 (1h), fee 0, order 1", "buy 1 BTC at 10 (6h), fee 0, order 2",
                            "buy 1 BTC at 10 (7h), fee 0, order 3"));
}

TEST(Dca, RefusesATimeThatIsNone) {
    EXPECT_EQ(make("dca", {{"every", "weekly"}}).error().message.substr(0, 17), "parameter every: ");
    EXPECT_EQ(make("dca", {{"every", "0d"}}).error().message,
              "parameter every=0d: expected a time above zero, as in 1d");
}

}  // namespace
}  // namespace ct::strategies
