#include <cmath>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "ct/analyzers/finished_run_test.hpp"

namespace ct::analyzers {
namespace {

FinishedRun beside(std::vector<double> equity, std::vector<double> held) {
    FinishedRun run(std::move(equity));
    run.buy_and_hold = std::move(held);
    return run;
}

TEST(BenchmarkMetrics, KnownAnswers) {
    // Returns 0.1, -0.1, 0, 0.2 beside 0.2, -0.1, 0.1, 0.2: means 0.05 and 0.1, sums of products 0.05 x 0.1 +
    // 0.15 x 0.2 + 0 + 0.15 x 0.1 = 0.05, of squares 0.05 and 0.06.
    const FinishedRun run = beside({1100, 990, 990, 1188}, {1200, 1080, 1188, 1425.6});
    EXPECT_DOUBLE_EQ(run["buy_and_hold"], 0.4256);
    EXPECT_NEAR(run["beta"], 5.0 / 6, 1e-12);
    EXPECT_NEAR(run["alpha"], (0.05 - 0.1 * 5 / 6) * 365, 1e-10);
    EXPECT_NEAR(run["correlation"], 5 / std::sqrt(30.0), 1e-12);
}

TEST(BenchmarkMetrics, OfHoldingItself) {
    const std::vector<double> values = {1013, 977, 1041, 1103};
    const FinishedRun run = beside(values, values);
    EXPECT_DOUBLE_EQ(run["beta"], 1);
    EXPECT_NEAR(run["alpha"], 0, 1e-12);
    EXPECT_LE(run["correlation"], 1);
    EXPECT_NEAR(run["correlation"], 1, 1e-12);
}

TEST(BenchmarkMetrics, AreUndefinedWithoutMoves) {
    const FinishedRun flat_market = beside({1100, 990}, {1000, 1000});
    EXPECT_EQ(flat_market["buy_and_hold"], 0);
    for (const char* name : {"alpha", "beta", "correlation"}) EXPECT_TRUE(flat_market.is_undefined(name)) << name;

    const FinishedRun idle = beside({1000, 1000}, {1100, 990});
    EXPECT_EQ(idle["beta"], 0);
    EXPECT_EQ(idle["alpha"], 0);
    EXPECT_TRUE(idle.is_undefined("correlation"));
}

TEST(BenchmarkMetrics, AreUndefinedWithoutDaysOrAfterRuin) {
    for (const FinishedRun& run : {beside({}, {}), beside({1100}, {1200}), beside({0, 10, 20}, {900, 990, 1000})}) {
        for (const char* name : {"alpha", "beta", "correlation"}) EXPECT_TRUE(run.is_undefined(name)) << name;
    }
    EXPECT_TRUE(beside({}, {}).is_undefined("buy_and_hold"));
}

}  // namespace
}  // namespace ct::analyzers
