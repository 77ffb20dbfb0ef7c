#include "ct/analyzers/column_scan.hpp"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <gtest/gtest.h>

#include "support/random.hpp"

namespace ct::analyzers {
namespace {

std::uint64_t bits(double value) { return std::bit_cast<std::uint64_t>(value); }

TEST(ColumnScan, EqualsItsSlowTwinsToTheBit) {
    constexpr std::uint64_t kSeed = 11;
    test::Random random(kSeed);
    for (std::size_t size = 1; size < 200; ++size) {
        std::vector<double> values(size);
        for (double& value : values) value = static_cast<double>(random.next() % 7) - 3;
        for (double& value : values) {
            if (random.next() % 4 == 0) value = random.next() % 2 == 0 ? 0.0 : -0.0;
        }
        const ValueRange fast = range_of(values);
        const ValueRange slow = range_of_each(values);
        EXPECT_EQ(bits(fast.min), bits(slow.min)) << "seed " << kSeed << " size " << size;
        EXPECT_EQ(bits(fast.max), bits(slow.max)) << "seed " << kSeed << " size " << size;
        EXPECT_EQ(count_positive(values), count_positive_each(values)) << "seed " << kSeed << " size " << size;
    }
}

TEST(ColumnScan, FindsTheExtremesAtEveryPlace) {
    for (std::size_t size = 1; size < 40; ++size) {
        for (std::size_t at = 0; at < size; ++at) {
            std::vector<double> values(size, 5.0);
            values[at] = -1;
            EXPECT_EQ(range_of(values).min, -1);
            EXPECT_EQ(range_of(values).max, size == 1 ? -1 : 5);
            values[at] = 9;
            EXPECT_EQ(range_of(values).max, 9);
        }
    }
}

}  // namespace
}  // namespace ct::analyzers
