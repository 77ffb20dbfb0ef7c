#include "ct/analyzers/report_text.hpp"

#include <cstddef>
#include <limits>
#include <string>

#include <gtest/gtest.h>

#include "ct/core/money.hpp"
#include "ct/core/time.hpp"

namespace ct::analyzers {
namespace {

std::string rounded_text(const char* amount, int decimals) { return rounded(*Money::parse(amount), decimals); }

TEST(CleanText, KeepsUtf8AndReplacesWhatIsNone) {
    EXPECT_EQ(clean_text("\u20AC \U0001F600"), "\u20AC \U0001F600");
    EXPECT_EQ(clean_text("a\xFF"
                         "b\x80\xE2\x82"),
              "a\uFFFDb\uFFFD\uFFFD\uFFFD");
    EXPECT_EQ(clean_text(std::string_view("a\0b", 3)), "a\uFFFDb");
    EXPECT_EQ(clean_text("\xC0\xAF"), "\uFFFD\uFFFD") << "an overlong slash";
}

TEST(Rounded, RoundsHalfToEvenAndGroups) {
    EXPECT_EQ(rounded_text("1234567.125", 2), "1,234,567.12");
    EXPECT_EQ(rounded_text("1234567.135", 2), "1,234,567.14");
    EXPECT_EQ(rounded_text("-1234.5", 2), "-1,234.50");
    EXPECT_EQ(rounded_text("-0.001", 2), "0.00");
    EXPECT_EQ(rounded_text("-0.05", 2), "-0.05");
    EXPECT_EQ(rounded_text("999.999", 2), "1,000.00");
    EXPECT_EQ(rounded_text("0.123456789012345678", 18), "0.123456789012345678");
    EXPECT_EQ(rounded_text("123.6", 0), "124");
}

TEST(Grouped, HasCommasBetweenThousands) {
    EXPECT_EQ(grouped(std::size_t{0}), "0");
    EXPECT_EQ(grouped(std::size_t{999}), "999");
    EXPECT_EQ(grouped(std::size_t{1000}), "1,000");
    EXPECT_EQ(grouped(-1234567.891, 1), "-1,234,567.9");
    EXPECT_EQ(grouped(-0.0001, 2), "0.00");
    EXPECT_EQ(grouped(std::numeric_limits<double>::quiet_NaN(), 2), "\u2013");
}

TEST(Percent, IsAHundredTimesTheFraction) {
    EXPECT_EQ(percent(0.12345), "12.35%");
    EXPECT_EQ(percent(-0.5), "-50.00%");
    EXPECT_EQ(percent(std::numeric_limits<double>::infinity()), "\u2013");
}

TEST(MinuteText, DropsEmptySeconds) {
    EXPECT_EQ(minute_text(0), "1970-01-01 00:00");
    EXPECT_EQ(minute_text(61 * kNsPerSecond), "1970-01-01 00:01:01");
    EXPECT_EQ(minute_text(60 * kNsPerSecond + kNsPerSecond / 2), "1970-01-01 00:01:00.5");
}

}  // namespace
}  // namespace ct::analyzers
