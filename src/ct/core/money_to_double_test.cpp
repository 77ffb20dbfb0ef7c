#include <charconv>
#include <cstdint>
#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "ct/core/int128.hpp"
#include "ct/core/money.hpp"
#include "support/numbers.hpp"
#include "support/random.hpp"

namespace ct {
namespace {

using test::money;

/// The nearest double by way of the decimal text.
double slowly(const Money& amount) {
    const std::string text = amount.text();
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

TEST(MoneyToDouble, WholeAmountsAreExact) {
    for (std::int64_t units = 0; units < 100'000; ++units) {
        ASSERT_EQ(Money::units(units).to_double(), static_cast<double>(units));
        ASSERT_EQ(Money::units(-units).to_double(), static_cast<double>(-units));
    }
}

TEST(MoneyToDouble, IsTheNearestDouble) {
    EXPECT_EQ(money("9700").to_double(), 9700.0);  // 9.7 x 10^21 counts are no double
    EXPECT_EQ(money("0.1").to_double(), 0.1);
    EXPECT_EQ(money("-12345.678901").to_double(), -12345.678901);
    EXPECT_EQ(money("0.000000000000000001").to_double(), 1e-18);
    EXPECT_EQ(money("9007199254740993").to_double(), 9007199254740992.0);                     // a tie: to even
    EXPECT_EQ(money("9007199254740993.000000000000000001").to_double(), 9007199254740994.0);  // above the tie
    EXPECT_EQ(test::most_money().to_double(), slowly(test::most_money()));
    EXPECT_EQ(test::least_money().to_double(), slowly(test::least_money()));
    constexpr std::uint64_t kSeed = 20240131;
    SCOPED_TRACE(fmt::format("seed {}", kSeed));
    test::Random random(kSeed);
    for (int i = 0; i < 100'000; ++i) {
        const uint128 bits =
            (uint128{random.next()} << 64U | random.next()) >> static_cast<unsigned>(random.between(1, 127));
        const Money amount{random.once_in(2) ? static_cast<int128>(bits) : -static_cast<int128>(bits)};
        ASSERT_EQ(amount.to_double(), slowly(amount)) << amount.text();
    }
}

}  // namespace
}  // namespace ct
