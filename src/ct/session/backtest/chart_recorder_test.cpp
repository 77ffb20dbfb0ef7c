
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/analyzers/candles.hpp"
#include "ct/analyzers/run_result.hpp"
#include "ct/engine/context.hpp"
#include "ct/engine/line.hpp"
#include "ct/session/backtest/backtest.hpp"
#include "ct/strategies/expression_definition.hpp"
#include "ct/strategies/expression_rules.hpp"
#include "ct/strategies/expression_strategy.hpp"
#include "support/backtest_run.hpp"
#include "support/bars.hpp"
#include "support/scripted_strategy.hpp"

namespace ct::session {
namespace {

using analyzers::ChartLine;
using analyzers::SeriesChart;
using test::BarTable;
using test::flat;
using test::input_of;
using test::k1h;
using test::ScriptedStrategy;
using testing::ElementsAre;
using testing::ElementsAreArray;
using testing::IsEmpty;

BarTable rising(int bars) {
    BarTable table(k1h);
    for (int i = 0; i < bars; ++i) table.add(i * test::kHour, flat(100 + i));
    return table;
}

void watch(engine::Context& ctx) {
    ASSERT_TRUE(ctx.indicator(0, "sma", {2}));
    ASSERT_TRUE(ctx.indicator_lines(0, "DonchianChannel", std::vector{3.0}));
    ASSERT_TRUE(ctx.indicator(0, "rsi", {5}));
    ASSERT_TRUE(ctx.indicator(0, "sma", {2}, engine::Field::kVolume));
    ASSERT_TRUE(ctx.indicator(0, "rsi", {5}));  // once more
}

SeriesChart charted(int bars, std::size_t batch_rows = 2048) {
    const BarTable table = rising(bars);
    ScriptedStrategy strategy;
    strategy.start = watch;
    BacktestConfig config;
    config.charts = true;
    config.batch_rows = batch_rows;
    return test::backtest({input_of("BTC/USDT", table)}, strategy, config).value().series[0].chart;
}

TEST(ChartRecorder, KeepsTheLinesOfIndicators) {
    const SeriesChart chart = charted(10);
    ASSERT_EQ(chart.lines.size(), 6U);
    EXPECT_EQ(chart.lines[0].label, "sma(2)");
    EXPECT_EQ(chart.lines[0].place, ChartLine::Place::kPrice);
    EXPECT_TRUE(std::isnan(chart.lines[0].values[0]));
    EXPECT_EQ(chart.lines[0].values[9], 108.5);
    EXPECT_EQ(chart.lines[1].label, "donchian(3) dch");
    EXPECT_EQ(chart.lines[1].group, chart.lines[3].group);
    EXPECT_EQ(chart.lines[4].place, ChartLine::Place::kBelow);
    EXPECT_EQ(chart.lines[5].place, ChartLine::Place::kByValue) << "an average of volumes";
    for (const ChartLine& line : chart.lines) EXPECT_EQ(line.values.size(), chart.candles.candles().size());
}

TEST(ChartRecorder, HasLongerCandlesAndFewerValuesWhereItMust) {
    const BarTable table = rising(12'000);
    ScriptedStrategy strategy;
    strategy.start = watch;
    const auto result = test::backtest({input_of("BTC/USDT", table)}, strategy).value();
    const auto chart_with = [&](std::size_t most_candles) {
        return result.series[0].make_chart(input_of("BTC/USDT", table).columns, most_candles);
    };
    const SeriesChart all = chart_with(12'000);
    EXPECT_EQ(all.candles.timeframe().text(), "1h");
    EXPECT_EQ(all.line_timeframe.text(), "2h") << "four values a candle among six lines";
    ASSERT_EQ(all.lines[0].values.size(), 6000U);
    EXPECT_EQ(all.lines[0].values[1], 102.5) << "at the last bar of the stretch";
    const SeriesChart longer = chart_with(9000);
    EXPECT_EQ(longer.candles.timeframe().text(), "4h") << "a third of so many";
    EXPECT_EQ(longer.candles.candles().size(), 3000U);
    EXPECT_EQ(longer.line_timeframe.text(), "4h");
}

TEST(ChartRecorder, DoesNotDependOnBatches) {
    const SeriesChart whole = charted(6000);
    for (const std::size_t rows : {1U, 7U, 100U}) {
        const SeriesChart parts = charted(6000, rows);
        EXPECT_THAT(parts.candles.candles(),
                    ElementsAreArray(whole.candles.candles().begin(), whole.candles.candles().end()));
        for (std::size_t k = 0; k < whole.lines.size(); ++k) {
            EXPECT_EQ(parts.lines[k].values.size(), whole.lines[k].values.size());
            EXPECT_EQ(parts.lines[k].values.back(), whole.lines[k].values.back()) << rows << " " << k;
        }
    }
}

TEST(ChartRecorder, KeepsNothingUnlessAsked) {
    const BarTable table = rising(10);
    ScriptedStrategy strategy;
    strategy.start = watch;
    const auto result = test::backtest({input_of("BTC/USDT", table)}, strategy).value();
    EXPECT_TRUE(result.series[0].chart.lines.empty());
    EXPECT_TRUE(result.series[0].chart.candles.empty());
}

std::vector<std::string> labels_of(const SeriesChart& chart) {
    std::vector<std::string> labels;
    labels.reserve(chart.lines.size());
    for (const ChartLine& line : chart.lines) labels.push_back(line.label);
    return labels;
}

TEST(ChartRecorder, KeepsTheIndicatorsOfExpressions) {
    strategies::ExpressionDefinition definition;
    definition.entry = "close > sma(close, length) and rsi(5) < 70 and sma(rsi(5), 2) > 1";
    definition.exit = "close < sma(length) or close > bbands(3).upper or close < sma(close@2h, 2)";
    definition.parameters = {{.name = "length", .value = 2}};
    strategies::ExpressionStrategy strategy(strategies::compile(definition).value());
    const BarTable hours = rising(40);
    BarTable longer(*Timeframe::parse("2h"));
    for (int i = 0; i < 20; ++i) longer.add(2 * i * test::kHour, flat(101 + 2 * i));
    BacktestConfig config;
    config.charts = true;
    const auto result =
        test::backtest({input_of("BTC/USDT", hours), input_of("BTC/USDT", longer)}, strategy, config).value();
    const SeriesChart& chart = result.series[0].chart;
    EXPECT_THAT(labels_of(chart), ElementsAre("sma(close, 2)", "rsi(5)", "sma(rsi(5), 2)", "bbands(3).upper"));
    EXPECT_EQ(chart.lines[0].values[39], 138.5);
    EXPECT_EQ(chart.lines[0].place, ChartLine::Place::kPrice);
    EXPECT_EQ(chart.lines[1].place, ChartLine::Place::kBelow);
    EXPECT_THAT(chart.lines[0].levels, IsEmpty());
    EXPECT_THAT(chart.lines[1].levels, ElementsAre(70));
    EXPECT_THAT(chart.lines[2].levels, ElementsAre(1));
    EXPECT_EQ(chart.lines[2].group, chart.lines[1].group) << "an average of an oscillator lies with it";
    EXPECT_NE(chart.lines[3].group, chart.lines[0].group);
    EXPECT_THAT(labels_of(result.series[1].chart), ElementsAre("sma(close@2h, 2)"));
    EXPECT_EQ(result.series[1].chart.lines[0].values[19], 138);
}

}  // namespace
}  // namespace ct::session
