#include "ct/strategies/size.hpp"

#include <cstdint>
#include <string>

#include <gtest/gtest.h>

#include "ct/core/money.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/result.hpp"
#include "support/numbers.hpp"

namespace ct::strategies {
namespace {

using test::money;

constexpr Scale kScale{2, 3};
constexpr Price kHundred{10'000};

/// The quantity of a size at a price of 100.00 with an equity of 10 000, in thousandths.
std::int64_t count_of(const char* size, Price price = kHundred, const char* equity = "10000") {
    return OrderSize::parse(size).value().at(price, money(equity), kScale).value().count;
}

TEST(OrderSize, OfAPlainNumberIsInTheBaseAsset) {
    EXPECT_EQ(count_of("1"), 1'000);
    EXPECT_EQ(count_of("0.5"), 500);
    EXPECT_EQ(count_of("0.5", {1}, "-7"), 500);  // whatever the price and the equity
    EXPECT_EQ(count_of("2e2"), 200'000);
}

TEST(OrderSize, OfAPlainNumberIsFlooredToTheGrid) {
    EXPECT_EQ(count_of("1.2349"), 1'234);
    EXPECT_EQ(count_of("0.0009"), 0);
    EXPECT_EQ(count_of("0.00000000000000000000000000000001"), 0);
    EXPECT_EQ(count_of("1e-300"), 0);
}

TEST(OrderSize, OfAPercentageIsAShareOfTheEquity) {
    EXPECT_EQ(count_of("95%"), 95'000);
    EXPECT_EQ(count_of("0.5%"), 500);
    EXPECT_EQ(count_of("200%"), 200'000);
    EXPECT_EQ(count_of("50%", {333}), 1'501'501);  // 5000 / 3.33 = 1501.5015...
}

TEST(OrderSize, OfAPercentageNeverRoundsUp) {
    // At a price of 10^-18, half of three counts of money buys one.
    const OrderSize half = OrderSize::parse("50%").value();
    EXPECT_EQ(half.at({1}, {3}, {18, 0}).value(), Quantity{1});
    EXPECT_EQ(half.at({1}, {1}, {18, 0}).value(), Quantity{0});
}

TEST(OrderSize, OfAPercentageOfADebtIsNegativeAndNeverRoundsTowardsAPosition) {
    EXPECT_EQ(count_of("50%", kHundred, "-10000"), -50'000);
    EXPECT_EQ(count_of("50%", kHundred, "-0.0001"), -1);
    EXPECT_EQ(count_of("50%", kHundred, "0"), 0);
}

TEST(OrderSize, OfAQuoteAmountIsWhatItBuys) {
    EXPECT_EQ(count_of("5000quote"), 50'000);
    EXPECT_EQ(count_of("0.1quote"), 1);
    EXPECT_EQ(count_of("0.0999quote"), 0);
    EXPECT_EQ(count_of("100quote", {333}), 30'030);  // 30.030030...
}

TEST(OrderSize, IsExactWhereADoubleIsNot) {
    // 70 % of 0.1 at 0.01 is 7; 0.7 x 0.1 is 0.06999999999999999 in doubles.
    EXPECT_EQ(count_of("70%", {1}, "0.1"), 7'000);
    EXPECT_EQ(count_of("0.07quote", {1}), 7'000);
}

TEST(OrderSize, ThatIsNoPositiveAmountIsAnError) {
    for (const std::string text : {"",
                                   " ",
                                   "0",
                                   "-1",
                                   "abc",
                                   "1 ",
                                   " 1",
                                   "1,5",
                                   "1..5",
                                   "nan",
                                   "inf",
                                   "0x10",
                                   "%",
                                   "0%",
                                   "-5%",
                                   "50 %",
                                   "50%%",
                                   "50%quote",
                                   "quote",
                                   "0quote",
                                   "-5quote",
                                   "5000 quote",
                                   "5000QUOTE",
                                   "quote5000",
                                   "1e",
                                   "1e400",
                                   "0.00000000001%",
                                   "99999999999999999999999999999999999999999"}) {
        const auto size = OrderSize::parse(text);
        ASSERT_FALSE(size) << text;
        EXPECT_EQ(size.error().code, ErrorCode::kInvalidArgument);
        EXPECT_EQ(size.error().message, "size '" + text + "' is not a positive amount such as 0.5, 95% or 5000quote");
    }
}

TEST(OrderSize, ThatDoesNotFitIsAnOverflow) {
    const auto overflows = [](const char* size, Price price, const Money& equity) {
        const auto quantity = OrderSize::parse(size).value().at(price, equity, {0, 18});
        return !quantity && quantity.error().code == ErrorCode::kOverflow;
    };
    EXPECT_TRUE(overflows("10", {1}, money("1")));    // 10^19 counts
    EXPECT_TRUE(overflows("1e30", {1}, money("1")));  // past 128 bits on the way
    EXPECT_TRUE(overflows("10quote", {1}, money("1")));
    EXPECT_TRUE(overflows("100%", {1}, money("10")));
    EXPECT_TRUE(overflows("900000000%", {1}, test::most_money()));
    EXPECT_FALSE(overflows("9", {1}, money("1")));
}

}  // namespace
}  // namespace ct::strategies
