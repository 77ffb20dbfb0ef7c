#include "ct/core/money.hpp"

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "ct/core/decimal.hpp"
#include "ct/core/int128.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/rate.hpp"
#include "ct/core/result.hpp"
#include "support/decimal_text.hpp"
#include "support/numbers.hpp"
#include "support/random.hpp"

namespace ct {
namespace {

using test::DecimalText;
using test::least_money;
using test::money;
using test::most_money;
using test::rate;

constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();
constexpr Rounding kRoundings[] = {Rounding::kDown, Rounding::kUp, Rounding::kFloor, Rounding::kCeil,
                                   Rounding::kHalfEven};

/// Amounts of all sizes and both signs.
Money random_money(test::Random& random, int most_bits = 127) {
    const uint128 bits = uint128{random.next()} << 64U | random.next();
    const auto magnitude = static_cast<int128>(bits >> static_cast<unsigned>(random.between(128 - most_bits, 127)));
    return {random.once_in(2) ? magnitude : -magnitude};
}

TEST(Money, ReadsAndWritesText) {
    EXPECT_EQ(money("10000.5").count, int128{10'000'500'000'000'000'000U} * 1'000);
    EXPECT_EQ(money("10000.5").text(), "10000.5");
    EXPECT_EQ(money("-0.000000000000000001").count, -1);
    EXPECT_EQ(money("-0.5").text(), "-0.5");
    EXPECT_EQ(Money().text(), "0");
    EXPECT_EQ(Money::units(-3).text(), "-3");
    EXPECT_EQ(Money::units(kMost).text(), "9223372036854775807");
    EXPECT_EQ(money("170141183460469231731.687303715884105727"), most_money());
    EXPECT_EQ(least_money().text(), "-170141183460469231731.687303715884105728");
    EXPECT_EQ(money(least_money().text()), least_money());
    EXPECT_EQ(Money::parse("170141183460469231731.687303715884105728").error().code, ErrorCode::kOverflow);
    EXPECT_EQ(Money::parse("1e21").error().code, ErrorCode::kOverflow);
    EXPECT_EQ(Money::parse("1e-19").error().message, "'1e-19' has 19 decimals, money has at most 18");
    EXPECT_EQ(Money::parse("ten").error().code, ErrorCode::kInvalidArgument);
    EXPECT_EQ(Money::parse("").error().code, ErrorCode::kInvalidArgument);
}

TEST(Money, TextRoundTrips) {
    constexpr std::uint64_t kSeed = 111;
    SCOPED_TRACE(fmt::format("seed {}", kSeed));
    test::Random random(kSeed);
    for (int i = 0; i < 50'000; ++i) {
        const Money amount = random_money(random);
        ASSERT_EQ(money(amount.text()), amount);
        ASSERT_EQ(money(amount.text()).text(), amount.text());
    }
}

TEST(Money, SignAndOrder) {
    EXPECT_LT(money("-1"), money("0.5"));
    EXPECT_EQ(-money("1.5"), money("-1.5"));
    EXPECT_EQ(abs(money("-1.5")), money("1.5"));
    EXPECT_EQ(abs(money("1.5")), money("1.5"));
}

TEST(Money, SumsAndDifferences) {
    EXPECT_EQ(add(money("0.1"), money("0.2")).value(), money("0.3"));
    EXPECT_EQ(subtract(money("0.1"), money("0.3")).value(), money("-0.2"));
    EXPECT_EQ(add(most_money(), Money{1}).error().code, ErrorCode::kOverflow);
    EXPECT_EQ(add(least_money(), Money{-1}).error().code, ErrorCode::kOverflow);
    EXPECT_EQ(subtract(least_money(), Money{1}).error().code, ErrorCode::kOverflow);
    EXPECT_EQ(subtract(Money{}, least_money()).error().code, ErrorCode::kOverflow);
    EXPECT_EQ(subtract(most_money(), most_money()).value(), Money{});
    EXPECT_EQ(add(most_money(), least_money()).value(), Money{-1});
}

TEST(Money, AddAndSubtractAreInverse) {
    constexpr std::uint64_t kSeed = 112;
    SCOPED_TRACE(fmt::format("seed {}", kSeed));
    test::Random random(kSeed);
    int overflows = 0;
    for (int i = 0; i < 100'000; ++i) {
        const Money a = random_money(random);
        const Money b = random_money(random);
        const auto sum = add(a, b);
        if (!sum) {
            ++overflows;
            continue;
        }
        ASSERT_EQ(subtract(*sum, b).value(), a);
        ASSERT_EQ(add(b, a).value(), *sum);
    }
    EXPECT_GT(overflows, 0);
    EXPECT_LT(overflows, 5'000);
}

TEST(Money, ScaleKeepsWithin18Decimals) {
    EXPECT_EQ(Scale::make(2, 8).value(), (Scale{2, 8}));
    EXPECT_EQ(Scale::make(18, 0).value(), (Scale{18, 0}));
    for (const Scale& bad :
         {Scale{10, 9}, Scale{-1, 3}, Scale{3, -1}, Scale{19, 0}, Scale{0, 19}, Scale{kMaxDecimals + 2, -2},
          Scale{std::numeric_limits<int>::max(), std::numeric_limits<int>::max()}}) {
        EXPECT_EQ(Scale::make(bad.price_decimals, bad.quantity_decimals).error().code, ErrorCode::kInvalidArgument);
    }
    const std::string message = Scale::make(10, 9).error().message;
    EXPECT_NE(message.find("10"), std::string::npos);
    EXPECT_NE(message.find('9'), std::string::npos);
}

TEST(Money, NotionalIsExact) {
    EXPECT_EQ(notional({4'321'012}, {150'000'000}, {2, 8}).value(), money("64815.18"));
    EXPECT_EQ(notional({1}, {-1}, {9, 9}).value(), Money{-1});
    EXPECT_EQ(notional({kMost}, {kMost}, {9, 9}).value(), money("85070591730234615847.396907784232501249"));
    EXPECT_EQ(notional({kLeast}, {kLeast}, {9, 9}).value().count, static_cast<int128>(uint128{1} << 126U));
    EXPECT_EQ(notional({kMost}, {kMost}, {9, 8}).error().code, ErrorCode::kOverflow);
    EXPECT_EQ(notional({kMost}, {kMost}, {0, 0}).error().code, ErrorCode::kOverflow);
}

TEST(Money, NotionalEqualsSchoolArithmetic) {
    constexpr std::uint64_t kSeed = 113;
    SCOPED_TRACE(fmt::format("seed {}", kSeed));
    test::Random random(kSeed);
    int exact = 0;
    for (int i = 0; i < 50'000; ++i) {
        const Scale scale{static_cast<int>(random.between(0, 9)), static_cast<int>(random.between(0, 9))};
        const Price price{random.of_any_size()};
        const Quantity quantity{random.of_any_size()};
        const auto product = notional(price, quantity, scale);
        const std::string expected = (DecimalText(text(price, scale)) * DecimalText(text(quantity, scale))).text();
        if (product) {
            ASSERT_EQ(product->text(), expected);
            ++exact;
        } else {
            ASSERT_FALSE(Money::parse(expected)) << expected;
        }
    }
    EXPECT_GT(exact, 25'000);
}

TEST(Money, MultiplyKnownAnswers) {
    EXPECT_EQ(multiply(money("64815.18"), rate("0.001"), Rounding::kUp).value(), money("64.81518"));
    EXPECT_EQ(multiply(money("-100"), rate("0.0005"), Rounding::kFloor).value(), money("-0.05"));
    const Money unit{1};
    const Rate tiny{1};
    EXPECT_EQ(multiply(unit, tiny, Rounding::kDown).value(), Money{0});
    EXPECT_EQ(multiply(unit, tiny, Rounding::kUp).value(), Money{1});
    EXPECT_EQ(multiply(-unit, tiny, Rounding::kUp).value(), Money{-1});
    EXPECT_EQ(multiply(-unit, tiny, Rounding::kFloor).value(), Money{-1});
    EXPECT_EQ(multiply(-unit, tiny, Rounding::kCeil).value(), Money{0});
    EXPECT_EQ(multiply(most_money(), rate("1"), Rounding::kHalfEven).value(), most_money());
    EXPECT_EQ(multiply(least_money(), rate("1"), Rounding::kHalfEven).value(), least_money());
    EXPECT_EQ(multiply(most_money(), rate("1.000000000001"), Rounding::kDown).error().code, ErrorCode::kOverflow);
    EXPECT_EQ(multiply(least_money(), rate("-1"), Rounding::kDown).error().code, ErrorCode::kOverflow);
}

TEST(Money, MultiplyTakesATieToTheEvenProduct) {
    const Rate half = rate("0.5");
    const Rate two_and_a_half = rate("2.5");
    for (int count = -9; count <= 9; ++count) {  // x 0.5 and x 2.5 of an odd count is a tie
        const Money amount{int128{count} + (count < 0 ? -1 : 1) * int128{Rate::kOne}};
        for (const Rate& each : {half, two_and_a_half}) {
            const std::string expected =
                (DecimalText(amount.text()) * DecimalText(each.text())).rounded(18, Rounding::kHalfEven).text();
            EXPECT_EQ(multiply(amount, each, Rounding::kHalfEven).value().text(), expected);
        }
    }
    // Whole part odd, rest exactly half: 1.5 counts are 2, not 1.
    EXPECT_EQ(multiply(Money{int128{Rate::kOne} * 3 / 2}, Rate{1}, Rounding::kHalfEven).value(), Money{2});
    EXPECT_EQ(multiply(Money{int128{Rate::kOne} * 5 / 2}, Rate{1}, Rounding::kHalfEven).value(), Money{2});
    EXPECT_EQ(multiply(Money{int128{Rate::kOne} * -3 / 2}, Rate{1}, Rounding::kHalfEven).value(), Money{-2});
}

TEST(Money, MultiplyEqualsSchoolArithmetic) {
    constexpr std::uint64_t kSeed = 114;
    SCOPED_TRACE(fmt::format("seed {}", kSeed));
    test::Random random(kSeed);
    int fits = 0;
    for (int i = 0; i < 50'000; ++i) {
        const Money amount = random_money(random);
        // Often a rate that gives ties.
        const Rate by{random.once_in(3) ? random.between(-7, 7) * Rate::kOne / 2 : random.of_any_size()};
        const Rounding rounding = kRoundings[random.between(0, 4)];
        const std::string expected = (DecimalText(amount.text()) * DecimalText(by.text())).rounded(18, rounding).text();
        const auto product = multiply(amount, by, rounding);
        if (product) {
            ASSERT_EQ(product->text(), expected) << amount.text() << " x " << by.text();
            ++fits;
        } else {
            ASSERT_FALSE(Money::parse(expected)) << amount.text() << " x " << by.text();
        }
    }
    EXPECT_GT(fits, 25'000);
}

TEST(Money, AffordableFloorsToTheGrid) {
    EXPECT_EQ(affordable(money("100"), {3'000}, {2, 3}).value(), Quantity{3'333});
    EXPECT_EQ(affordable(money("0"), {3'000}, {2, 3}).value(), Quantity{0});
    EXPECT_EQ(affordable(money("-100"), {3'000}, {2, 3}).value(), Quantity{-3'334});
    EXPECT_EQ(affordable(Money::units(kMost), {1}, {0, 0}).value(), Quantity{kMost});
    EXPECT_EQ(affordable(most_money(), {1}, {0, 0}).error().code, ErrorCode::kOverflow);
    EXPECT_EQ(affordable(least_money(), {1}, {0, 0}).error().code, ErrorCode::kOverflow);
    EXPECT_EQ(affordable(most_money(), {kMost}, {0, 0}).value(), Quantity{18});
}

TEST(Money, AffordableIsTheMostThatFits) {
    constexpr std::uint64_t kSeed = 115;
    SCOPED_TRACE(fmt::format("seed {}", kSeed));
    test::Random random(kSeed);
    int checked = 0;
    for (int i = 0; i < 100'000; ++i) {
        const Scale scale{static_cast<int>(random.between(0, 9)), static_cast<int>(random.between(0, 9))};
        const Price price{random.between(1, pow10_int(static_cast<int>(random.between(0, 18))))};
        const Money amount = random_money(random, 100);
        const auto quantity = affordable(amount, price, scale);
        if (!quantity) continue;
        ASSERT_LE(notional(price, *quantity, scale).value(), amount);
        ASSERT_GT(notional(price, *quantity + Quantity{1}, scale).value(), amount);
        ++checked;
    }
    EXPECT_GT(checked, 50'000);
}

TEST(Money, PerUnitKnownAnswers) {
    EXPECT_EQ(per_unit(money("100"), {3'000}, {0, 3}).value(), money("33.333333333333333333"));
    EXPECT_EQ(per_unit(money("200"), {3}, {0, 0}).value(), money("66.666666666666666667"));
    EXPECT_EQ(per_unit(money("-100"), {-4}, {0, 0}).value(), money("25"));
    EXPECT_EQ(per_unit(money("100"), {-4}, {0, 0}).value(), money("-25"));
    // Ties go to the even count, whatever part of the quotient is odd.
    EXPECT_EQ(per_unit(Money{1}, {2}, {0, 0}).value(), Money{0});
    EXPECT_EQ(per_unit(Money{3}, {2}, {0, 0}).value(), Money{2});
    EXPECT_EQ(per_unit(Money{5}, {2}, {0, 0}).value(), Money{2});
    EXPECT_EQ(per_unit(Money{-3}, {2}, {0, 0}).value(), Money{-2});
    EXPECT_EQ(per_unit(most_money(), {1}, {0, 0}).value(), most_money());
    EXPECT_EQ(per_unit(most_money(), {1}, {0, 1}).error().code, ErrorCode::kOverflow);
    EXPECT_EQ(per_unit(least_money(), {-1}, {0, 0}).error().code, ErrorCode::kOverflow);
    EXPECT_EQ(per_unit(least_money(), {kLeast}, {0, 18}).error().code, ErrorCode::kOverflow);
    EXPECT_EQ(per_unit(money("1"), {kLeast}, {0, 0}).value(), Money{0});
}

TEST(Money, PerUnitRoundsOnce) {
    constexpr std::uint64_t kSeed = 116;
    SCOPED_TRACE(fmt::format("seed {}", kSeed));
    test::Random random(kSeed);
    for (int i = 0; i < 100'000; ++i) {
        const Scale scale{0, static_cast<int>(random.between(0, 18))};
        const Money amount = random_money(random, 66);
        const Quantity quantity{random.once_in(2) ? random.between(1, 20) : random.between(1, kMost)};
        const int128 expected =
            divide(amount.count * pow10_int(scale.quantity_decimals), quantity.count, Rounding::kHalfEven);
        ASSERT_EQ(per_unit(amount, quantity, scale).value(), Money{expected});
        ASSERT_EQ(per_unit(amount, -quantity, scale).value(), Money{-expected});
    }
}

TEST(Price, TextAndDoubles) {
    const Scale scale{2, 8};
    EXPECT_EQ(text(Price{4'321'010}, scale), "43210.1");
    EXPECT_EQ(text(Quantity{-150'000}, scale), "-0.0015");
    EXPECT_EQ(to_double(Price{4'321'012}, scale), 43210.12);
    EXPECT_EQ(to_double(Quantity{-150'000}, scale), -0.0015);
    EXPECT_LT(Price{1}, Price{2});
}

TEST(Price, FromDoubles) {
    EXPECT_EQ(price_from_double(43210.12, 2).value(), Price{4'321'012});
    EXPECT_EQ(price_from_double(1.08e-06, 8).value(), Price{108});
    EXPECT_EQ(price_from_double(0, 8).value(), Price{0});
    EXPECT_EQ(price_from_double(-1.5, 1).value(), Price{-15});
    EXPECT_EQ(price_from_double(4e18, 0).value(), Price{4'000'000'000'000'000'000});
    EXPECT_EQ(price_from_double(5e18, 0).error().code, ErrorCode::kOverflow);
    EXPECT_EQ(price_from_double(-5e18, 0).error().code, ErrorCode::kOverflow);
    EXPECT_EQ(price_from_double(1e10, 12).error().code, ErrorCode::kOverflow);
    EXPECT_EQ(price_from_double(1e308, 12).error().code, ErrorCode::kOverflow);
}

TEST(Price, DoublesOfUpTo15DigitsRoundTrip) {
    constexpr std::uint64_t kSeed = 117;
    SCOPED_TRACE(fmt::format("seed {}", kSeed));
    test::Random random(kSeed);
    for (int i = 0; i < 200'000; ++i) {
        const Scale scale{static_cast<int>(random.between(0, 12)), 0};
        const Price price{random.between(0, pow10_int(static_cast<int>(random.between(1, 15))))};
        ASSERT_EQ(price_from_double(to_double(price, scale), scale.price_decimals).value(), price)
            << text(price, scale);
    }
}

TEST(Quantity, Arithmetic) {
    EXPECT_EQ(Quantity{5} + Quantity{-7}, Quantity{-2});
    EXPECT_EQ(Quantity{5} - Quantity{7}, Quantity{-2});
    EXPECT_EQ(-Quantity{5}, Quantity{-5});
    EXPECT_EQ(abs(Quantity{-5}), Quantity{5});
    EXPECT_EQ(abs(Quantity{5}), Quantity{5});
    EXPECT_LT(Quantity{-1}, Quantity{0});
}

}  // namespace
}  // namespace ct
