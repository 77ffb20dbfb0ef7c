#include "ct/core/printable.hpp"

#include <cstddef>

#include <gtest/gtest.h>

namespace ct {
namespace {

TEST(Printable, ShowsTextAsItIs) {
    EXPECT_EQ(printable("close > 1"), "close > 1");
    EXPECT_EQ(printable("Eröffnung ≥ 漢 😀"), "Eröffnung ≥ 漢 😀");
}

TEST(Printable, ShowsNothingThatATerminalCouldObey) {
    EXPECT_EQ(printable("a\tb"), "a b");
    EXPECT_EQ(printable("\x1B[31m\x7F"), "?[31m?");
    EXPECT_EQ(printable("a\xC2\x9B"
                        "b"),
              "a?b");  // the control character CSI
    EXPECT_EQ(printable("a\xE2\x80\xAE"
                        "b"),
              "a?b");  // text from here on from right to left
    EXPECT_EQ(printable("a\xE2\x80\xA8"
                        "b"),
              "a?b");  // a line separator
    EXPECT_EQ(printable("a\xEF\xBB\xBF"
                        "b"),
              "a?b");  // a byte order mark
}

TEST(Printable, ShowsBytesThatAreNoTextOneByOne) {
    EXPECT_EQ(printable("a\xFFz"), "a?z");
    EXPECT_EQ(printable("\xC3"), "?");                 // ends in the middle
    EXPECT_EQ(printable("\x80\xBF"), "??");            // begins in the middle
    EXPECT_EQ(printable("\xC0\x80"), "??");            // longer than it has to be
    EXPECT_EQ(printable("\xED\xA0\x80"), "???");       // half of a pair of UTF-16
    EXPECT_EQ(printable("\xF4\x90\x80\x80"), "????");  // beyond Unicode
    EXPECT_EQ(printable("\xE2\x82z"), "??z");
}

TEST(Printable, KnowsTheColumnsOfCharacters) {
    const auto columns = [](const char* text) {
        std::size_t sum = 0;
        for (const ShownCharacter& character : shown_characters(text)) sum += character.columns;
        return sum;
    };
    EXPECT_EQ(columns("abc"), 3U);
    EXPECT_EQ(columns("äß≥"), 3U);
    EXPECT_EQ(columns("漢字"), 4U);
    EXPECT_EQ(columns("😀"), 2U);
    EXPECT_EQ(columns("e\xCC\x81"), 1U);  // an accent of its own
    EXPECT_EQ(columns("\xFF\x01"), 2U);
}

TEST(FirstCharacter, IsOneOfUtf8OrAByte) {
    EXPECT_EQ(first_character("≥ 3"), "≥");
    EXPECT_EQ(first_character("a"), "a");
    EXPECT_EQ(first_character("\xE2z"), "\xE2");
}

}  // namespace
}  // namespace ct
