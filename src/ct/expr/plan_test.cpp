#include "ct/expr/plan.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/expr/checker.hpp"
#include "ct/expr/functions.hpp"
#include "ct/expr/graph.hpp"
#include "ct/expr/names.hpp"

namespace ct::expr {
namespace {

using testing::ElementsAre;
using testing::StartsWith;
using Kind = Reading::Kind;

Plan plan_of(std::initializer_list<std::string_view> texts) {
    Workspace space;
    std::vector<NodeId> roots;
    for (const std::string_view text : texts) {
        const auto node = check(space, {text, "exit"}, Type::kNumber, true);
        EXPECT_TRUE(node) << node.error().message;
        roots.push_back(*node);
    }
    return make_plan(space.graph, roots, space.named);
}

/// "ETH/USDT 1h: 2 fields, 1 steps, 1 lines"
std::vector<std::string> parts_of(const Plan& plan) {
    std::vector<std::string> lines;
    lines.reserve(plan.parts.size());
    for (const SeriesPart& part : plan.parts) {
        lines.push_back(fmt::format("{} {}: {} fields, {} steps, {} lines", part.series.symbol,
                                    part.series.timeframe ? part.series.timeframe->text() : "", part.fields.size(),
                                    part.program->step_count(), part.program->line_count()));
    }
    return lines;
}

TEST(Plan, OneSeriesIsOneProgramThatComputesEqualPartsOnce) {
    const Plan plan = plan_of({"sma(close, 5) - sma(open, 5)", "sma(close, 5) + 1", "sma(close, 5)"});
    EXPECT_THAT(parts_of(plan), ElementsAre(" : 2 fields, 4 steps, 3 lines"));
    EXPECT_EQ(plan.each_bar, nullptr);
    EXPECT_EQ(plan.roots[0].kind, Kind::kLine);
    EXPECT_EQ(plan.roots[2].index, 2U);
}

TEST(Plan, WhatIsOfAnotherSeriesIsComputedOnIt) {
    const Plan plan = plan_of({"sma(close@1h, 20) * 2", "(high - low)@\"ETH/USDT:4h\"", "close@\"ETH/USDT\""});
    EXPECT_THAT(parts_of(plan),
                ElementsAre(" 1h: 1 fields, 2 steps, 1 lines", "ETH/USDT 4h: 2 fields, 1 steps, 1 lines",
                            "ETH/USDT : 1 fields, 0 steps, 1 lines"));
    EXPECT_EQ(plan.each_bar, nullptr);
}

TEST(Plan, SeriesInsideEachOtherCompleteEachOther) {
    EXPECT_THAT(parts_of(plan_of({"(close@\"ETH/USDT\")@1h"})), ElementsAre("ETH/USDT 1h: 1 fields, 0 steps, 1 lines"));
    EXPECT_THAT(parts_of(plan_of({"(close@1h)@\"ETH/USDT\""})), ElementsAre("ETH/USDT 1h: 1 fields, 0 steps, 1 lines"));
    EXPECT_THAT(parts_of(plan_of({"(close@\"ETH/USDT:4h\")@1h"})),
                ElementsAre("ETH/USDT 4h: 1 fields, 0 steps, 1 lines"));
    EXPECT_THAT(parts_of(plan_of({"macd(close)@1h.signal"})), ElementsAre(" 1h: 1 fields, 1 steps, 1 lines"));
    // A name with a colon that is no timeframe is all symbol.
    EXPECT_THAT(parts_of(plan_of({"close@\"BTC/USDT:USDT\""})),
                ElementsAre("BTC/USDT:USDT : 1 fields, 0 steps, 1 lines"));
}

TEST(Plan, WhatMixesSeriesOrNeedsThePositionIsComputedAtEachBar) {
    const Plan plan = plan_of({"sma(close - close@1h, 5)", "profit * atr(14)", "bars_held"});
    EXPECT_THAT(parts_of(plan), ElementsAre(" : 3 fields, 1 steps, 2 lines", " 1h: 1 fields, 0 steps, 1 lines"));
    ASSERT_NE(plan.each_bar, nullptr);
    EXPECT_EQ(plan.each_bar->step_count(), 3U);
    std::vector<Kind> inputs;
    inputs.reserve(plan.each_bar_inputs.size());
    for (const Reading& input : plan.each_bar_inputs) inputs.push_back(input.kind);
    EXPECT_THAT(inputs, ElementsAre(Kind::kLine, Kind::kLine, Kind::kPosition, Kind::kLine));
    EXPECT_EQ(plan.roots[0].kind, Kind::kComputed);
    EXPECT_EQ(plan.roots[2].kind, Kind::kPosition);
    EXPECT_EQ(plan.roots[2].position, PositionValue::kBarsHeld);
}

/// "sma(close, 5) / 1 fields, 1 steps / prices / beside 0"
std::vector<std::string> named_in(const Plan& plan) {
    std::vector<std::string> lines;
    for (const NamedIndicator& named : plan.named) {
        std::string line = fmt::format("{} / {} fields, {} steps", fmt::join(named.labels, ", "),
                                       named.part.fields.size(), named.part.program->step_count());
        if (named.of_prices) line += " / prices";
        if (named.beside) line += fmt::format(" / beside {}", *named.beside);
        if (!named.levels.empty()) line += fmt::format(" / at {}", fmt::join(named.levels, ", "));
        lines.push_back(line);
    }
    return lines;
}

TEST(Plan, NamesIndicatorsAsTheyWereWritten) {
    EXPECT_THAT(named_in(plan_of({"sma(close, 5) - sma(open,  5)", "sma(5) + hl2"})),
                ElementsAre("sma(close, 5) / 1 fields, 1 steps / prices", "sma(open, 5) / 1 fields, 1 steps / prices"))
        << "sma(5) is one of them, and hl2 is a value of a bar";
    EXPECT_THAT(named_in(plan_of({"bbands(20).upper - bbands(20).lower", "macd(close)\n.signal"})),
                ElementsAre("bbands(20).upper, bbands(20).lower / 1 fields, 1 steps / prices",
                            "macd(close) .signal / 1 fields, 1 steps / prices"));
    EXPECT_THAT(named_in(plan_of({"sma(rsi(14), 5)", "sma(volume, 5)", "ema(close - open, 5)"})),
                ElementsAre("rsi(14) / 1 fields, 1 steps / prices", "sma(rsi(14), 5) / 1 fields, 2 steps / beside 0",
                            "sma(volume, 5) / 1 fields, 1 steps", "ema(close - open, 5) / 2 fields, 2 steps"));
}

TEST(Plan, NamesTheLevelsOfIndicators) {
    EXPECT_THAT(named_in(plan_of({"if(rsi(14) < 30 or crossunder(rsi(14), 90 - 20), 1, 0)"})),
                ElementsAre("rsi(14) / 1 fields, 1 steps / prices / at 30, 70"));
    EXPECT_THAT(named_in(plan_of({"if(0 < macd(close).hist and macd(close).macd >= macd(close).signal, 1, 0)"})),
                ElementsAre(StartsWith("macd(close).hist, macd(close).macd, macd(close).signal / 1 fields, 1 steps / "
                                       "prices / at 0")));
    EXPECT_THAT(named_in(plan_of({"if(rsi(14) - 5 < 30, 1, 0)"})), ElementsAre("rsi(14) / 1 fields, 1 steps / prices"))
        << "it is not the line that is compared";
}

TEST(Plan, NamesTheSeriesOfIndicators) {
    EXPECT_THAT(
        named_in(plan_of({"sma(close@1h, 20) + sma(close, 20)@4h + bbands(20)@\"ETH/USDT:1d\".upper"})),
        ElementsAre("sma(close@1h, 20) / 1 fields, 1 steps / prices", "sma(close, 20)@4h / 1 fields, 1 steps / prices",
                    "bbands(20)@\"ETH/USDT:1d\".upper / 1 fields, 1 steps / prices"));
    EXPECT_THAT(named_in(plan_of({"sma(close - close@1h, 20)"})), ElementsAre()) << "it is of no one series";
}

TEST(Plan, NamesParametersByTheirValues) {
    Workspace space;
    space.parameters = {{"fast", 10}, {"width", 2.5}};
    const auto node = check(space, {"sma(close, fast * 2) + bbands(20, width).upper", "exit"}, Type::kNumber, true);
    ASSERT_TRUE(node) << node.error().message;
    const std::vector roots = {*node};
    EXPECT_THAT(named_in(make_plan(space.graph, roots, space.named)),
                ElementsAre("sma(close, 10 * 2) / 1 fields, 1 steps / prices",
                            "bbands(20, 2.5).upper / 1 fields, 1 steps / prices"));
}

}  // namespace
}  // namespace ct::expr
