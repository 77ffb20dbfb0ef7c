#include "ct/core/decimal.hpp"

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "ct/core/int128.hpp"
#include "ct/core/result.hpp"
#include "support/numbers.hpp"
#include "support/random.hpp"

namespace ct {
namespace {

constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();

/// "count e-decimals", or the name of the error.
std::string parsed(std::string_view text, bool keep_zeros = false) {
    const auto decimal = parse_decimal(text, keep_zeros);
    if (!decimal) return error_code_name(decimal.error().code);
    return fmt::format("{}e-{}", format_decimal(decimal->count, 0), decimal->decimals);
}

TEST(Decimal, PowersOfTen) {
    EXPECT_EQ(pow10_int(0), 1);
    EXPECT_EQ(pow10_int(18), 1'000'000'000'000'000'000);
    EXPECT_EQ(pow10_double(0), 1.0);
    EXPECT_EQ(pow10_double(22), 1e22);
    for (int i = 1; i <= 18; ++i) EXPECT_EQ(pow10_int(i), pow10_int(i - 1) * 10);
}

TEST(Decimal, ReadsPlainText) {
    EXPECT_EQ(parsed("0"), "0e-0");
    EXPECT_EQ(parsed("-0.000"), "0e-0");
    EXPECT_EQ(parsed("42"), "42e-0");
    EXPECT_EQ(parsed("+42"), "42e-0");
    EXPECT_EQ(parsed("-1.50"), "-15e-1");
    EXPECT_EQ(parsed("0.00001234"), "1234e-8");
    EXPECT_EQ(parsed("007.70"), "77e-1");
    EXPECT_EQ(parsed(".5"), "5e-1");
    EXPECT_EQ(parsed("5."), "5e-0");
    EXPECT_EQ(parsed("1200"), "1200e-0");
}

TEST(Decimal, ReadsScientificText) {
    EXPECT_EQ(parsed("1.08e-06"), "108e-8");
    EXPECT_EQ(parsed("1E3"), "1000e-0");
    EXPECT_EQ(parsed("1.5e+1"), "15e-0");
    EXPECT_EQ(parsed("-2.50e2"), "-250e-0");
    EXPECT_EQ(parsed("0e99"), "0e-0");
    EXPECT_EQ(parsed("1e-30"), "1e-30");
}

TEST(Decimal, KeepsZerosWhenAsked) {
    EXPECT_EQ(parsed("1.500", true), "1500e-3");
    EXPECT_EQ(parsed("0.00", true), "0e-2");
    EXPECT_EQ(parsed("1.50e1", true), "150e-1");
    EXPECT_EQ(parsed("1.50e5", true), "150000e-0");
    EXPECT_EQ(parsed("0e50", true), "0e-0");
    EXPECT_EQ(parsed("0", true), "0e-0");
}

TEST(Decimal, RefusesWhatIsNoNumber) {
    for (const std::string_view text :
         {"",      " ",   "-",  "+",  ".",    "-.",  "e5",  "1e",  "1e+",   "1e--5", "1e5.0",
          "1.2.3", "1,5", "1 ", " 1", "0x10", "nan", "inf", "--1", "1_000", "abc"}) {
        EXPECT_EQ(parsed(text), "invalid_argument") << "'" << text << "'";
    }
    EXPECT_EQ(parsed(std::string_view("1\0", 2)), "invalid_argument");
    EXPECT_EQ(parse_decimal("abc").error().message, "'abc' is not a decimal number");
}

TEST(Decimal, ReadsWhatFits128Bits) {
    const std::string most = "170141183460469231731687303715884105727";
    const std::string digits(38, '9');
    for (const std::string& text :
         {most, "-" + most, std::string("-170141183460469231731687303715884105728"), digits, "-" + digits}) {
        EXPECT_EQ(parsed(text), text + "e-0");
    }
    EXPECT_EQ(parsed("0." + most), most + "e-39");
    EXPECT_EQ(parsed("000000" + most), most + "e-0");
    EXPECT_EQ(parsed("1e38"), "1" + std::string(38, '0') + "e-0");
    for (const std::string& text : {std::string("170141183460469231731687303715884105728"),
                                    std::string("-170141183460469231731687303715884105729"), most + "0", digits + "9",
                                    std::string(500, '1'), std::string("1e39"), std::string("1e999999999999")}) {
        EXPECT_EQ(parsed(text), "overflow") << text;
    }
    EXPECT_EQ(parsed("1e-999999999999"), "1e-400");  // far past every use; the exponent stops there
    EXPECT_EQ(parse_decimal("1e39").error().message, "the digits of '1e39' do not fit 128 bits");
}

TEST(Decimal, CountsOfAGivenGrid) {
    EXPECT_EQ(parse_count("1.5", 2).value(), 150);
    EXPECT_EQ(parse_count("1.500000", 2).value(), 150);
    EXPECT_EQ(parse_count("-0.01", 2).value(), -1);
    EXPECT_EQ(parse_count("1e2", 0).value(), 100);
    EXPECT_EQ(parse_count("9223372036854775807", 0).value(), kMost);
    EXPECT_EQ(parse_count("-9223372036854775808", 0).value(), kLeast);
    EXPECT_EQ(parse_count("9.223372036854775807", 18).value(), kMost);
    EXPECT_EQ(parse_count("9223372036854775808", 0).error().code, ErrorCode::kOverflow);
    EXPECT_EQ(parse_count("10", 18).error().code, ErrorCode::kOverflow);
    EXPECT_EQ(parse_count("99999999999999999999999999999999999999", 18).error().code, ErrorCode::kOverflow);
    EXPECT_EQ(parse_count("1.505", 2).error().message, "'1.505' has 3 decimals, at most 2 are allowed here");
    EXPECT_EQ(parse_count("1.505", 2).error().code, ErrorCode::kInvalidArgument);
    EXPECT_EQ(parse_count("x", 2).error().code, ErrorCode::kInvalidArgument);
}

TEST(Decimal, FormatsTheShortestText) {
    EXPECT_EQ(format_decimal(0, 0), "0");
    EXPECT_EQ(format_decimal(0, 18), "0");
    EXPECT_EQ(format_decimal(15, 4), "0.0015");
    EXPECT_EQ(format_decimal(-12, 0), "-12");
    EXPECT_EQ(format_decimal(-1200, 2), "-12");
    EXPECT_EQ(format_decimal(1230, 2), "12.3");
    EXPECT_EQ(format_decimal(-1, 18), "-0.000000000000000001");
    EXPECT_EQ(format_decimal(100, 0), "100");
    EXPECT_EQ(format_decimal(test::most_money().count, 18), "170141183460469231731.687303715884105727");
    EXPECT_EQ(format_decimal(test::least_money().count, 0), "-170141183460469231731687303715884105728");
}

TEST(Decimal, TextRoundTrips) {
    constexpr std::uint64_t kSeed = 101;
    SCOPED_TRACE(fmt::format("seed {}", kSeed));
    test::Random random(kSeed);
    for (int i = 0; i < 100'000; ++i) {
        const auto decimals = static_cast<int>(random.between(0, 18));
        const std::int64_t count = random.of_any_size();
        const std::string text = format_decimal(count, decimals);
        const auto back = parse_count(text, decimals);
        ASSERT_TRUE(back) << text;
        ASSERT_EQ(*back, count) << text;
        ASSERT_EQ(text.find('e'), std::string::npos);
        ASSERT_TRUE(text.find('.') == std::string::npos || text.back() != '0') << text;
        // The same number in scientific form.
        const std::string scientific = fmt::format("{}e-{}", count, decimals);
        ASSERT_EQ(parse_count(scientific, decimals).value(), count) << scientific;
    }
}

TEST(Divide, KnownAnswers) {
    struct Case {
        int numerator;
        int down, up, floor, ceil, half_even;
    };
    for (const Case& c :
         {Case{7, 3, 4, 3, 4, 4}, Case{-7, -3, -4, -4, -3, -4}, Case{5, 2, 3, 2, 3, 2}, Case{-5, -2, -3, -3, -2, -2},
          Case{3, 1, 2, 1, 2, 2}, Case{-3, -1, -2, -2, -1, -2}, Case{1, 0, 1, 0, 1, 0}, Case{-1, 0, -1, -1, 0, 0},
          Case{4, 2, 2, 2, 2, 2}, Case{-4, -2, -2, -2, -2, -2}, Case{0, 0, 0, 0, 0, 0}}) {
        SCOPED_TRACE(c.numerator);
        EXPECT_EQ(divide(c.numerator, 2, Rounding::kDown), c.down);
        EXPECT_EQ(divide(c.numerator, 2, Rounding::kUp), c.up);
        EXPECT_EQ(divide(c.numerator, 2, Rounding::kFloor), c.floor);
        EXPECT_EQ(divide(c.numerator, 2, Rounding::kCeil), c.ceil);
        EXPECT_EQ(divide(c.numerator, 2, Rounding::kHalfEven), c.half_even);
    }
    EXPECT_EQ(divide(2, 3, Rounding::kHalfEven), 1);
    EXPECT_EQ(divide(-2, 3, Rounding::kHalfEven), -1);
    EXPECT_EQ(divide(1, 3, Rounding::kHalfEven), 0);
}

TEST(Divide, Extremes) {
    const int128 most = test::most_money().count;
    const int128 least = test::least_money().count;
    for (const Rounding rounding :
         {Rounding::kDown, Rounding::kUp, Rounding::kFloor, Rounding::kCeil, Rounding::kHalfEven}) {
        EXPECT_EQ(divide(most, 1, rounding), most);
        EXPECT_EQ(divide(least, 1, rounding), least);
        EXPECT_EQ(divide(kLeast, 1, rounding), kLeast);
        EXPECT_EQ(divide(most, most, rounding), 1);
    }
    EXPECT_EQ(divide(least, most, Rounding::kFloor), -2);
    EXPECT_EQ(divide(least, most, Rounding::kHalfEven), -1);
    EXPECT_EQ(divide(1, most, Rounding::kUp), 1);
    EXPECT_EQ(divide(most / 2, most, Rounding::kHalfEven), 0);
    EXPECT_EQ(divide(most / 2 + 1, most, Rounding::kHalfEven), 1);
}

TEST(Divide, EachRoundingKeepsItsPromise) {
    constexpr std::uint64_t kSeed = 102;
    SCOPED_TRACE(fmt::format("seed {}", kSeed));
    test::Random random(kSeed);
    const auto wide = [&](unsigned most_bits) {
        const uint128 value = uint128{random.next()} << 64U | random.next();
        return static_cast<int128>(value >> static_cast<unsigned>(random.between(128 - most_bits, 127)));
    };
    for (int i = 0; i < 100'000; ++i) {
        const int128 denominator = wide(random.once_in(2) ? 8 : 120) + 1;
        const int128 numerator = random.once_in(2) ? wide(120) : -wide(120);
        const int128 floor = divide(numerator, denominator, Rounding::kFloor);
        const int128 rest = numerator - floor * denominator;
        ASSERT_TRUE(rest >= 0 && rest < denominator);
        const int128 ceil = rest == 0 ? floor : floor + 1;
        ASSERT_TRUE(divide(numerator, denominator, Rounding::kCeil) == ceil);
        ASSERT_TRUE(divide(numerator, denominator, Rounding::kDown) == (numerator < 0 ? ceil : floor));
        ASSERT_TRUE(divide(numerator, denominator, Rounding::kUp) == (numerator < 0 ? floor : ceil));
        const bool tie = rest == denominator - rest;
        const int128 nearest = tie ? (floor % 2 == 0 ? floor : ceil) : rest < denominator - rest ? floor : ceil;
        ASSERT_TRUE(divide(numerator, denominator, Rounding::kHalfEven) == nearest);
    }
}

}  // namespace
}  // namespace ct
