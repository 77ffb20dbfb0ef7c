#include "ct/report/data_writer.hpp"

#include <limits>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include "ct/report/unpacked_test.hpp"

namespace ct::report {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsNan;
using testing::Not;

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

/// The columns that a page makes of these.
std::vector<double> column(const std::vector<double>& values, int decimals) {
    DataWriter out;
    const std::string text = out.document([&] { out.column("x", values, decimals); });
    rapidjson::Document data;
    data.Parse(text.c_str());
    return column_of(data, data["x"]);
}

TEST(DataWriter, KeepsMarkupOutOfTheText) {
    DataWriter out;
    const std::string text =
        out.document([&] { out.text("</script>", "</script><script>alert(1)</script>&<!--\xFF\""); });
    for (const char* part : {"<", ">", "&", "\xFF"}) EXPECT_THAT(text, Not(HasSubstr(part)));
    EXPECT_EQ(text, R"({"\u003c/script\u003e":"\u003c/script\u003e\u003cscript\u003ealert(1)\u003c/script\u003e\u0026)"
                    "\\u003c!--\uFFFD\\\"\",\"columns\":\"AwA=\"}");
}

TEST(DataWriter, ColumnsComeBackRounded) {
    EXPECT_THAT(column({100.5, 100.254, 101}, 2), ElementsAre(100.5, 100.25, 101));
    EXPECT_THAT(column({kNan, 1, kNan, 3}, 0), ElementsAre(IsNan(), 1, IsNan(), 3));
    EXPECT_THAT(column({}, 3), ElementsAre());
    EXPECT_THAT(column({-0.004, 0.006}, 2), ElementsAre(0, 0.01));
}

TEST(DataWriter, GivesUpDecimalsBeforeExactness) {
    EXPECT_THAT(column({8e12, 8e12 + 1.25}, 8), ElementsAre(8e12, 8e12 + 1.25));
    EXPECT_THAT(column({1e300, 5.25}, 2), ElementsAre(IsNan(), 5.25));
}

TEST(DataWriter, RoundsNumbers) {
    DataWriter out;
    const std::string text = out.document([&] {
        out.key("a"), out.number(1.23456, 2);
        out.key("b"), out.number(kNan, 2);
        out.key("c"), out.number(42'000.1, 8);
        out.key("d"), out.number(-0.000001, 0);
    });
    EXPECT_THAT(text, HasSubstr(R"({"a":1.23,"b":null,"c":42000.1,"d":-0.0,)"));
}

TEST(ReadingPrecision, LeavesAboutSevenDigits) {
    EXPECT_EQ(reading_precision(std::vector{42'000.0, 1.0}), 2);
    EXPECT_EQ(reading_precision(std::vector{-55.5, kNan}), 5);
    EXPECT_EQ(reading_precision(std::vector{-55.5, kNan}, 4), 2);
    EXPECT_EQ(reading_precision(std::vector{0.0}), 0);
    EXPECT_EQ(reading_precision(std::vector{5e9}), 0);
    EXPECT_EQ(reading_precision(std::vector{1e-30}), 12);
}

}  // namespace
}  // namespace ct::report
