
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
using testing::IsEmpty;

// NOLINTNEXTLINE(bugprone-throwing-static-initialization): only for want of memory
const Parameters kQuick = {{"lookback", "1"}, {"every", "3"}, {"share", "0.5"}};

TEST(MomentumRotation, HoldsTheOneThatHasRisenMostAndSellsBeforeItBuys) {
    // Looks at bars 1 and 4; buys a bar later.
    const test::BarTable btc = bars_of({10, 11, 11, 11, 11, 11, 11});
    const test::BarTable eth = bars_of({10, 10, 10, 10, 20, 20, 20});
    const auto strategy = make("momentum_rotation", kQuick).value();
    const auto result =
        test::backtest({input_of("BTC/USDT", btc), input_of("ETH/USDT", eth)}, *strategy, test::no_fees()).value();
    EXPECT_THAT(fill_texts(result), ElementsAre("buy 454.54545454 BTC at 11 (3h), fee 0, order 1",
                                                "sell 454.54545454 BTC at 11 (5h), fee 0, order 2",
                                                "buy 250 ETH at 20 (6h), fee 0, order 3"));
}

TEST(MomentumRotation, HoldsNothingThatHasFallen) {
    const test::BarTable btc = bars_of({10, 9, 9, 9, 8, 8});
    const test::BarTable eth = bars_of({10, 10, 10, 10, 9, 9});
    const auto strategy = make("momentum_rotation", kQuick).value();
    const auto result =
        test::backtest({input_of("BTC/USDT", btc), input_of("ETH/USDT", eth)}, *strategy, test::no_fees()).value();
    EXPECT_THAT(fill_texts(result), IsEmpty());
}

TEST(MomentumRotation, SharesTheEquityAmongThoseItHoldsAndLeavesWhatItHasAlone) {
    const test::BarTable btc = bars_of({10, 20, 20, 20, 40, 40, 40});
    const test::BarTable eth = bars_of({10, 11, 10, 10, 20, 20, 20});
    const test::BarTable sol = bars_of({10, 10, 10, 10, 10, 10, 10});
    Parameters two = kQuick;
    two["hold"] = "2";
    const auto strategy = make("momentum_rotation", two).value();
    const auto result =
        test::backtest({input_of("BTC/USDT", btc), input_of("ETH/USDT", eth), input_of("SOL/USDT", sol)}, *strategy,
                       test::no_fees())
            .value();
    EXPECT_THAT(fill_texts(result),
                ElementsAre("buy 125 BTC at 20 (3h), fee 0, order 1", "buy 250 ETH at 10 (3h), fee 0, order 2"));
}

TEST(MomentumRotation, RefusesARunOfOneSymbol) {
    const test::BarTable btc = bars_of({10, 11});
    const auto strategy = make("momentum_rotation", kQuick).value();
    const auto result = test::backtest({input_of("BTC/USDT", btc)}, *strategy, test::no_fees());
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::kInvalidArgument);
    EXPECT_EQ(result.error().message, "momentum_rotation chooses among several symbols, this run has only BTC/USDT");
}

}  // namespace
}  // namespace ct::strategies
