#include "ct/core/grid.hpp"

#include <limits>

#include <gtest/gtest.h>

#include "ct/core/result.hpp"

namespace ct {
namespace {

TEST(ToGrid, RoundsDownOrUp) {
    EXPECT_EQ(to_grid(1.239, 2, false, "x").value(), 123);
    EXPECT_EQ(to_grid(1.231, 2, true, "x").value(), 124);
    EXPECT_EQ(to_grid(-1.239, 2, false, "x").value(), -124);
}

TEST(ToGrid, KeepsWhatWasWrittenOnTheGrid) {
    EXPECT_EQ(to_grid(0.29, 2, false, "x").value(), 29);  // 0.29 x 100 is 28.999999999999996
    EXPECT_EQ(to_grid(1.1, 1, true, "x").value(), 11);    // 1.1 x 10 is 11.000000000000002
}

TEST(ToGrid, RefusesWhatIsNoNumberOrDoesNotFit) {
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    for (const double value : {std::numeric_limits<double>::quiet_NaN(), kInfinity, -kInfinity}) {
        EXPECT_EQ(to_grid(value, 2, false, "x").error().code, ErrorCode::kInvalidArgument);
    }
    EXPECT_EQ(to_grid(1e300, 2, false, "x").error().code, ErrorCode::kOverflow);
    EXPECT_EQ(to_grid(9.3, 18, false, "x").error().code, ErrorCode::kOverflow);
}

}  // namespace
}  // namespace ct
