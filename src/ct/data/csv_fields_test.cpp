#include "ct/data/csv_fields.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace ct::data {
namespace {

using Texts = std::vector<std::string>;

Texts split(std::string_view line, char delimiter = ',') {
    CsvFields fields;
    if (!split_csv_line(line, delimiter, fields)) return {"quotes do not match"};
    Texts texts;
    for (std::size_t i = 0; i < fields.count; ++i) texts.emplace_back(fields[i]);
    return texts;
}

TEST(CsvFields, SplitsAndTrims) {
    EXPECT_EQ(split("1,2,3"), (Texts{"1", "2", "3"}));
    EXPECT_EQ(split(" 1 ,\t2,3 \r"), (Texts{"1", "2", "3"}));
    EXPECT_EQ(split("1\t2\t\t4", '\t'), (Texts{"1", "2", "", "4"}));
}

TEST(CsvFields, KeepsEmptyFields) {
    EXPECT_EQ(split(""), (Texts{""}));
    EXPECT_EQ(split(",a,"), (Texts{"", "a", ""}));
}

TEST(CsvFields, TakesQuotesOff) {
    EXPECT_EQ(split(R"("1", "2;,x" ,"")"), (Texts{"1", "2;,x", ""}));
    EXPECT_EQ(split(R"(a"b,c)"), (Texts{R"(a"b)", "c"}));
}

TEST(CsvFields, RefusesQuotesThatDoNotMatch) {
    EXPECT_EQ(split(R"("1,2)"), (Texts{"quotes do not match"}));
    EXPECT_EQ(split(R"("1"x,2)"), (Texts{"quotes do not match"}));
    EXPECT_EQ(split(R"(1,")"), (Texts{"quotes do not match"}));
}

TEST(CsvFields, CountsMoreFieldsThanItKeeps) {
    CsvFields fields;
    ASSERT_TRUE(split_csv_line(std::string(kMaxCsvColumns + 9, ','), ',', fields));
    EXPECT_EQ(fields.count, kMaxCsvColumns + 10);
}

TEST(CsvFields, ParsesFiniteNumbersOnly) {
    EXPECT_EQ(parse_finite("42488.0"), 42488.0);
    EXPECT_EQ(parse_finite("1.08e-06"), 1.08e-06);
    EXPECT_EQ(parse_finite("-2"), -2.0);
    for (const std::string_view text : {"", "x", "1x", "1 ", "nan", "inf", "-inf", "1e999", "1,5", "+1", "0x1"}) {
        EXPECT_FALSE(parse_finite(text)) << text;
    }
}

TEST(CsvFields, CountsDecimalsAsWritten) {
    EXPECT_EQ(written_decimals("42283"), 0);
    EXPECT_EQ(written_decimals("42488.0"), 1);
    EXPECT_EQ(written_decimals("42283.58000000"), 8);
    EXPECT_EQ(written_decimals("1.08e-06"), 8);
    EXPECT_EQ(written_decimals("1.08E+1"), 1);
    EXPECT_EQ(written_decimals("5e3"), 0);
}

TEST(CsvFields, MakesOutsideTextFitForAMessage) {
    EXPECT_EQ(printable("a\x01\xffz"), "a??z");
    EXPECT_EQ(printable(std::string(100, 'x')), std::string(60, 'x') + "...");
    EXPECT_EQ(printable("Er\xC3\xB6"
                        "ffnung"),
              "Er\xC3\xB6"
              "ffnung");
}

}  // namespace
}  // namespace ct::data
