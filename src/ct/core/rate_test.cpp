#include "ct/core/rate.hpp"

#include <cstdint>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "ct/core/result.hpp"
#include "support/numbers.hpp"
#include "support/random.hpp"

namespace ct {
namespace {

TEST(Rate, ReadsAndWritesText) {
    EXPECT_EQ(Rate::parse("0.001").value().count, 1'000'000'000);
    EXPECT_EQ(Rate::parse("1").value().count, Rate::kOne);
    EXPECT_EQ(Rate::parse("-0.00025").value().text(), "-0.00025");
    EXPECT_EQ(Rate::parse("1e-12").value().count, 1);
    EXPECT_EQ(Rate::parse("0.0010000").value().text(), "0.001");
    EXPECT_EQ(Rate::parse("0.001").value().to_double(), 0.001);
    EXPECT_EQ(Rate::parse("9223372.036854775807").value().text(), "9223372.036854775807");
}

TEST(Rate, ReadsBasisPoints) {
    EXPECT_EQ(Rate::parse_bps("2.5").value(), test::rate("0.00025"));
    EXPECT_EQ(Rate::parse_bps("10000").value(), test::rate("1"));
    EXPECT_EQ(Rate::parse_bps("0").value(), Rate{});
    EXPECT_EQ(Rate::parse_bps("0.00000001").value().count, 1);
}

TEST(Rate, ReadsSharesAndPercentages) {
    EXPECT_EQ(Rate::parse_share("0.001").value(), test::rate("0.001"));
    EXPECT_EQ(Rate::parse_share("0.1%").value(), test::rate("0.001"));
    EXPECT_EQ(Rate::parse_share("0.075 %").value(), test::rate("0.00075"));
    EXPECT_EQ(Rate::parse_share("100%").value(), test::rate("1"));
    EXPECT_EQ(Rate::parse_share("%").error().code, ErrorCode::kInvalidArgument);
    EXPECT_EQ(Rate::parse_share("1%%").error().code, ErrorCode::kInvalidArgument);
    EXPECT_EQ(Rate::parse_share("1e-11%").error().code, ErrorCode::kInvalidArgument);
}

TEST(Rate, Errors) {
    EXPECT_EQ(Rate::parse("1e-13").error().code, ErrorCode::kInvalidArgument);
    EXPECT_EQ(Rate::parse("10%").error().code, ErrorCode::kInvalidArgument);
    EXPECT_EQ(Rate::parse("").error().code, ErrorCode::kInvalidArgument);
    EXPECT_EQ(Rate::parse("9223372.036854775808").error().code, ErrorCode::kOverflow);
    EXPECT_EQ(Rate::parse_bps("0.000000001").error().code, ErrorCode::kInvalidArgument);
    EXPECT_EQ(Rate::parse_bps("1e12").error().code, ErrorCode::kOverflow);
}

TEST(Rate, TextRoundTrips) {
    constexpr std::uint64_t kSeed = 121;
    SCOPED_TRACE(fmt::format("seed {}", kSeed));
    test::Random random(kSeed);
    for (int i = 0; i < 20'000; ++i) {
        const Rate rate{random.of_any_size()};
        ASSERT_EQ(Rate::parse(rate.text()).value(), rate) << rate.text();
    }
}

}  // namespace
}  // namespace ct
