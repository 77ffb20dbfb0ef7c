
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/analyzers/run_result.hpp"
#include "ct/core/result.hpp"
#include "ct/risk/rule_settings.hpp"
#include "ct/session/backtest/backtest.hpp"
#include "ct/strategies/registry.hpp"
#include "support/backtest_run.hpp"
#include "support/bars.hpp"
#include "support/closes.hpp"

// Over three bars a ratio that leaves a constant has the z-score sqrt(2): its logarithm lies 2/3 of the step above the
// mean, the deviation is sqrt(2)/3 of it.
namespace ct::strategies {
namespace {

using test::bars_of;
using test::fill_texts;
using test::input_of;
using testing::ElementsAre;
using testing::IsEmpty;

// NOLINTNEXTLINE(bugprone-throwing-static-initialization): only for want of memory
const Parameters kQuick = {{"lookback", "3"}, {"entry", "1.3"}, {"exit", "1"}, {"stop", "1.5"}, {"share", "0.4"}};

analyzers::RunResult run(const test::BarTable& first, const test::BarTable& second) {
    const auto strategy = make("pairs_zscore", kQuick).value();
    return test::backtest({input_of("BTC/USDT", first), input_of("ETH/USDT", second)}, *strategy, test::no_fees())
        .value();
}

TEST(PairsZscore, SellsTheOneThatIsDearAndBuysTheOtherUntilTheyAreBack) {
    const test::BarTable btc = bars_of({100, 100, 100, 200, 200, 200, 200});
    const test::BarTable eth = bars_of({100, 100, 100, 100, 100, 100, 100});
    // Bar 3 is far out; at bar 4 the mean has come so near that the score is 0.707.
    EXPECT_THAT(fill_texts(run(btc, eth)),
                ElementsAre("sell 20 BTC at 200 (4h), fee 0, order 1", "buy 40 ETH at 100 (4h), fee 0, order 2",
                            "buy 20 BTC at 200 (5h), fee 0, order 3", "sell 40 ETH at 100 (5h), fee 0, order 4"));
}

TEST(PairsZscore, DoesTheSameTheOtherWayRound) {
    const test::BarTable btc = bars_of({100, 100, 100, 50, 50, 50});
    const test::BarTable eth = bars_of({100, 100, 100, 100, 100, 100});
    const auto fills = fill_texts(run(btc, eth));
    ASSERT_GE(fills.size(), 2U);
    EXPECT_EQ(fills[0], "buy 80 BTC at 50 (4h), fee 0, order 1");
    EXPECT_EQ(fills[1], "sell 40 ETH at 100 (4h), fee 0, order 2");
}

TEST(PairsZscore, WaitsWhileTheRatioStandsStill) {
    const test::BarTable btc = bars_of({100, 120, 90, 100, 80});
    EXPECT_THAT(fill_texts(run(btc, btc)), IsEmpty());
}

TEST(PairsZscore, ClosesTheLegThatIsLeftAloneWhenTheOtherIsRefused) {
    const test::BarTable btc = bars_of({100, 100, 100, 50, 50, 50});
    const test::BarTable eth = bars_of({100, 100, 100, 100, 100, 100});
    const auto strategy = make("pairs_zscore", kQuick).value();
    session::BacktestConfig config = test::no_fees();
    config.risk = {{"symbols", {{"block", risk::Setting::Kind::kList, {"ETH/USDT"}, "here"}}, "here"}};
    const auto result =
        test::backtest({input_of("BTC/USDT", btc), input_of("ETH/USDT", eth)}, *strategy, config).value();
    EXPECT_THAT(fill_texts(result),
                ElementsAre("buy 80 BTC at 50 (4h), fee 0, order 1", "sell 80 BTC at 50 (5h), fee 0, order 3"));
}

TEST(PairsZscore, RefusesLevelsInTheWrongOrderAndRunsOfOtherThanTwoSymbols) {
    EXPECT_EQ(make("pairs_zscore", {{"exit", "3"}}).error().message,
              "parameters exit=3, entry=2, stop=4: expected exit below entry and entry below stop");
    const test::BarTable btc = bars_of({100, 100});
    const auto strategy = make("pairs_zscore", kQuick).value();
    EXPECT_EQ(test::backtest({input_of("BTC/USDT", btc)}, *strategy, test::no_fees()).error().message,
              "pairs_zscore trades two symbols, this run has 1");
}

}  // namespace
}  // namespace ct::strategies
