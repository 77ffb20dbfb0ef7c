#include "ct/indicators/division.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>

#include <gtest/gtest.h>

#include "support/kernels.hpp"
#include "support/random.hpp"

namespace ct::indicators {
namespace {

using test::bits;
using test::Random;

bool covers(double value) { return (Division::inside(value) & Division::kInsideBit) != 0; }

TEST(Division, KnownAnswers) {
    EXPECT_EQ(Division(3).quotient(1), 1.0 / 3);
    EXPECT_EQ(Division(49).quotient(49), 1);  // a plain product with the reciprocal misses this one
    EXPECT_EQ(Division(10).quotient(-0.1 * 10), -0.1);
    EXPECT_EQ(Division(1).quotient(1e-100), 1e-100);
    EXPECT_EQ(Division(7)(0.0), 0);
}

TEST(Division, CoversTheMiddleOfTheRange) {
    for (const double value : {1.0, -1.0, 1e150, -1e-150, 0x1p-511, std::nextafter(0x1p513, 0)}) {
        EXPECT_TRUE(covers(value)) << value;
    }
    for (const double value :
         {0.0, -0.0, 5e-324, std::nextafter(0x1p-511, 0), 0x1p513, 1e300, test::kInfinity, test::kNan}) {
        EXPECT_FALSE(covers(value)) << value;
    }
}

TEST(Division, EqualsTheDividerOnRandomValues) {
    constexpr std::uint64_t kSeed = 7;
    Random random(kSeed);
    for (int i = 0; i < 3'000'000; ++i) {
        const auto n = static_cast<std::size_t>(random.between(1, random.once_in(2) ? 1'000 : Division::kMaxDivisor));
        const double value =
            std::ldexp(static_cast<double>(random.next() >> 11U), static_cast<int>(random.between(-500, 400)));
        if (!covers(value)) continue;
        ASSERT_EQ(bits(Division(n).quotient(value)), bits(value / static_cast<double>(n))) << value << " / " << n;
    }
}

TEST(Division, EqualsTheDividerNextToEveryKindOfTie) {
    // Values whose quotients lie as near to the middle between two doubles as they can.
    constexpr std::uint64_t kSeed = 8;
    Random random(kSeed);
    for (int i = 0; i < 1'000'000; ++i) {
        const auto n = static_cast<std::size_t>(random.between(1, Division::kMaxDivisor));
        const std::uint64_t quotient = random.next() >> 11U | std::uint64_t{1} << 52U;
        const long double middle = (static_cast<long double>(quotient) + 0.5L) * static_cast<long double>(n);
        double value = std::nextafter(static_cast<double>(middle), 0);
        for (int step = 0; step < 3; ++step, value = std::nextafter(value, 1e300)) {
            ASSERT_EQ(bits(Division(n).quotient(value)), bits(value / static_cast<double>(n))) << value << " / " << n;
        }
    }
}

}  // namespace
}  // namespace ct::indicators
