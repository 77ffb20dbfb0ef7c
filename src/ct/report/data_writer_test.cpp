#include "ct/report/data_writer.hpp"

#include <limits>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ct::report {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

std::string column(const std::vector<double>& values, int decimals) {
    DataWriter out;
    out.object([&] { out.column("x", values, decimals); });
    return out.take();
}

TEST(DataWriter, KeepsMarkupOutOfTheText) {
    DataWriter out;
    out.object([&] { out.text("</script>", "</script><script>alert(1)</script>&<!--\xFF\""); });
    const std::string text = out.take();
    for (const char* part : {"<", ">", "&", "\xFF"}) EXPECT_THAT(text, Not(HasSubstr(part)));
    EXPECT_EQ(text, R"({"\u003c/script\u003e":"\u003c/script\u003e\u003cscript\u003ealert(1)\u003c/script\u003e\u0026)"
                    "\\u003c!--\uFFFD\\\"\"}");
}

TEST(DataWriter, WritesWhatColumnsAdd) {
    EXPECT_EQ(column({100.5, 100.25, 101}, 2), R"({"x":{"d":2,"v":[10050,-25,75]}})");
    EXPECT_EQ(column({kNan, 1, kNan, 3}, 0), R"({"x":{"d":0,"v":[null,1,null,2]}})");
    EXPECT_EQ(column({}, 3), R"({"x":{"d":3,"v":[]}})");
    EXPECT_EQ(column({-0.004, 0.006}, 2), R"({"x":{"d":2,"v":[0,1]}})") << "differences of rounded values add no error";
}

TEST(DataWriter, GivesUpDecimalsBeforeExactness) {
    EXPECT_EQ(column({8e12, 8e12 + 1}, 8), R"({"x":{"d":3,"v":[8000000000000000,1000]}})");
    EXPECT_EQ(column({1e300, 5}, 2), R"({"x":{"d":0,"v":[null,5]}})");
}

TEST(DataWriter, RoundsNumbers) {
    DataWriter out;
    out.array([&] {
        out.number(1.23456, 2);
        out.number(kNan, 2);
        out.number(42'000.1, 8);
        out.number(-0.000001, 0);
    });
    EXPECT_EQ(out.take(), "[1.23,null,42000.1,-0.0]");
}

TEST(ReadingPrecision, LeavesAboutSevenDigits) {
    EXPECT_EQ(reading_precision(std::vector{42'000.0, 1.0}), 2);
    EXPECT_EQ(reading_precision(std::vector{-55.5, kNan}), 5);
    EXPECT_EQ(reading_precision(std::vector{0.0}), 0);
    EXPECT_EQ(reading_precision(std::vector{5e9}), 0);
    EXPECT_EQ(reading_precision(std::vector{1e-30}), 12);
}

}  // namespace
}  // namespace ct::report
