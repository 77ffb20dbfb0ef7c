#include "ct/core/duration.hpp"

#include <gtest/gtest.h>

#include "ct/core/result.hpp"
#include "ct/core/time.hpp"

namespace ct {
namespace {

TEST(Duration, IsAWholeNumberAndAUnit) {
    EXPECT_EQ(parse_duration("7ns").value(), 7);
    EXPECT_EQ(parse_duration("250us").value(), 250'000);
    EXPECT_EQ(parse_duration("50ms").value(), 50 * kNsPerMs);
    EXPECT_EQ(parse_duration("10s").value(), 10 * kNsPerSecond);
    EXPECT_EQ(parse_duration("5m").value(), 300 * kNsPerSecond);
    EXPECT_EQ(parse_duration("2h").value(), 7'200 * kNsPerSecond);
    EXPECT_EQ(parse_duration("1d").value(), kNsPerDay);
    EXPECT_EQ(parse_duration("0ms").value(), 0);
}

TEST(Duration, IsNothingElse) {
    for (const char* const text : {"", "10", "s", "-1s", "1.5h", "1M", "nan", "1s ", " 1s", "1e3s", "1 s"}) {
        const auto parsed = parse_duration(text);
        ASSERT_FALSE(parsed) << text;
        EXPECT_EQ(parsed.error().code, ErrorCode::kInvalidArgument) << text;
    }
    EXPECT_EQ(parse_duration("99999999999d").error().code, ErrorCode::kOverflow);
    EXPECT_EQ(parse_duration("x").error().message,
              "'x' is not a whole number and ns, us, ms, s, m, h or d, such as 50ms");
}

TEST(Duration, IsShownInTheLargestUnitWithoutAFraction) {
    for (const char* const text : {"7ns", "1500us", "50ms", "90s", "5m", "25h", "2d"}) {
        EXPECT_EQ(duration_text(parse_duration(text).value()), text);
    }
    EXPECT_EQ(duration_text(parse_duration("60s").value()), "1m");
    EXPECT_EQ(duration_text(0), "0ns");
}

}  // namespace
}  // namespace ct
