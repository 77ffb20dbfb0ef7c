#include "ct/analyzers/analyzer.hpp"

#include <cstddef>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/core/result.hpp"

namespace ct::analyzers {
namespace {

Result<AnalyzerSet> parse(const std::vector<std::string>& names) { return AnalyzerSet::parse(names); }

TEST(Analyzers, StandInTheOrderOfTheirNumbers) {
    for (std::size_t i = 0; i < analyzer_infos().size(); ++i) {
        EXPECT_EQ(static_cast<std::size_t>(analyzer_infos()[i].analyzer), i);
    }
    EXPECT_EQ(analyzer_infos().back().analyzer, Analyzer::kDecisionLog);
}

TEST(Analyzers, AreAllOnButForTheDecisionLog) {
    const AnalyzerSet usual;
    for (const AnalyzerInfo& info : analyzer_infos()) {
        EXPECT_EQ(usual.contains(info.analyzer), info.analyzer != Analyzer::kDecisionLog) << info.name;
    }
}

TEST(Analyzers, AreChosenByName) {
    const auto set = parse({"trades", "drawdown", "trades"}).value();
    for (const AnalyzerInfo& info : analyzer_infos()) {
        const bool chosen = info.name == "trades" || info.name == "drawdown";
        EXPECT_EQ(set.contains(info.analyzer), chosen) << info.name;
        EXPECT_TRUE(parse({std::string(info.name)})->contains(info.analyzer)) << info.name;
        EXPECT_FALSE(parse({})->contains(info.analyzer)) << info.name;
    }
    EXPECT_EQ(set, parse({"drawdown", "trades"}).value());
}

TEST(Analyzers, BundlesAreSeveralAtOnce) {
    EXPECT_EQ(parse({"default"}).value(), AnalyzerSet());
    for (const char* name : {"backtest_default", "paper_default"}) {
        EXPECT_EQ(parse({name}).value(), parse({"equity_curve", "trade_log", "decision_log"}).value()) << name;
    }
    EXPECT_EQ(parse({"live_default"}).value(), parse({"decision_log", "equity_curve"}).value());
    EXPECT_EQ(parse({"prediction_market"}).value(), parse({"decision_log", "trade_log"}).value());
    EXPECT_EQ(parse({"backtest_default", "trades"}).value(),
              parse({"equity_curve", "trade_log", "decision_log", "trades"}).value());
}

TEST(Analyzers, AreLeftOutAgainWithAMinus) {
    EXPECT_EQ(parse({"backtest_default", "-decision_log"}).value(), parse({"equity_curve", "trade_log"}).value());
    EXPECT_EQ(parse({"-trades"}).value(), parse({}).value());
    EXPECT_EQ(parse({"-trades", "trades"}).value(), parse({"trades"}).value());
    EXPECT_EQ(parse({"default", "-default"}).value(), parse({}).value());
    EXPECT_FALSE(parse({"default", "-foo"}));
    EXPECT_FALSE(parse({"-"}));
}

TEST(Analyzers, AnUnknownNameIsRefusedWithTheNearest) {
    const auto set = parse({"trades", "drawdowns"});
    ASSERT_FALSE(set);
    EXPECT_EQ(set.error().code, ErrorCode::kNotFound);
    EXPECT_EQ(set.error().message,
              "no analyzer 'drawdowns'; did you mean 'drawdown'? There is returns, drawdown, exposure, trades, costs, "
              "benchmark, periods, equity_curve, trade_log, decision_log, default, backtest_default, paper_default, "
              "live_default, prediction_market");
    EXPECT_FALSE(parse({""}));
}

}  // namespace
}  // namespace ct::analyzers
