#include "ct/report/rolling_sharpe.hpp"

#include <cmath>
#include <vector>

#include <gtest/gtest.h>

namespace ct::report {
namespace {

TEST(RollingSharpe, LooksBackOverItsWindow) {
    const std::vector<double> returns = {0.01, 0.03, -0.01, 0.01};
    const auto values = rolling_sharpe(returns, 2);
    ASSERT_EQ(values.size(), 4U);
    EXPECT_TRUE(std::isnan(values[0]));
    EXPECT_NEAR(values[1], 0.02 / (0.01 * std::sqrt(2)) * std::sqrt(365), 1e-9);
    EXPECT_NEAR(values[2], 0.01 / (0.02 * std::sqrt(2)) * std::sqrt(365), 1e-9);
    EXPECT_NEAR(values[3], 0, 1e-9);
}

TEST(RollingSharpe, IsUndefinedWithoutSpreadOrEnoughDays) {
    EXPECT_TRUE(std::isnan(rolling_sharpe(std::vector{0.0, 0.0}, 2)[1]));
    EXPECT_TRUE(std::isnan(rolling_sharpe(std::vector{0.1, 0.2}, 3)[1]));
    EXPECT_TRUE(rolling_sharpe({}, 30).empty());
    EXPECT_TRUE(std::isnan(annual_sharpe(std::vector{0.1})));
}

}  // namespace
}  // namespace ct::report
