#include "ct/expr/source.hpp"

#include <string>

#include <gtest/gtest.h>

namespace ct::expr {
namespace {

TEST(MessageAt, SaysTheColumnAndPutsCaretsUnderThePart) {
    EXPECT_EQ(message_at({"sma(close) > oops", "entry"}, {13, 17}, "nothing is called so"),
              "entry, column 14: nothing is called so\n"
              "  sma(close) > oops\n"
              "               ^^^^");
}

TEST(MessageAt, SaysTheLineOfATextOfSeveral) {
    EXPECT_EQ(message_at({"close > 1\n and oops", "run.toml line 4, exit"}, {15, 19}, "what"),
              "run.toml line 4, exit, line 2, column 6: what\n"
              "   and oops\n"
              "       ^^^^");
}

TEST(MessageAt, PointsBehindTheEnd) {
    EXPECT_EQ(message_at({"a +", "entry"}, {3, 3}, "more"), "entry, column 4: more\n  a +\n     ^");
    EXPECT_EQ(message_at({"", "entry"}, {}, "empty"), "entry, column 1: empty\n  \n  ^");
}

TEST(MessageAt, CountsCharactersAndShowsNothingThatATerminalCouldObey) {
    EXPECT_EQ(message_at({"\xC3\xA4 \x1B[31m x", "entry"}, {9, 10}, "what"),
              "entry, column 9: what\n"
              "  \xC3\xA4 ?[31m x\n"
              "          ^");
}

TEST(MessageAt, CountsColumnsAsTerminalsDo) {
    EXPECT_EQ(message_at({"漢 ≥ x", "entry"}, {4, 7}, "'≥' is none"),
              "entry, column 3: '≥' is none\n"
              "  漢 ≥ x\n"
              "     ^");
    EXPECT_EQ(message_at({"漢 x", "entry"}, {0, 3}, "what"), "entry, column 1: what\n  漢 x\n  ^^");
}

TEST(MessageAt, CutsLongLinesAroundThePart) {
    const std::string text = std::string(500, 'a') + "!" + std::string(500, 'b');
    EXPECT_EQ(message_at({text, "entry"}, {500, 501}, "what"), "entry, column 501: what\n  ..." + std::string(60, 'a') +
                                                                   "!" + std::string(59, 'b') + "...\n" +
                                                                   std::string(65, ' ') + "^");
}

}  // namespace
}  // namespace ct::expr
