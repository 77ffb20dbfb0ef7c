#include "ct/indicators/crossover.hpp"

#include <initializer_list>
#include <vector>

#include <gtest/gtest.h>

#include "support/kernels.hpp"

namespace ct::indicators {
namespace {

using test::kNan;

std::vector<int> crosses(std::initializer_list<double> differences) {
    Crossover crossover;
    std::vector<int> result;
    for (const double difference : differences) result.push_back(crossover.update(difference));
    return result;
}

TEST(Crossover, SignChangesAreCrosses) {
    EXPECT_EQ(crosses({-1, 2, 3, -0.5, -7, 1e-300}), (std::vector{0, 1, 0, -1, 0, 1}));
}

TEST(Crossover, TheFirstDifferenceIsNone) {
    EXPECT_EQ(crosses({5}), (std::vector{0}));
    EXPECT_EQ(crosses({-5}), (std::vector{0}));
    EXPECT_EQ(crosses({0, 0, 5, -1}), (std::vector{0, 0, 0, -1}));
}

TEST(Crossover, TiesRememberTheSignBefore) {
    EXPECT_EQ(crosses({-1, 0, 1}), (std::vector{0, 0, 1}));
    EXPECT_EQ(crosses({-1, 0, 0, 0, 1}), (std::vector{0, 0, 0, 0, 1}));
    EXPECT_EQ(crosses({-1, 0, -1, 1}), (std::vector{0, 0, 0, 1}));  // touched without passing
    EXPECT_EQ(crosses({1, 0, -0.0, 1, 0, -1, 0, 1}), (std::vector{0, 0, 0, 0, 0, -1, 0, 1}));
}

TEST(Crossover, NanIsForgotten) {
    EXPECT_EQ(crosses({kNan, kNan, -1, 1}), (std::vector{0, 0, 0, 1}));
    EXPECT_EQ(crosses({-1, kNan, 1}), (std::vector{0, 0, 1}));
    EXPECT_EQ(crosses({test::kInfinity, -test::kInfinity}), (std::vector{0, -1}));
}

}  // namespace
}  // namespace ct::indicators
