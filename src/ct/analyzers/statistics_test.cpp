#include "ct/analyzers/statistics.hpp"

#include <cmath>
#include <limits>
#include <vector>

#include <gtest/gtest.h>

namespace ct::analyzers {
namespace {

TEST(Statistics, KnownAnswers) {
    const std::vector<double> values = {1, 2, 3, 6};
    EXPECT_EQ(mean(values), 3);
    // Squared distances 4 + 1 + 0 + 9 over 3.
    EXPECT_DOUBLE_EQ(deviation(values), std::sqrt(14.0 / 3));
    EXPECT_DOUBLE_EQ(root_mean_square(values), std::sqrt(50.0 / 4));
    // (-2 x 1) + (-1 x -1) + 0 + (3 x 0) over 3.
    EXPECT_DOUBLE_EQ(covariance(values, std::vector<double>{3, 1, 2, 2}), -1.0 / 3);
}

TEST(Statistics, OfTooFewValuesAreUndefined) {
    EXPECT_TRUE(std::isnan(mean({})));
    EXPECT_TRUE(std::isnan(root_mean_square({})));
    EXPECT_TRUE(std::isnan(deviation({})));
    EXPECT_TRUE(std::isnan(deviation(std::vector<double>{1})));
    EXPECT_TRUE(std::isnan(covariance({}, {})));
}

TEST(Statistics, ARatioIsFiniteOrUndefined) {
    EXPECT_EQ(ratio(1, 4), 0.25);
    EXPECT_TRUE(std::isnan(ratio(1, 0)));
    EXPECT_TRUE(std::isnan(ratio(0, 0)));
    EXPECT_TRUE(std::isnan(ratio(std::numeric_limits<double>::max(), 0.5)));
}

}  // namespace
}  // namespace ct::analyzers
