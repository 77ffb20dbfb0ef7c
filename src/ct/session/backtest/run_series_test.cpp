#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/analyzers/run_result.hpp"
#include "ct/core/result.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/data/bar_history.hpp"
#include "ct/data/bar_series.hpp"
#include "ct/data/memory_history.hpp"
#include "ct/data/resample.hpp"
#include "ct/session/backtest/backtest.hpp"
#include "ct/strategies/expression_definition.hpp"
#include "ct/strategies/expression_rules.hpp"
#include "ct/strategies/expression_strategy.hpp"
#include "support/backtest_run.hpp"
#include "support/bars.hpp"
#include "support/numbers.hpp"
#include "support/outcome.hpp"
#include "support/random.hpp"
#include "support/scripted_strategy.hpp"
#include "support/streamed_history.hpp"

// Runs that make the series which they lack.
namespace ct::session {
namespace {

using analyzers::RunResult;
using strategies::ExpressionDefinition;
using test::BarTable;
using test::k1h;
using test::k1m;
using test::Random;
using testing::ElementsAre;

using Inputs = std::vector<SeriesInput>;

Timeframe frame(const char* text) { return Timeframe::parse(text).value(); }

/// What the bars of a table make at a longer timeframe.
data::BarSeries resampled(const BarTable& bars, Timeframe timeframe) {
    auto history = data::ResampledHistory::make(
        std::make_unique<data::MemoryHistory>(bars.columns(), bars.timeframe(), bars.price_decimals()), timeframe);
    return data::read_whole(**history).value();
}

SeriesInput input_of(std::string symbol, const data::BarSeries& bars) {
    return {std::move(symbol), bars.timeframe, bars.columns(), bars.price_decimals};
}

Result<RunResult> run(const Inputs& inputs, const ExpressionDefinition& definition, const BacktestConfig& config = {}) {
    strategies::ExpressionStrategy strategy(strategies::compile(definition).value());
    return test::backtest(inputs, strategy, config);
}

/// The same from histories that keep nothing.
Result<RunResult> run_streamed(const Inputs& inputs, const ExpressionDefinition& definition,
                               const BacktestConfig& config) {
    strategies::ExpressionStrategy strategy(strategies::compile(definition).value());
    std::deque<test::StreamedHistory> histories;
    std::vector<HistoryInput> streamed;
    for (const SeriesInput& input : inputs) {
        auto& history = histories.emplace_back(input.columns, input.timeframe, input.price_decimals);
        streamed.push_back({input.symbol, &history, input.detail});
    }
    return run_backtest(streamed, config, {strategy, "test", {}});
}

std::vector<std::string> series_of(const RunResult& result) {
    std::vector<std::string> names;
    names.reserve(result.series.size());
    for (const auto& series : result.series) {
        names.push_back(fmt::format("{} {}", result.instruments[series.instrument].base, series.timeframe.text()));
    }
    return names;
}

std::string setting(const RunResult& result, std::string_view wanted) {
    for (const auto& [name, value] : result.settings) {
        if (name == wanted) return value;
    }
    return "";
}

/// Two symbols on minutes with gaps, and detail of one of them in the bars of the other's timeframe.
struct Market {
    BarTable btc;
    BarTable eth;

    explicit Market(std::uint64_t seed) : Market(Random(seed)) {}
    explicit Market(Random random)
        : btc(minutes(random, random.once_in(2) ? 0 : 20)), eth(minutes(random, random.once_in(2) ? 0 : 4)) {}

  private:
    static BarTable minutes(Random& random, std::int64_t gaps) {
        return test::walk(random, k1m,
                          {.rows = 4'000,
                           .first_ns = test::utc("2024-01-30T20:00") + random.between(0, 90) * test::kMinute,
                           .price = 10'000,
                           .step = 20,
                           .gap_once_in = gaps},
                          2);
    }
};

/// Several timeframes and symbols.
ExpressionDefinition mixed() {
    return {
        .entry = "close > sma(close@1h, 3) and close@'ETH/USDT:4h' > close@'ETH/USDT:4h'[1] or rsi(close@15m, 5) < 30",
        .exit = "close < lowest(low@1h, 2)[1] or bars_held > 50",
        .short_entry = "crossunder(ema(close@5m, 5), ema(close@5m, 20))",
        .short_exit = "close@1d > close",
        .size = "20%"};
}

TEST(RunSeries, MadeSeriesGiveTheBitsOfTheSameSeriesGivenByHand) {
    std::size_t trades = 0;
    for (std::uint64_t seed = 1; seed <= 12 && !HasFailure(); ++seed) {
        SCOPED_TRACE(fmt::format("seed {}", seed));
        const Market market(seed);
        const Inputs given = {test::input_of("BTC/USDT", market.btc), test::input_of("ETH/USDT", market.eth)};
        std::deque<data::BarSeries> made;
        Inputs by_hand = given;
        for (const char* timeframe : {"5m", "15m", "1h", "4h", "1d"}) {
            if (timeframe != std::string_view("4h")) {
                by_hand.push_back(input_of("BTC/USDT", made.emplace_back(resampled(market.btc, frame(timeframe)))));
            }
            by_hand.push_back(input_of("ETH/USDT", made.emplace_back(resampled(market.eth, frame(timeframe)))));
        }
        BacktestConfig config;
        const auto expected = run(by_hand, mixed(), config);
        ASSERT_TRUE(expected) << expected.error().message;
        EXPECT_EQ(setting(*expected, "resampled"), "");
        trades += expected->trades.size();
        for (const std::size_t batch_rows : {1U, 7U, 4096U}) {
            SCOPED_TRACE(fmt::format("batches of {}", batch_rows));
            config.batch_rows = batch_rows;
            const auto in_memory = run(given, mixed(), config);
            ASSERT_TRUE(in_memory) << in_memory.error().message;
            ASSERT_EQ(test::outcome(*in_memory), test::outcome(*expected));
            const auto streamed = run_streamed(given, mixed(), config);
            ASSERT_TRUE(streamed) << streamed.error().message;
            ASSERT_EQ(test::outcome(*streamed), test::outcome(*expected));
            EXPECT_EQ(streamed->input_hash, in_memory->input_hash);
            EXPECT_EQ(series_of(*streamed).size(), by_hand.size());
        }
    }
    EXPECT_GT(trades, 500U);
}

TEST(RunSeries, DetailDataMakeNoSeriesAndStayDetail) {
    const Market market(5);
    const data::BarSeries hours = resampled(market.btc, k1h);
    const data::BarSeries days = resampled(market.btc, frame("4h"));
    SeriesInput detail = test::input_of("BTC/USDT", market.btc);
    detail.detail = true;
    const ExpressionDefinition definition{
        .entry = "close > close@4h", .exit = "close < close@4h", .size = "50%", .stop_loss = "0.5%"};
    const auto expected = run({input_of("BTC/USDT", hours), input_of("BTC/USDT", days), detail}, definition);
    ASSERT_TRUE(expected) << expected.error().message;
    EXPECT_GT(expected->trades.size(), 3U);
    for (const std::size_t batch_rows : {1U, 7U, 4096U}) {
        BacktestConfig config;
        config.batch_rows = batch_rows;
        const Inputs given = {input_of("BTC/USDT", hours), detail};
        for (const auto& result : {run(given, definition, config), run_streamed(given, definition, config)}) {
            ASSERT_TRUE(result) << result.error().message;
            EXPECT_EQ(test::outcome(*result), test::outcome(*expected));
            EXPECT_EQ(setting(*result, "resampled"), "BTC/USDT 4h from 1h");
        }
    }
    EXPECT_EQ(
        run({input_of("BTC/USDT", hours), detail}, {.entry = "close@15m > 1", .size = "1"}).error().message,
        "an expression reads 15m bars of BTC/USDT, which the run does not have; expected 15m bars, or shorter ones "
        "that make whole bars of 15m; it has BTC/USDT 1h");
}

TEST(RunSeries, TheLongestSeriesThatFitsIsTheSource) {
    const Market market(2);
    const data::BarSeries six_hours = resampled(market.btc, frame("6h"));
    const data::BarSeries two_hours = resampled(market.btc, frame("2h"));
    const Inputs given = {input_of("BTC/USDT", six_hours), test::input_of("BTC/USDT", market.btc),
                          input_of("BTC/USDT", two_hours)};
    const auto result = run(given, {.entry = "close@1h > close@12h and close@8h > close@2h", .size = "1"});
    ASSERT_TRUE(result) << result.error().message;
    EXPECT_EQ(setting(*result, "resampled"), "BTC/USDT 12h from 6h, BTC/USDT 1h from 1m, BTC/USDT 8h from 2h");
}

TEST(RunSeries, OnlyTradedSymbolsNeedTheirSeries) {
    const Market market(2);
    const Inputs given = {test::input_of("BTC/USDT", market.btc), test::input_of("ETH/USDT", market.eth)};
    const auto result = run(given, {.entry = "close@1h > close", .size = "1", .symbols = {"ETH/USDT"}});
    ASSERT_TRUE(result) << result.error().message;
    EXPECT_THAT(series_of(*result), ElementsAre("BTC 1m", "ETH 1m", "ETH 1h"));
}

TEST(RunSeries, ASymbolAtTheTimeframeThatIsTradedIsMadeToo) {
    const Market market(2);
    const data::BarSeries hours = resampled(market.btc, k1h);
    const auto result = run({input_of("BTC/USDT", hours), test::input_of("ETH/USDT", market.eth)},
                            {.entry = "close@'ETH/USDT' > 1", .size = "1", .symbols = {"BTC/USDT"}});
    ASSERT_TRUE(result) << result.error().message;
    EXPECT_EQ(setting(*result, "resampled"), "ETH/USDT 1h from 1m");
}

// ---- The setting `resample`, for strategies that do not say what they read.

TEST(RunSeries, TheConfigurationNamesTimeframesForAnyStrategy) {
    const BarTable bars(k1h, 0, {test::flat(1), test::flat(2), test::flat(3), test::flat(4), test::flat(5)});
    test::ScriptedStrategy strategy;
    BacktestConfig config;
    config.resample = {frame("2h"), k1h, frame("2h")};  // what the run has is not made again
    const auto result = test::backtest({test::input_of("BTC/USDT", bars)}, strategy, config);
    ASSERT_TRUE(result) << result.error().message;
    EXPECT_THAT(strategy.log,
                ElementsAre("0h start", "1h bar BTC 1h 1", "2h bar BTC 1h 2", "2h bar BTC 2h 2", "3h bar BTC 1h 3",
                            "4h bar BTC 1h 4", "4h bar BTC 2h 4", "5h bar BTC 1h 5", "5h stop"));
    EXPECT_EQ(setting(*result, "resampled"), "BTC/USDT 2h from 1h");
}

TEST(RunSeries, ATimeframeThatNothingMakesIsRefused) {
    const auto error = [&](Timeframe has, const char* asked) {
        const BarTable bars(has, 0, {test::flat(1), test::flat(2), test::flat(3)});
        test::ScriptedStrategy strategy;
        BacktestConfig config;
        config.resample = {frame(asked)};
        const auto result = test::backtest({test::input_of("BTC/USDT", bars)}, strategy, config);
        return result ? "" : result.error().message;
    };
    EXPECT_EQ(error(k1h, "15m"),
              "resample 15m: the run has BTC/USDT at 1h, of which no 15m bars can be made; expected a "
              "timeframe of whole bars of one of them");
    EXPECT_EQ(error(frame("6h"), "8h"),
              "resample 8h: the run has BTC/USDT at 6h, of which no 8h bars can be made; "
              "expected a timeframe of whole bars of one of them");
    EXPECT_EQ(error(k1h, "4h"),
              "no whole 4h bar of BTC/USDT: the run has its 1h bars from 1970-01-01 00:00:00 to "
              "1970-01-01 03:00:00");
}

}  // namespace
}  // namespace ct::session
