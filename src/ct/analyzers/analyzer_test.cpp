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

TEST(Analyzers, AnUnknownNameIsRefusedWithTheNearest) {
    const auto set = parse({"trades", "drawdowns"});
    ASSERT_FALSE(set);
    EXPECT_EQ(set.error().code, ErrorCode::kNotFound);
    EXPECT_EQ(set.error().message,
              "no analyzer 'drawdowns'; did you mean 'drawdown'? There is returns, drawdown, exposure, trades, costs, "
              "benchmark, periods, equity_curve, trade_log, decision_log");
    EXPECT_FALSE(parse({""}));
}

}  // namespace
}  // namespace ct::analyzers
