#include "ct/session/backtest/line_recorder.hpp"

#include <cmath>
#include <cstddef>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/analyzers/candles.hpp"
#include "ct/analyzers/run_result.hpp"
#include "ct/engine/context.hpp"
#include "ct/session/backtest/backtest.hpp"
#include "support/backtest_run.hpp"
#include "support/bars.hpp"
#include "support/scripted_strategy.hpp"

namespace ct::session {
namespace {

using analyzers::ChartLine;
using test::BarTable;
using test::flat;
using test::input_of;
using test::k1h;
using test::ScriptedStrategy;

BarTable rising(int bars) {
    BarTable table(k1h);
    for (int i = 0; i < bars; ++i) table.add(i * test::kHour, flat(100 + i));
    return table;
}

void watch(engine::Context& ctx) {
    ASSERT_TRUE(ctx.indicator(0, "sma", {2}));
    ASSERT_TRUE(ctx.indicator_lines(0, "DonchianChannel", std::vector{3.0}));
    ASSERT_TRUE(ctx.indicator(0, "rsi", {5}));
}

analyzers::SeriesSummary charted(int bars, std::size_t batch_rows = 2048) {
    const BarTable table = rising(bars);
    ScriptedStrategy strategy;
    strategy.start = watch;
    BacktestConfig config;
    config.candles = config.indicator_lines = true;
    config.batch_rows = batch_rows;
    return test::backtest({input_of("BTC/USDT", table)}, strategy, config).value().series[0];
}

TEST(LineRecorder, KeepsTheLinesOfIndicators) {
    const auto series = charted(10);
    ASSERT_EQ(series.lines.size(), 5U);
    EXPECT_EQ(series.lines[0].label, "sma(2)");
    EXPECT_EQ(series.lines[0].place, ChartLine::Place::kPrice);
    EXPECT_TRUE(std::isnan(series.lines[0].values[0]));
    EXPECT_EQ(series.lines[0].values[9], 108.5);
    EXPECT_EQ(series.lines[1].label, "donchian(3) dch");
    EXPECT_EQ(series.lines[1].group, series.lines[3].group);
    EXPECT_EQ(series.lines[4].place, ChartLine::Place::kBelow);
    for (const ChartLine& line : series.lines) EXPECT_EQ(line.values.size(), series.candles.candles().size());
}

TEST(LineRecorder, HasAValueForEachCandle) {
    const auto series = charted(12'000);
    EXPECT_EQ(series.candles.timeframe().text(), "4h");
    ASSERT_EQ(series.candles.candles().size(), 3000U);
    ASSERT_EQ(series.lines[0].values.size(), 3000U);
    EXPECT_EQ(series.lines[0].values[1], 106.5) << "at the last bar of the candle";
}

TEST(LineRecorder, DoesNotDependOnBatches) {
    const auto whole = charted(6000);
    for (const std::size_t rows : {1U, 7U, 100U}) {
        const auto parts = charted(6000, rows);
        EXPECT_THAT(parts.candles.candles(),
                    testing::ElementsAreArray(whole.candles.candles().begin(), whole.candles.candles().end()));
        for (std::size_t k = 0; k < whole.lines.size(); ++k) {
            EXPECT_EQ(parts.lines[k].values.size(), whole.lines[k].values.size());
            EXPECT_EQ(parts.lines[k].values.back(), whole.lines[k].values.back()) << rows << " " << k;
        }
    }
}

TEST(LineRecorder, KeepsNothingUnlessAsked) {
    const BarTable table = rising(10);
    ScriptedStrategy strategy;
    strategy.start = watch;
    const auto result = test::backtest({input_of("BTC/USDT", table)}, strategy).value();
    EXPECT_TRUE(result.series[0].lines.empty());
    EXPECT_TRUE(result.series[0].candles.empty());
}

}  // namespace
}  // namespace ct::session
