#include "ct/indicators/binary_grid.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>

#include <gtest/gtest.h>

#include "support/kernels.hpp"

namespace ct::indicators {
namespace {

std::uint64_t exponent(double value) { return BinaryGrid::exponent_of(value); }

TEST(BinaryGrid, CoversNothingUntilItIsPlaced) {
    const BinaryGrid grid(50);
    for (const double value : {0.0, 1.0, 1e-300, 1e300, -1.0, 5e-324, test::kInfinity, test::kNan}) {
        EXPECT_FALSE(grid.covers(value)) << value;
        EXPECT_NE(grid.outside(value) >> 63U, 0U) << value;
    }
    EXPECT_EQ(grid.value(0), 0.0);
}

TEST(BinaryGrid, CoversAsMuchBelowAsAbove) {
    BinaryGrid grid(50);  // 50 values need 6 bits: 11 - 6 = 5 binary orders may lie above the lowest one
    ASSERT_TRUE(grid.place(exponent(1.0), exponent(3.0)));
    EXPECT_TRUE(grid.covers(0.25));
    EXPECT_TRUE(grid.covers(std::nextafter(16.0, 0)));
    EXPECT_FALSE(grid.covers(std::nextafter(0.25, 0)));
    EXPECT_FALSE(grid.covers(16.0));
    EXPECT_FALSE(grid.covers(-1.0));
    EXPECT_FALSE(grid.covers(0.0));
    EXPECT_FALSE(grid.covers(test::kNan));
    EXPECT_EQ(grid.outside(1.0) >> 63U, 0U);
    EXPECT_NE(grid.outside(16.0) >> 63U, 0U);
    EXPECT_NE(grid.outside(-1.0) >> 63U, 0U);
}

TEST(BinaryGrid, CannotBePlacedOverTooMuchOrNearTheEnds) {
    BinaryGrid grid(50);
    EXPECT_TRUE(grid.place(exponent(1.0), exponent(32.0)));
    EXPECT_FALSE(grid.place(exponent(1.0), exponent(64.0)));
    EXPECT_FALSE(grid.place(exponent(0.0), exponent(0.0)));
    EXPECT_FALSE(grid.place(exponent(1e-300), exponent(1e-300)));
    EXPECT_FALSE(grid.place(exponent(1e300), exponent(1e300)));
    EXPECT_FALSE(grid.place(exponent(-1.0), exponent(-1.0)));
    EXPECT_FALSE(grid.place(exponent(test::kInfinity), exponent(test::kNan)));
}

TEST(BinaryGrid, CountsAreExact) {
    BinaryGrid grid(4);
    ASSERT_TRUE(grid.place(exponent(1.0), exponent(1.0)));
    for (const double value : {0.1, 1.0, std::nextafter(2.0, 0), 3.3, 31.9}) {
        ASSERT_TRUE(grid.covers(value));
        EXPECT_EQ(grid.value(grid.count(value)), value);
    }
    EXPECT_EQ(grid.value(grid.count(0.1) + grid.count(0.2)), 0.1 + 0.2);
    EXPECT_EQ(grid.value(grid.count(1.0) * 3), 3.0);
}

TEST(BinaryGrid, TheLargestWindowsFit) {
    for (const std::size_t values : {1U, 2U, 3U, 4U, 5U, 1'024U, 1'025U, 2'047U, 2'048U}) {
        BinaryGrid grid(values);
        double largest = 1.0;
        ASSERT_TRUE(grid.place(exponent(largest), exponent(largest)));
        while (grid.covers(largest * 2)) largest *= 2;
        largest = std::nextafter(largest * 2, 0);
        ASSERT_TRUE(grid.covers(largest));
        const std::uint64_t count = grid.count(largest);
        EXPECT_LE(count, ~std::uint64_t{0} / values);
        EXPECT_EQ(grid.value(count * values), largest * static_cast<double>(values));
    }
}

TEST(BinaryGrid, ValueRoundsTiesToEven) {
    BinaryGrid grid(1);
    ASSERT_TRUE(grid.place(exponent(1.0), exponent(1.0)));
    const double unit = grid.value(1);
    const std::uint64_t top = std::uint64_t{1} << 63U;  // doubles are 2^11 apart here
    EXPECT_EQ(grid.value(top + 1'024), std::ldexp(unit, 63));
    EXPECT_EQ(grid.value(top + 1'025), std::ldexp(unit, 63) + std::ldexp(unit, 11));
    EXPECT_EQ(grid.value(top + 3'072), std::ldexp(unit, 63) + std::ldexp(unit, 12));
    EXPECT_EQ(grid.value(~std::uint64_t{0}), std::ldexp(unit, 64));
}

}  // namespace
}  // namespace ct::indicators
