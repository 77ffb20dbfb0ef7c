#include "ct/config/toml_hint.hpp"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/config/config_formats.hpp"

namespace ct::config {
namespace {

using testing::EndsWith;

std::string error_of(const std::string& text) {
    const auto parsed = parse_toml(text, "run.toml");
    return parsed ? "" : parsed.error().message;
}

TEST(TomlHint, PutsTextInQuotes) {
    EXPECT_THAT(error_of("entry = rsi(14) < 30"), EndsWith("; put the text in quotes: entry = \"rsi(14) < 30\""));
    EXPECT_THAT(error_of("csv = candles.csv  # mine"), EndsWith("; put the text in quotes: csv = \"candles.csv\""));
    EXPECT_THAT(error_of("stop_loss = 3%"), EndsWith("; put the text in quotes: stop_loss = \"3%\""));
    EXPECT_THAT(error_of("stop_loss = 2 * atr(14)"), EndsWith("stop_loss = \"2 * atr(14)\""));
    EXPECT_THAT(error_of("entry = close@\"ETH/USDT\" > 3"), EndsWith("entry = 'close@\"ETH/USDT\" > 3'"));
    EXPECT_THAT(error_of("csv = [a.csv]"), EndsWith("; put texts in quotes"));
}

TEST(TomlHint, KnowsQuotesThatAreNone) {
    EXPECT_THAT(error_of("entry = “close > 1”"), EndsWith("; these are typographic quotes, write entry = \"...\""));
    EXPECT_THAT(error_of("[data]\nentry = ‘close > 1’"), EndsWith("write entry = \"...\""));
}

TEST(TomlHint, MissesTheClosingQuote) {
    EXPECT_THAT(error_of("csv = \"candles.csv\n[account]\n"), EndsWith("; the closing \" is missing"));
    EXPECT_THAT(error_of("csv = 'candles.csv"), EndsWith("; the closing ' is missing"));
}

TEST(TomlHint, KnowsPathsWithBackslashes) {
    EXPECT_THAT(error_of("csv = \"C:\\Users\\me\\x.csv\""),
                EndsWith("; a backslash starts an escape between \"...\": use '...', or / in paths"));
    EXPECT_THAT(error_of("csv = \"C:\\data.csv\""), EndsWith("use '...', or / in paths"));
}

TEST(TomlHint, SaysNothingWhereNothingIsSeen) {
    for (const char* line : {"[data", "cash = 10,000", "csv =", "csv \"x\"", R"(a = "b" "c")"}) {
        EXPECT_EQ(toml_hint(line), "") << line;
    }
}

}  // namespace
}  // namespace ct::config
