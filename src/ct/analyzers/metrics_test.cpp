#include "ct/analyzers/metrics.hpp"

#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/analyzers/analyzer.hpp"
#include "ct/analyzers/equity_curve.hpp"
#include "ct/analyzers/finished_run_test.hpp"
#include "ct/analyzers/metric_info.hpp"

namespace ct::analyzers {
namespace {

std::vector<std::string> names_of(const Metrics& metrics) {
    std::vector<std::string> names;
    for (const auto& [name, value] : metrics) names.push_back(name);
    return names;
}

/// The names that the table of metrics gives to some analyzers.
std::vector<std::string> names_of(AnalyzerSet chosen) {
    std::vector<std::string> names;
    for (const MetricInfo& info : metric_infos()) {
        if (chosen.contains(info.analyzer)) names.emplace_back(info.name);
    }
    return names;
}

TEST(Metrics, AreThoseOfTheTableInItsOrder) {
    const auto names = names_of(FinishedRun({1000}).metrics());
    EXPECT_EQ(names, names_of(AnalyzerSet()));
    EXPECT_EQ(std::set(names.begin(), names.end()).size(), names.size());
}

TEST(Metrics, KeepTheirNames) {
    EXPECT_THAT(names_of(FinishedRun({1000}).metrics()),
                testing::IsSupersetOf({"total_return", "annual_return", "volatility", "sharpe", "sortino",
                                       "max_drawdown", "trades", "win_rate", "profit_factor", "exposure", "fees"}));
}

TEST(Metrics, AreThoseOfTheChosenAnalyzers) {
    const EquityCurve curve(1000);
    for (const AnalyzerInfo& info : analyzer_infos()) {
        const AnalyzerSet one = AnalyzerSet::parse(std::vector{std::string(info.name)}).value();
        EXPECT_EQ(names_of(compute_metrics({.curve = curve}, one)), names_of(one)) << info.name;
    }
    EXPECT_TRUE(compute_metrics({.curve = curve}, AnalyzerSet::parse({}).value()).empty());
}

}  // namespace
}  // namespace ct::analyzers
