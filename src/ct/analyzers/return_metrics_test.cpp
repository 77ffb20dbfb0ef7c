#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/analyzers/equity_curve.hpp"
#include "ct/analyzers/finished_run_test.hpp"
#include "ct/analyzers/metrics.hpp"
#include "ct/core/money.hpp"
#include "ct/core/random.hpp"
#include "ct/core/time.hpp"

namespace ct::analyzers {
namespace {

constexpr double kDayMs = 86'400'000;

/// 1000 -> 1100 -> 990 -> 990 -> 1188. Daily returns 0.1, -0.1, 0, 0.2.
FinishedRun four_days() { return FinishedRun({1100, 990, 990, 1188}); }

TEST(ReturnMetrics, KnownAnswers) {
    const FinishedRun run = four_days();
    // Mean 0.05; squared deviations 0.0025 + 0.0225 + 0.0025 + 0.0225 = 0.05, over 3.
    const double deviation = std::sqrt(0.05 / 3);
    const double year = std::sqrt(365.0);
    const double annual = std::pow(1.188, 365.0 / 4) - 1;
    EXPECT_DOUBLE_EQ(run["total_return"], 0.188);
    EXPECT_DOUBLE_EQ(run["annual_return"], annual);
    EXPECT_NEAR(run["volatility"], deviation * year, 1e-12);
    EXPECT_NEAR(run["sharpe"], 0.05 / deviation * year, 1e-12);
    // One negative day of four: sqrt(0.01 / 4) = 0.05.
    EXPECT_NEAR(run["sortino"], 1.0 * year, 1e-12);
    EXPECT_DOUBLE_EQ(run["calmar"], annual / 0.1);
    // Gains of 0.3 against losses of 0.1.
    EXPECT_NEAR(run["omega"], 3, 1e-12);
    // Of four days the 5 % lie 0.15 of the way from the worst, -0.1, to the next, 0.
    EXPECT_NEAR(run["value_at_risk"], 0.085, 1e-12);
    EXPECT_NEAR(run["conditional_value_at_risk"], 0.1, 1e-12);
}

TEST(ReturnMetrics, ValueAtRiskOfManyDaysIsTheirTwentieth) {
    // 41 days: losses of 1 to 41 per mille, shuffled. The third worst is rank 2 of 0 .. 40, exactly 5 %.
    std::vector<double> equity(41, 1000);
    for (std::size_t i = 0; i < equity.size(); ++i) {
        const auto loss = static_cast<double>(i * 16 % 41 + 1);
        equity[i] = (i == 0 ? 1000 : equity[i - 1]) * (1 - loss / 1000);
    }
    const FinishedRun run(equity);
    EXPECT_NEAR(run["value_at_risk"], 0.039, 1e-12);
    EXPECT_NEAR(run["conditional_value_at_risk"], 0.040, 1e-12);
}

TEST(ReturnMetrics, OfARiseTheLossesAreNegativeAndTheirRatiosUndefined) {
    const FinishedRun run({1100, 1210});
    EXPECT_NEAR(run["value_at_risk"], -0.1, 1e-12);
    EXPECT_NEAR(run["conditional_value_at_risk"], -0.1, 1e-12);
    for (const char* name : {"sortino", "calmar", "omega"}) EXPECT_TRUE(run.is_undefined(name)) << name;
}

TEST(ReturnMetrics, OneDayHasNoDeviation) {
    const FinishedRun run({900});
    EXPECT_DOUBLE_EQ(run["total_return"], -0.1);
    EXPECT_DOUBLE_EQ(run["value_at_risk"], 0.1);
    EXPECT_NEAR(run["sortino"], -std::sqrt(365.0), 1e-12);
    EXPECT_EQ(run["omega"], 0);
    EXPECT_TRUE(run.is_undefined("volatility"));
    EXPECT_TRUE(run.is_undefined("sharpe"));
}

TEST(ReturnMetrics, WithoutMovesTheRatiosAreUndefined) {
    const FinishedRun run({1000, 1000, 1000});
    for (const char* name : {"total_return", "annual_return", "volatility", "value_at_risk",
                             "conditional_value_at_risk", "max_drawdown", "ulcer_index"}) {
        EXPECT_EQ(run[name], 0) << name;
        EXPECT_FALSE(std::signbit(run[name])) << name;
    }
    for (const char* name : {"sharpe", "sortino", "calmar", "omega", "drawdown_peak_ms", "drawdown_trough_ms",
                             "drawdown_recovery_ms", "drawdown_days", "recovery_days"}) {
        EXPECT_TRUE(run.is_undefined(name)) << name;
    }
}

TEST(ReturnMetrics, ATotalLossOnTheLastDayCounts) {
    const FinishedRun run({1000, 0});
    EXPECT_EQ(run["total_return"], -1);
    EXPECT_EQ(run["annual_return"], -1);
    EXPECT_EQ(run["max_drawdown"], 1);
    EXPECT_EQ(run["calmar"], -1);
    EXPECT_NEAR(run["value_at_risk"], 0.95, 1e-12);
    EXPECT_DOUBLE_EQ(run["ulcer_index"], std::sqrt(0.5));
}

TEST(ReturnMetrics, ARuinedAccountHasNoDailyStatistics) {
    const FinishedRun run({1000, -200, -100});
    EXPECT_EQ(run["total_return"], -1.1);
    EXPECT_EQ(run["max_drawdown"], 1.2);
    for (const char* name : {"annual_return", "volatility", "sharpe", "sortino", "calmar", "omega", "value_at_risk",
                             "conditional_value_at_risk"}) {
        EXPECT_TRUE(run.is_undefined(name)) << name;
    }
}

TEST(DrawdownMetrics, HaveTheDatesOfTheDeepestFall) {
    FinishedRun run({1100, 990, 1045, 1100, 1080});
    run.time_ns[1] -= kNsPerDay / 2;
    EXPECT_DOUBLE_EQ(run["max_drawdown"], 0.1);
    EXPECT_EQ(run["drawdown_peak_ms"], 1 * kDayMs);
    EXPECT_EQ(run["drawdown_trough_ms"], 1.5 * kDayMs);
    EXPECT_EQ(run["drawdown_recovery_ms"], 4 * kDayMs);
    EXPECT_EQ(run["drawdown_days"], 3);
    EXPECT_EQ(run["recovery_days"], 2.5);
    // Falls of 0, 0.1, 0.05, 0 and 20 / 1100 at the ends of the days.
    EXPECT_NEAR(run["ulcer_index"], std::sqrt((0.01 + 0.0025 + 4.0 / 12'100) / 5), 1e-12);
}

TEST(DrawdownMetrics, AFallThatGoesOnLastsToTheEndOfTheRun) {
    const FinishedRun run({800, 900, 950});
    EXPECT_EQ(run["drawdown_peak_ms"], kDayMs);  // the time of the first step stands for the start
    EXPECT_EQ(run["drawdown_days"], 2);
    EXPECT_TRUE(run.is_undefined("drawdown_recovery_ms"));
    EXPECT_TRUE(run.is_undefined("recovery_days"));
}

TEST(ExposureMetrics, CountStepsThatEndWithAPosition) {
    FinishedRun run = four_days();
    run.exposure = {0, 500, 400, 0};
    EXPECT_EQ(run["exposure"], 0.5);
}

TEST(ReturnMetrics, AnEmptyRunIsUndefinedButNoCrash) {
    const FinishedRun run({});
    EXPECT_EQ(run["total_return"], 0);
    for (const char* name : {"annual_return", "sharpe", "value_at_risk", "exposure", "ulcer_index"}) {
        EXPECT_TRUE(run.is_undefined(name)) << name;
    }
}

TEST(ReturnMetrics, DoNotDependOnTheChunksOfTheCurve) {
    Random random(1);
    std::vector<TimeNs> time_ns;
    std::vector<double> equity;
    for (int i = 1; i <= 3000; ++i) {
        time_ns.push_back(i * kNsPerDay / 7);
        equity.push_back(900 + 200 * random.unit());
    }
    const auto metrics_in_chunks = [&](std::size_t chunk) {
        EquityCurve curve(1000);
        for (std::size_t at = 0; at < equity.size(); at += chunk) {
            const std::size_t size = std::min(chunk, equity.size() - at);
            const std::span values = std::span(equity).subspan(at, size);
            curve.on_equity({std::span(time_ns).subspan(at, size), values, values, values});
        }
        return compute_metrics({.end_ns = time_ns.back(),
                                .initial_value = Money::units(1000),
                                .final_value = Money::units(1010),
                                .curve = curve});
    };
    const Metrics whole = metrics_in_chunks(equity.size());
    for (const std::size_t chunk : {1U, 7U, 500U}) {
        const Metrics streamed = metrics_in_chunks(chunk);
        ASSERT_EQ(streamed.size(), whole.size());
        for (std::size_t i = 0; i < whole.size(); ++i) {
            EXPECT_EQ(streamed[i].first, whole[i].first);
            EXPECT_THAT(streamed[i].second, testing::NanSensitiveDoubleEq(whole[i].second)) << whole[i].first;
        }
    }
}

}  // namespace
}  // namespace ct::analyzers
