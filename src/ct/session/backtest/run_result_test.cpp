#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/analyzers/analyzer.hpp"
#include "ct/analyzers/period_returns.hpp"
#include "ct/analyzers/run_result.hpp"
#include "ct/core/bar.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/hash.hpp"
#include "ct/core/money.hpp"
#include "ct/core/observer.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/result.hpp"
#include "ct/engine/context.hpp"
#include "ct/engine/strategy.hpp"
#include "ct/session/backtest/backtest.hpp"
#include "support/backtest_run.hpp"
#include "support/bars.hpp"
#include "support/costs.hpp"
#include "support/numbers.hpp"
#include "support/scripted_strategy.hpp"
#include "support/streamed_history.hpp"

// What a run leaves, against runs worked out by hand.
namespace ct::session {
namespace {

using analyzers::RunResult;
using test::BarTable;
using test::flat;
using test::input_of;
using test::k1h;
using test::kHour;
using test::money;
using test::ScriptedStrategy;
using testing::ElementsAre;
using testing::Pair;

double metric(const RunResult& result, std::string_view name) {
    for (const auto& [key, value] : result.metrics) {
        if (key == name) return value;
    }
    ADD_FAILURE() << "no metric " << name;
    return 0;
}

/// Five hours: buys 10 at the second open (100), sells them at the fourth (120), shorts 5 at the fifth (110).
struct SmallRun {
    BarTable bars{
        k1h, 0, {flat(100), {100, 105, 95, 105}, {105, 125, 100, 115}, {120, 130, 110, 110}, {110, 110, 90, 90}}};
    ScriptedStrategy strategy;
    BacktestConfig config;

    SmallRun() {
        config.cash = Money::units(2'000);
        strategy.bar = [](engine::Context& ctx, const BarView&) {
            const Quantity unit = ctx.quantity(0, 1).value();
            if (ctx.now_ns() == 1 * kHour) ctx.buy(0, {10 * unit.count});
            if (ctx.now_ns() == 2 * kHour) ctx.buy(0, {1'000 * unit.count});  // 105 000 that are not there
            if (ctx.now_ns() == 3 * kHour) ctx.close(0);
            if (ctx.now_ns() == 4 * kHour) ctx.sell(0, {5 * unit.count});
        };
    }
    [[nodiscard]] RunResult run() { return run_backtest(inputs(), config, {strategy, "small", {{"a", "1"}}}).value(); }
    [[nodiscard]] std::vector<SeriesInput> inputs() const { return {input_of("BTC/USDT", bars)}; }
};

TEST(RunResult, HasTheFillsAndTheMoneyOfTheRun) {
    const RunResult result = SmallRun().run();
    EXPECT_THAT(test::fill_texts(result),
                ElementsAre("buy 10 BTC at 100 (1h), fee 1, order 1", "sell 10 BTC at 120 (3h), fee 1.2, order 3",
                            "sell 5 BTC at 110 (4h), fee 0.55, order 4"));
    EXPECT_EQ(result.initial_cash, money("2000"));
    EXPECT_EQ(result.final_cash, money("2747.25"));   // 2000 - 1001 + 1198.8 + 549.45
    EXPECT_EQ(result.final_value, money("2297.25"));  // less 5 x 90
    EXPECT_EQ(result.fees, money("2.75"));
    ASSERT_EQ(result.positions.size(), 1U);
    EXPECT_EQ(text(result.positions[0].quantity, result.instruments[0].scale), "-5");
    EXPECT_EQ(result.positions[0].last_price, Price{90});
}

TEST(RunResult, HasEveryOrderWithItsEnd) {
    const RunResult result = SmallRun().run();
    ASSERT_EQ(result.orders.size(), 4U);
    EXPECT_EQ(result.orders[0].status, OrderStatus::kFilled);
    EXPECT_EQ(result.orders[1].status, OrderStatus::kRejected);
    EXPECT_EQ(result.orders[1].reason, Reason::kInsufficientCash);
    EXPECT_EQ(result.orders[1].needed, money("105105"));
    EXPECT_EQ(result.orders[1].available, money("999"));
    EXPECT_EQ(result.orders[2].status, OrderStatus::kFilled);
    EXPECT_EQ(result.orders[3].created_ns, 4 * kHour);
}

TEST(RunResult, HasTheTradesTheLastOneOpenAtTheLastClose) {
    const RunResult result = SmallRun().run();
    ASSERT_EQ(result.trades.size(), 2U);
    const auto& closed = result.trades[0];
    EXPECT_FALSE(closed.open);
    EXPECT_EQ(closed.side, Side::kBuy);
    EXPECT_EQ(closed.entry_time_ns, kHour);
    EXPECT_EQ(closed.exit_time_ns, 3 * kHour);
    EXPECT_EQ(closed.pnl, money("197.8"));  // 200 - 1 - 1.2
    const auto& open = result.trades[1];
    EXPECT_TRUE(open.open);
    EXPECT_EQ(open.side, Side::kSell);
    EXPECT_EQ(open.exit_price, money("90"));
    EXPECT_EQ(open.pnl, money("99.45"));  // 5 x 20 - 0.55
}

TEST(RunResult, SaysWhatWasRunAndHow) {
    SmallRun small;
    small.config.fees.standard = {test::rate("0.0002"), test::rate("0.0005"), {}};
    small.config.slippage = test::slippage("2.5");
    small.config.latency = test::bars_late(1);
    small.config.from_ns = kHour;
    small.config.to_ns = 5 * kHour;
    const RunResult result = small.run();
    EXPECT_EQ(result.version, CT_VERSION);
    EXPECT_EQ(result.strategy, "small");
    EXPECT_THAT(result.parameters, ElementsAre(Pair("a", "1")));
    EXPECT_THAT(result.settings,
                ElementsAre(Pair("account", "simple"), Pair("cash", "2000"), Pair("fees", "maker 0.0002 taker 0.0005"),
                            Pair("slippage", "bps=2.5"), Pair("latency", "bars=1"), Pair("from", "1970-01-01 01:00:00"),
                            Pair("to", "1970-01-01 05:00:00")));
    ASSERT_EQ(result.instruments.size(), 1U);
    EXPECT_EQ(result.instruments[0].symbol, "BTC/USDT");
    EXPECT_EQ(result.instruments[0].base, "BTC");
    EXPECT_EQ(result.instruments[0].quote, "USDT");
    std::vector<std::string> stages;
    stages.reserve(result.seconds.size());
    for (const auto& [stage, seconds] : result.seconds) stages.push_back(stage);
    EXPECT_THAT(stages, ElementsAre("digest", "run", "analyze"));
}

TEST(RunResult, DescribesTheSeries) {
    BarTable gappy(k1h);
    for (const int hour : {2, 3, 6, 7, 9}) gappy.add(hour * kHour, flat(100 + hour));
    BarTable months(Timeframe::month());
    for (const char* month : {"2024-01-01", "2024-02-01", "2024-05-01"}) months.add(test::utc(month), flat(10));
    ScriptedStrategy strategy;
    BacktestConfig config;
    const auto result =
        test::backtest({input_of("BTC/USDT", gappy), input_of("ETH/USDT", months)}, strategy, config).value();
    ASSERT_EQ(result.series.size(), 2U);
    EXPECT_EQ(result.series[0].instrument, 0U);
    EXPECT_EQ(result.series[0].timeframe, k1h);
    EXPECT_EQ(result.series[0].bars, 5U);
    EXPECT_EQ(result.series[0].first_ns, 2 * kHour);
    EXPECT_EQ(result.series[0].last_ns, 9 * kHour);
    EXPECT_EQ(result.series[0].missing, 3U);  // 4, 5 and 8
    EXPECT_EQ(result.series[1].instrument, 1U);
    EXPECT_EQ(result.series[1].missing, 2U);  // March and April
    EXPECT_EQ(result.bars, 8U);
    EXPECT_TRUE(result.series[0].chart.candles.empty());

    BarTable crowded(Timeframe::month());  // more bars than months: nothing is missing
    for (const char* day : {"2024-01-01", "2024-01-10", "2024-01-20"}) crowded.add(test::utc(day), flat(10));
    EXPECT_EQ(test::backtest({input_of("BTC/USDT", crowded)}, strategy)->series[0].missing, 0U);

    config.charts = true;
    const auto charted = test::backtest({input_of("BTC/USDT", gappy)}, strategy, config).value();
    ASSERT_EQ(charted.series[0].chart.candles.candles().size(), 5U);
    EXPECT_EQ(charted.series[0].chart.candles.candles()[4].time_ns, 9 * kHour);
    EXPECT_EQ(charted.series[0].chart.candles.candles()[4].close, 109);
}

TEST(RunResult, HasTheMetrics) {
    const RunResult result = SmallRun().run();
    EXPECT_DOUBLE_EQ(metric(result, "total_return"), 2297.25 / 2000 - 1);
    // Highest 2197.8 - 0 at 4h (cash 999 + 10 x 110 is 2099 at 3h: 2149); from 2149 at 3h to 2197.8 it only rises.
    EXPECT_NEAR(metric(result, "max_drawdown"), 0, 1e-15);
    EXPECT_EQ(metric(result, "exposure"), 0.6);
    EXPECT_EQ(metric(result, "trades"), 1);
    EXPECT_EQ(metric(result, "win_rate"), 1);
    EXPECT_DOUBLE_EQ(metric(result, "best_trade"), 197.8);  // 10 x 20, less fees of 1 and 1.2
    EXPECT_EQ(metric(result, "average_holding_hours"), 2);
    EXPECT_EQ(metric(result, "long_trades"), 1);
    EXPECT_EQ(metric(result, "short_trades"), 0);  // it is open
    EXPECT_DOUBLE_EQ(metric(result, "turnover"), 1000 + 1200 + 550);
    EXPECT_DOUBLE_EQ(metric(result, "fees"), 2.75);
    // Bought at 100 after a close of 100, sold at 120 after 115, sold short at 110 after 110.
    EXPECT_DOUBLE_EQ(metric(result, "slippage"), -50);
    EXPECT_DOUBLE_EQ(metric(result, "buy_and_hold"), -0.1);
    EXPECT_THAT(result.monthly_returns, ElementsAre(analyzers::PeriodReturn{1970, 1, metric(result, "total_return")}));
    EXPECT_THAT(result.yearly_returns, ElementsAre(analyzers::PeriodReturn{1970, 0, metric(result, "total_return")}));
}

TEST(RunResult, HasTheMetricsOfTheChosenAnalyzersAndAllItsFacts) {
    SmallRun small;
    const RunResult whole = small.run();
    small.config.analyzers = analyzers::AnalyzerSet::parse(std::vector<std::string>{"exposure"}).value();
    const RunResult result = small.run();
    EXPECT_THAT(result.metrics, ElementsAre(Pair("exposure", 0.6)));
    EXPECT_TRUE(result.monthly_returns.empty());
    EXPECT_TRUE(result.buy_and_hold.empty());
    EXPECT_EQ(result.fills.size(), whole.fills.size());
    EXPECT_EQ(result.daily_equity, whole.daily_equity);
    EXPECT_EQ(result.result_hash, whole.result_hash);
    EXPECT_EQ(result.input_hash, whole.input_hash);
}

TEST(RunResult, ComparesWithHoldingTheFirstSeriesOfEachInstrument) {
    const BarTable rising{k1h, 0, {{100, 110, 100, 110}, {110, 120, 110, 120}, {120, 130, 120, 130}}};
    const BarTable falling{k1h, 0, {{50, 50, 40, 40}, {40, 40, 30, 30}, {30, 30, 25, 25}}};
    ScriptedStrategy idle;
    const RunResult result =
        test::backtest({input_of("A/USDT", rising), input_of("B/USDT", falling)}, idle, {}).value();
    EXPECT_THAT(result.daily_time_ns, ElementsAre(3 * kHour));
    EXPECT_THAT(result.buy_and_hold, ElementsAre(5000 * 1.3 + 5000 * 0.5));
    test::StreamedHistory rising_stream(rising.columns(), k1h, 0, 2);
    test::StreamedHistory falling_stream(falling.columns(), k1h, 0, 2);
    const std::vector<HistoryInput> streams = {{"A/USDT", &rising_stream}, {"B/USDT", &falling_stream}};
    EXPECT_EQ(run_backtest(streams, {}, {idle, "idle", {}})->buy_and_hold, result.buy_and_hold);
}

TEST(RunResult, HasTheEquityOfEveryStepAndOfEveryDay) {
    const RunResult result = SmallRun().run();
    std::vector<double> equity;
    for (const auto& bucket : result.equity.buckets()) equity.push_back(bucket.last);
    // 2000; 999 + 10 x 105; 999 + 10 x 115; 999 + 1198.8; 2747.25 - 5 x 90
    EXPECT_THAT(equity, ElementsAre(2000, 2049, 2149, 2197.8, 2297.25));
    EXPECT_EQ(result.equity.buckets()[0].time_ns, kHour);
    EXPECT_THAT(result.daily_time_ns, ElementsAre(5 * kHour));
    EXPECT_THAT(result.daily_equity, ElementsAre(2297.25));
}

TEST(RunResult, HasAResultHashThatTellsRunsApart) {
    const Digest hash = SmallRun().run().result_hash;
    EXPECT_NE(hash, Digest{});
    EXPECT_EQ(SmallRun().run().result_hash, hash);

    SmallRun other_fee;
    other_fee.config.fees.standard.taker = test::rate("0.0011");
    EXPECT_NE(other_fee.run().result_hash, hash);

    SmallRun other_cash;
    other_cash.config.cash = money("2000.000000000000000001");
    EXPECT_NE(other_cash.run().result_hash, hash);

    SmallRun one_order_less;
    const auto bar = one_order_less.strategy.bar;
    one_order_less.strategy.bar = [bar](engine::Context& ctx, const BarView& closed) {
        if (ctx.now_ns() != 2 * kHour) bar(ctx, closed);  // the order that was rejected
    };
    EXPECT_NE(one_order_less.run().result_hash, hash);
}

TEST(RunResult, HashSeesDecisionsNotPrices) {
    // Other highs that touch nothing, and a strategy that does nothing: the same run.
    const BarTable one(k1h, 0, {{10, 12, 9, 11}, flat(11)});
    const BarTable other(k1h, 0, {{10, 15, 9, 11}, flat(11)});
    ScriptedStrategy strategy;
    const auto a = test::backtest({input_of("BTC/USDT", one)}, strategy).value();
    const auto b = test::backtest({input_of("BTC/USDT", other)}, strategy).value();
    EXPECT_EQ(a.result_hash, b.result_hash);
    EXPECT_NE(a.input_hash, b.input_hash);
}

/// Counts what it sees.
class CountingObserver : public Observer {
  public:
    std::size_t fills = 0;
    void on_fill(const Fill& /*fill*/) override { ++fills; }
};

TEST(Observers, OfTheConfigurationSeeTheRunAndDoNotChangeIt) {
    const Digest hash = SmallRun().run().result_hash;
    SmallRun observed;
    CountingObserver observer;
    observed.config.observers = {&observer};
    EXPECT_EQ(observed.run().result_hash, hash);
    EXPECT_EQ(observer.fills, 3U);
}

TEST(Blocks, OfOneSeriesAreItsRowsByTheBatch) {
    BarTable bars(k1h);
    for (int row = 0; row < 100; ++row) bars.add(row * kHour, flat(10));
    ScriptedStrategy strategy;
    BacktestConfig config;
    for (const auto& [batch_rows, blocks] : {std::pair{1, 100}, {7, 15}, {50, 2}, {99, 2}, {100, 1}, {4096, 1}}) {
        config.batch_rows = static_cast<std::size_t>(batch_rows);
        EXPECT_EQ(test::backtest({input_of("BTC/USDT", bars)}, strategy, config)->blocks,
                  static_cast<std::uint64_t>(blocks));
    }
}

TEST(Progress, ThatSaysNoInterruptsTheRun) {
    BarTable bars(k1h);
    for (int row = 0; row < 150'000; ++row) bars.add(row * kHour, flat(10));
    engine::Strategy strategy;
    BacktestConfig config;
    config.progress = [](std::uint64_t) { return false; };
    const auto result = test::backtest({input_of("BTC/USDT", bars)}, strategy, config);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::kInterrupted);
}

}  // namespace
}  // namespace ct::session
