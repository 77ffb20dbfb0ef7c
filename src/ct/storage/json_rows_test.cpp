#include "ct/storage/json_rows.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/core/result.hpp"

namespace ct::storage {
namespace {

using testing::ElementsAre;
using Lines = std::vector<std::string>;

/// Each row behind its place, "1:2 [1]"; the error behind them.
Lines rows_of(std::string_view text, std::size_t chunk_bytes = 1U << 20U) {
    Lines found;
    JsonRows rows("x.json", [&](std::string_view row, const TextPlace& place) -> Result<void> {
        found.push_back(fmt::format("{}:{} {}", place.line, place.column, row));
        return {};
    });
    for (std::size_t at = 0; at < text.size(); at += chunk_bytes) {
        const std::string_view part = text.substr(at, chunk_bytes);
        const std::vector<char> exact(part.begin(), part.end());  // so that a sanitizer sees a step over its end
        if (const auto fed = rows.feed({exact.data(), exact.size()}); !fed) {
            found.push_back(fed.error().message);
            return found;
        }
    }
    if (const auto ended = rows.end(); !ended) found.push_back(ended.error().message);
    return found;
}

TEST(JsonRows, CutsAnArray) {
    EXPECT_THAT(rows_of("[[1,2],[3]]"), ElementsAre("1:2 [1,2]", "1:8 [3]"));
    EXPECT_THAT(rows_of("\xEF\xBB\xBF [\n {\"a\": [1]},\n\n {}\n ] \n"), ElementsAre("2:2 {\"a\": [1]}", "4:2 {}"));
}

TEST(JsonRows, CutsLines) {
    EXPECT_THAT(rows_of("[1,2]\n[3]\n"), ElementsAre("1:1 [1,2]", "2:1 [3]"));
    EXPECT_THAT(rows_of("{\"a\":1}{\"b\":\n2} {}"), ElementsAre("1:1 {\"a\":1}", "1:8 {\"b\":\n2}", "2:4 {}"));
    EXPECT_THAT(rows_of("[ \"1\"]\n"), ElementsAre("1:1 [\"1\"]"));
}

TEST(JsonRows, BracketsInsideOfTextDoNotCount) {
    EXPECT_THAT(rows_of(R"([["]"],["\"]"],["\\"],[{"[":"}"}]])"),
                ElementsAre(R"(1:2 ["]"])", R"(1:8 ["\"]"])", R"(1:16 ["\\"])", R"(1:23 [{"[":"}"}])"));
}

TEST(JsonRows, AnyChunkingGivesTheSameRows) {
    for (const std::string_view text : {R"([["]",1],{"a":"\"x\\"}, [[2],3]
])",
                                        "[1,\n[2]]\n {\"b\":1} []"}) {
        const Lines whole = rows_of(text);
        EXPECT_EQ(whole.size(), 3U);
        for (std::size_t chunk = 1; chunk < text.size(); ++chunk) EXPECT_EQ(rows_of(text, chunk), whole) << chunk;
    }
}

TEST(JsonRows, SaysWhereTheTextIsWrong) {
    const auto error = [](std::string_view text) { return rows_of(text).back(); };
    EXPECT_EQ(error(""), "x.json: an empty file, expected candles as a JSON array or as JSON lines");
    EXPECT_EQ(error(" \n"), "x.json: an empty file, expected candles as a JSON array or as JSON lines");
    EXPECT_EQ(error("[]"), "x.json:1:2: ']' is no candle, expected candles as a JSON array or as JSON lines");
    EXPECT_EQ(error("12"), "x.json:1:1: '1' is no candle, expected candles as a JSON array or as JSON lines");
    EXPECT_EQ(error("[[1],\n 2]"), "x.json:2:2: '2' is no candle, expected candles as a JSON array or as JSON lines");
    EXPECT_EQ(error("[[1][2]]"), "x.json:1:5: '[' is no candle, expected candles as a JSON array or as JSON lines");
    EXPECT_EQ(error("[[1]]x"), "x.json:1:6: 'x' is no candle, expected candles as a JSON array or as JSON lines");
    EXPECT_EQ(error("{},"), "x.json:1:3: ',' is no candle, expected candles as a JSON array or as JSON lines");
    EXPECT_EQ(error("[[1],[2"), "x.json:1:6: the file ends inside of the value that begins here: it was cut off");
    EXPECT_EQ(error("["), "x.json:1:1: the file ends inside of the value that begins here: it was cut off");
    EXPECT_EQ(error("[[1],"), "x.json:1:6: the file ends after a comma: it was cut off");
    EXPECT_EQ(error("[[1]"), "x.json:1:5: the file ends before the ']' of its array: it was cut off");
}

TEST(JsonRows, HasLimits) {
    const std::string at_limit = "[\"" + std::string(kMaxJsonRowBytes - 4, 'x') + "\"]";
    EXPECT_EQ(rows_of(at_limit).back().size(), 4 + kMaxJsonRowBytes);
    EXPECT_EQ(rows_of("[\"" + std::string(kMaxJsonRowBytes - 3, 'x') + "\"]", 1000).back(),
              "x.json:1:1: a value of more than 65536 bytes, expected candles as a JSON array or as JSON lines");
    const auto nested = [](int depth) {
        const auto count = static_cast<std::size_t>(depth);
        return "{\"a\":" + std::string(count - 1, '[') + std::string(count - 1, ']') + "}";
    };
    EXPECT_EQ(rows_of(nested(kMaxJsonDepth)).back(), "1:1 " + nested(kMaxJsonDepth));
    EXPECT_EQ(rows_of(nested(kMaxJsonDepth + 1)).back(),
              "x.json:1:1: values nested more than 16 deep, expected candles as a JSON array or as JSON lines");
    const std::string deep(10'000'000, '[');  // NOLINT(bugprone-string-constructor): so long on purpose
    EXPECT_EQ(rows_of(deep).back(),
              "x.json:1:2: values nested more than 16 deep, expected candles as a JSON array or as JSON lines");
}

}  // namespace
}  // namespace ct::storage
