#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "ct/analyzers/run_result.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/hash.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/data/bar_series.hpp"
#include "ct/data/csv.hpp"
#include "ct/session/backtest/backtest.hpp"
#include "ct/strategies/expression_definition.hpp"
#include "ct/strategies/expression_rules.hpp"
#include "ct/strategies/expression_strategy.hpp"
#include "ct/strategies/registry.hpp"
#include "golden/order_mix.hpp"
#include "support/backtest_run.hpp"
#include "support/bars.hpp"
#include "support/costs.hpp"
#include "support/numbers.hpp"
#include "support/random.hpp"
#include "support/random_strategy.hpp"

// Result hashes that every compiler, build type and batch size must give. A change of one of them is a change of what
// runs do, or of the hash's stream: it needs a line in the changelog.
namespace ct {
namespace {

using analyzers::RunResult;

constexpr std::array<std::size_t, 3> kBatches = {1, 7, 4096};
constexpr std::size_t kSampleRows = 5'980;

data::CsvSeries read_sample() {
    std::ifstream file(CT_GOLDEN_SAMPLE);
    std::ostringstream text;
    text << file.rdbuf();
    data::CsvReader reader;
    EXPECT_TRUE(reader.begin_file("sample"));
    EXPECT_TRUE(reader.feed(text.str()));
    EXPECT_TRUE(reader.end_file());
    return reader.finish().value();
}

/// BTC/USDT at one hour, the bundled sample.
const data::CsvSeries& sample() {
    static const data::CsvSeries kSample = read_sample();
    return kSample;
}

/// Runs a strategy, made anew each time, on the sample at all batch sizes and compares the hash. Returns the last
/// result.
RunResult run_sample(const std::string& name, const strategies::Parameters& given, session::BacktestConfig config,
                     const char* golden_result, const char* golden_input) {
    const data::BarSeries& bars = sample().series;
    const session::SeriesInput input{"BTC/USDT", bars.timeframe, bars.columns(), bars.price_decimals};
    RunResult result;
    for (const std::size_t batch_rows : kBatches) {
        SCOPED_TRACE(fmt::format("batches of {}", batch_rows));
        config.batch_rows = batch_rows;
        test::OrderMix order_mix;
        if (name == "order_mix") {
            result = session::run_backtest({&input, 1}, config, {order_mix, name, {}}).value();
        } else {
            const auto strategy = strategies::make(name, given).value();
            const std::vector<std::pair<std::string, std::string>> parameters(given.begin(), given.end());
            result = session::run_backtest({&input, 1}, config, {*strategy, name, parameters}).value();
        }
        EXPECT_EQ(result.result_hash.text(), golden_result);
        EXPECT_EQ(result.input_hash.text(), golden_input);
        EXPECT_EQ(result.bars, kSampleRows);
        EXPECT_EQ(result.blocks, (kSampleRows + batch_rows - 1) / batch_rows);
    }
    return result;
}

std::size_t count_orders(const RunResult& result, OrderStatus status, Reason reason) {
    return static_cast<std::size_t>(std::count_if(result.orders.begin(), result.orders.end(), [&](const Order& order) {
        return order.status == status && order.reason == reason;
    }));
}

TEST(Golden, SmaCrossOnTheSample) {
    const RunResult result = run_sample("sma_cross", {{"fast", "10"}, {"slow", "50"}}, {},
                                        "d89cf1a3c05a6901a01bbf97f14cded2", "dd1289b613602fd894a9c561a4c635f0");
    EXPECT_GE(result.fills.size(), 100U);
    EXPECT_EQ(count_orders(result, OrderStatus::kFilled, Reason::kNone), result.fills.size());
}

TEST(Golden, SmaCrossThatMayShortOnTheSample) {
    const RunResult result =
        run_sample("sma_cross", {{"fast", "10"}, {"short", "true"}, {"size", "50%"}, {"slow", "50"}}, {},
                   "064f4a8dfa567263d474c44e97eff884", "fd5819e8f3ea35350509e2c44afba77c");
    EXPECT_GE(result.fills.size(), 200U);
}

TEST(Golden, EveryKindOfOrderOnTheSample) {
    session::BacktestConfig config;
    config.cash = Money::units(5'000);
    config.fees.standard = {test::rate("0.0002"), test::rate("0.0005"), {}};
    config.slippage = test::slippage("2.5");
    config.latency = test::bars_late(1);
    const RunResult result =
        run_sample("order_mix", {}, config, "5a36f609627b4e47fc638be765f1e76f", "1891d63f02b535e5caae8baddcfb57ce");
    const auto makers = std::count_if(result.fills.begin(), result.fills.end(),
                                      [](const Fill& fill) { return fill.liquidity == Liquidity::kMaker; });
    EXPECT_GE(makers, 100);
    EXPECT_GE(static_cast<std::ptrdiff_t>(result.fills.size()) - makers, 100);
    EXPECT_GE(count_orders(result, OrderStatus::kCanceled, Reason::kNotMarketable), 50U);
    EXPECT_GE(count_orders(result, OrderStatus::kCanceled, Reason::kUserRequest), 50U);
    EXPECT_GE(count_orders(result, OrderStatus::kRejected, Reason::kInsufficientCash), 10U);
}

TEST(Golden, SeveralSeriesOfRandomWalksWithARandomStrategy) {
    constexpr std::uint64_t kSeed = 7;
    test::Random random(kSeed);
    const TimeNs start_ns = test::utc("2024-01-15");
    std::vector<test::BarTable> tables;
    const auto add = [&](Timeframe timeframe, std::size_t rows, std::int64_t gap_once_in, int price_decimals) {
        tables.push_back(test::walk(random, timeframe, {.rows = rows, .first_ns = start_ns, .gap_once_in = gap_once_in},
                                    price_decimals));
    };
    add(test::k1h, 3'000, 50, 1);
    add(test::k4h, 800, 0, 1);
    add(test::k1h, 2'500, 0, 2);
    add(Timeframe::month(), 5, 0, 0);
    add(test::k1d, 120, 10, 2);
    constexpr std::array kSymbols = {"BTC/USDT", "BTC/USDT", "ETH/USDT", "ADA/USDT", "ETH/USDT"};
    std::vector<session::SeriesInput> inputs;
    inputs.reserve(tables.size());
    for (std::size_t i = 0; i < tables.size(); ++i) inputs.push_back(test::input_of(kSymbols[i], tables[i]));
    for (const std::size_t batch_rows : kBatches) {
        SCOPED_TRACE(fmt::format("batches of {}", batch_rows));
        session::BacktestConfig config;
        config.cash = Money::units(50'000);
        config.slippage = test::slippage("1");
        config.batch_rows = batch_rows;
        test::RandomStrategy strategy(kSeed);
        const auto result = session::run_backtest(inputs, config, {strategy, "random", {}}).value();
        EXPECT_EQ(result.result_hash.text(), "09e233929992cb76b4fd0a8a046d2126");
        EXPECT_EQ(result.input_hash.text(), "d2c8560c352ed1b698c14d966e1d0124");
        EXPECT_EQ(strategy.seen().text(), "b72b8098115a87389bf2e156a25782ec");  // averages and RSI to the last bit
        EXPECT_GE(result.fills.size(), 500U);
        EXPECT_TRUE(batch_rows != 1 || result.blocks == result.bars);
    }
}

TEST(Golden, ExpressionsOfSeveralSeries) {
    test::Random random(11);
    const TimeNs start_ns = test::utc("2024-01-15");
    const auto walk = [&](Timeframe timeframe, std::size_t rows) {
        return test::walk(random, timeframe, {.rows = rows, .first_ns = start_ns, .gap_once_in = 40}, 2);
    };
    const test::BarTable hours = walk(test::k1h, 4'000);
    const test::BarTable four_hours = walk(test::k4h, 1'000);
    const test::BarTable other = walk(test::k1h, 4'000);
    const std::vector<session::SeriesInput> inputs = {
        test::input_of("BTC/USDT", hours), test::input_of("BTC/USDT", four_hours), test::input_of("ETH/USDT", other)};
    const strategies::ExpressionDefinition definition{
        .entry = "(close - close@4h) ^ 1.5 > stddev(close, 20) and rsi(14) > log(volume + 2) * fast or hour % 7 == 3",
        .exit = "profit > 0.02 or bars_held >= 24 and sma(close / close@\"ETH/USDT\", 10) > 0",
        .short_entry = "falling(ema(close@4h, 5), 2) and exp(close / open - 1) < 1 and weekday < 6",
        .short_exit = "since(crossover(macd(close).macd, macd(close).signal)) < 3",
        .size = "risk 0.5%",
        .stop_loss = "2 * atr(14)",
        .take_profit = "4%",
        .trailing_stop = "3 * atr(14) + 1",
        .symbols = {"BTC/USDT"},
        .cooldown = 1,
        .parameters = {{.name = "fast", .value = 10}},
    };
    for (const std::size_t batch_rows : kBatches) {
        SCOPED_TRACE(fmt::format("batches of {}", batch_rows));
        session::BacktestConfig config;
        config.batch_rows = batch_rows;
        strategies::ExpressionStrategy strategy(strategies::compile(definition).value());
        const auto result = session::run_backtest(inputs, config, {strategy, "expression", {}}).value();
        EXPECT_EQ(result.result_hash.text(), "bc0170c5b703c64414a76ddf3eb9f1fc");
        EXPECT_GE(result.fills.size(), 200U);
    }
}

}  // namespace
}  // namespace ct
