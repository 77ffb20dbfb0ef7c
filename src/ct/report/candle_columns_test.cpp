#include "ct/report/candle_columns.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/analyzers/candles.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/report/line_columns.hpp"

namespace ct::report {
namespace {

using analyzers::Candles;
using analyzers::ChartLine;
using analyzers::SeriesChart;
using testing::ElementsAre;

constexpr TimeNs kMinute = 60 * kNsPerSecond;

/// Minutes that go up and down by some dollars, with cents.
Candles minutes(int count) {
    Candles candles(Timeframe::fixed(kMinute));
    double price = 60'000;
    std::uint32_t noise = 1;
    const auto next = [&] { return static_cast<double>((noise = noise * 1'664'525 + 1'013'904'223) >> 16U) / 1000; };
    for (int i = 0; i < count; ++i) {
        const TimeNs time_ns = i * kMinute;
        const double open = price;
        price = std::round((price + next() - 32.7) * 100) / 100;
        const double high = std::max(open, price) + std::round(next() * 50) / 100;
        const double low = std::min(open, price) - std::round(next() * 50) / 100;
        candles.add({{&time_ns, 1}, {&open, 1}, {&high, 1}, {&low, 1}, {&price, 1}, {}});
    }
    return candles;
}

TEST(FitCandles, AreExactWhileTheyFit) {
    const Candles candles = minutes(3000);
    const FittedCandles fitted = fit_candles(candles, 2, 1'000'000);
    EXPECT_EQ(fitted.units, 1);
    EXPECT_EQ(fitted.candles, &candles);
    const auto all = candles.candles();
    const auto at = [&](CandlePart part, std::size_t i) { return candle_column(all, part, fitted.step)[i]; };
    EXPECT_EQ(at(CandlePart::kTime, 1), 60'000);
    EXPECT_EQ(at(CandlePart::kGap, 0), 6'000'000);
    EXPECT_EQ(at(CandlePart::kGap, 1), 0);
    EXPECT_EQ(at(CandlePart::kBody, 1), std::llround((all[1].close - all[1].open) * 100));
    EXPECT_EQ(at(CandlePart::kAbove, 1), std::llround((all[1].high - std::max(all[1].open, all[1].close)) * 100));
    EXPECT_EQ(at(CandlePart::kBelow, 1), std::llround((std::min(all[1].open, all[1].close) - all[1].low) * 100));
}

TEST(FitCandles, AreRoundedBeforeTheyAreLonger) {
    const Candles candles = minutes(3000);
    const FittedCandles rounded = fit_candles(candles, 2, 15'000);
    EXPECT_GT(rounded.units, 1);
    EXPECT_EQ(rounded.candles, &candles);
    const auto column = [&](CandlePart part) { return candle_column(candles.candles(), part, rounded.step); };
    const auto gap = column(CandlePart::kGap);
    const auto body = column(CandlePart::kBody);
    std::int64_t close = 0;
    for (std::size_t i = 0; i < 3000; ++i) {
        close += gap[i] + body[i];
        const double shown = static_cast<double>(close) * rounded.step;
        EXPECT_NEAR(shown, candles.candles()[i].close, rounded.step / 2 + 1e-6);
    }
    EXPECT_THAT(column(CandlePart::kAbove), testing::Each(testing::Ge(0)));
    EXPECT_THAT(column(CandlePart::kBelow), testing::Each(testing::Ge(0)));

    const FittedCandles longer = fit_candles(candles, 2, 4000);
    EXPECT_EQ(longer.candles->timeframe().text(), "3m");
    EXPECT_EQ(longer.candles->candles().size(), 1000U);
}

SeriesChart chart_of(const Candles& candles, Timeframe lines, std::size_t values) {
    std::vector<double> line(values);
    for (std::size_t i = 0; i < values; ++i) line[i] = 60'000.25 + static_cast<double>(i * 41 % 101);
    return {candles,
            lines,
            {{"sma(5)", 0, ChartLine::Place::kPrice, line, {}}, {"x", 1, ChartLine::Place::kBelow, line, {}}}};
}

TEST(FitLines, StandAtTheLastCandleOfTheirStretch) {
    const SeriesChart chart = chart_of(minutes(10), *Timeframe::parse("3m"), 4);
    const FittedCandles fitted = fit_candles(chart.candles, 2, 100'000);
    const LineColumns lines = fit_lines(chart, fitted, 2, 16, 100'000);
    EXPECT_EQ(lines.timeframe.text(), "3m");
    EXPECT_THAT(lines.at, ElementsAre(2, 5, 8, 9));
    ASSERT_EQ(lines.lines.size(), 2U);
    EXPECT_THAT(lines.lines[0].counts, ElementsAre(6'000'025, 6'004'125, 6'008'225, 6'002'225));
    EXPECT_EQ(lines.lines[1].decimals, 0) << "five digits are enough below";
    EXPECT_EQ(fit_lines(chart, fitted, 2, 1, 100'000).lines.size(), 1U);
}

TEST(FitLines, AreThinnedUntilTheyFit) {
    const SeriesChart chart = chart_of(minutes(3000), Timeframe::fixed(kMinute), 3000);
    const FittedCandles fitted = fit_candles(chart.candles, 2, 1'000'000);
    EXPECT_EQ(fit_lines(chart, fitted, 2, 16, 100'000).timeframe.text(), "1m");
    const LineColumns lines = fit_lines(chart, fitted, 2, 16, 100);
    EXPECT_GT(lines.timeframe, Timeframe::fixed(kMinute));
    ASSERT_EQ(lines.at.size(), lines.lines[0].counts.size());
    EXPECT_EQ(lines.at.back(), 2999);
    EXPECT_EQ(lines.lines[0].counts.back(), 6'004'225) << "the last value of the stretch";
}

TEST(FitLines, AreNoFinerThanTheCandles) {
    const SeriesChart chart = chart_of(minutes(3000), Timeframe::fixed(kMinute), 3000);
    const FittedCandles fitted = fit_candles(chart.candles, 2, 4000);
    ASSERT_EQ(fitted.candles->timeframe().text(), "3m");
    const LineColumns lines = fit_lines(chart, fitted, 2, 16, 100'000);
    EXPECT_EQ(lines.timeframe.text(), "3m");
    EXPECT_EQ(lines.at.size(), 1000U);
    EXPECT_EQ(lines.lines[0].counts[0], (6'008'225 + fitted.units / 2) / fitted.units);
}

}  // namespace
}  // namespace ct::report
