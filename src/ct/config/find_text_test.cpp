#include "ct/config/find_text.hpp"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "ct/config/config_node.hpp"

namespace ct::config {
namespace {

/// What a file has of a text, as it stands there.
std::string found(std::string_view file, Place place, std::string_view text) {
    const auto there = find_text(file, place, text);
    return there ? std::string(file.substr(there->begin, there->exact)) : "nothing";
}

TEST(FindText, SkipsTheQuotesOfEachFormat) {
    for (const std::string_view quote : {"'", R"(")", "'''", R"(""")", "'''\n", "\"\"\"\r\n", ""}) {
        const std::string file = "[a]\nk = " + std::string(quote) + "abc" + std::string(quote) + "\n";
        EXPECT_EQ(found(file, {2, 5}, "abc"), "abc") << quote;
    }
}

TEST(FindText, CountsCharactersNotBytes) { EXPECT_EQ(found("\n\"\u00e9\u20ac\": \"x\"", {2, 7}, "x"), "x"); }

TEST(FindText, EndsAtWhatIsWrittenOtherwise) {
    EXPECT_EQ(found(R"(k = "ab\tcd")", {1, 5}, "ab\tcd"), "ab");
    EXPECT_EQ(found("k: 'it''s'", {1, 4}, "it's"), "it'");
    EXPECT_EQ(found("k: |\n  abc", {1, 4}, "abc"), "nothing");
}

TEST(FindText, OfAPlaceThatTheFileDoesNotHaveIsNothing) {
    EXPECT_EQ(found("abc", {7, 1}, "abc"), "nothing");
    EXPECT_EQ(found("abc", {1, 9}, "abc"), "nothing");
    EXPECT_EQ(found("", {1, 1}, "abc"), "nothing");
}

}  // namespace
}  // namespace ct::config
