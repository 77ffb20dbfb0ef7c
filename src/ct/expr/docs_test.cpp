#include <cstddef>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/expr/checker.hpp"
#include "ct/expr/functions.hpp"
#include "ct/expr/limits.hpp"
#include "ct/expr/names.hpp"
#include "ct/expr/source.hpp"
#include "support/project.hpp"

// docs/expressions.md says what there is, and its examples are good.
namespace ct::expr {
namespace {

using testing::HasSubstr;

std::string page() {
    std::ifstream file(test::project_folder() / "docs/expressions.md");
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// The texts between backquotes.
std::vector<std::string> quoted(std::string_view line) {
    std::vector<std::string> texts;
    for (std::size_t at = line.find('`'); at != std::string_view::npos;) {
        const std::size_t end = line.find('`', at + 1);
        if (end == std::string_view::npos) break;
        texts.emplace_back(line.substr(at + 1, end - at - 1));
        at = line.find('`', end + 1);
    }
    return texts;
}

/// The message of a text that is neither a condition nor a number.
std::string error_of(const std::string& text) {
    const Source source{text, "docs"};
    Workspace space;
    if (check(space, source, Type::kCondition, true)) return "";
    Workspace other;
    const auto number = check(other, source, Type::kNumber, true);
    return number ? "" : number.error().message;
}

TEST(Docs, TheExamplesOfOperatorsAndFunctionsAreGood) {
    std::istringstream lines(page());
    std::string line;
    std::size_t examples = 0;
    bool in_table = false;
    while (std::getline(lines, line)) {
        if (line.starts_with("| operators, ") || line.starts_with("| function ")) in_table = true;
        if (line.empty()) in_table = false;
        const std::size_t last = line.rfind(" | ");
        if (!in_table || last == std::string::npos) continue;
        for (const std::string& text : quoted(std::string_view(line).substr(last))) {
            EXPECT_EQ(error_of(text), "") << text;
            ++examples;
        }
    }
    EXPECT_GT(examples, 20U);
}

TEST(Docs, TheExamplesOfTheTextAreGood) {
    for (const char* text :
         {"crossover(ema(close, 10), ema(close, 50)) and rsi(14) < 70", "20 < rsi(14) and rsi(14) < 80",
          "sma(close, 20)[3]", "(close > open)[1]", "ema(close, period=12)", "sma(rsi(14), 5)",
          "highest(high - low, 20)", "correl(close, close@\"ETH/USDT\", 50)", "bbands(close, 20, average=\"ema\").top",
          "bbands(20, average=ema).top", "stoch().percK", "sma(close@1h, 20)", "close@1h[1]", "(close - open)@1h",
          "close@\"ETH/USDT:4h\"", "sma(close - close@\"ETH/USDT\", 20)"}) {
        EXPECT_EQ(error_of(text), "") << text;
    }
}

TEST(Docs, NameEveryFunctionAndValueAndLimit) {
    const std::string text = page();
    for (const Function& function : functions()) {
        if (function.text.empty()) continue;
        EXPECT_THAT(text, HasSubstr(fmt::format("`{}(", function.name)));
    }
    for (const ValueName& known : value_names())
        EXPECT_THAT(text, testing::ContainsRegex(std::string("[` ]") + std::string(known.name) + "[` ]"));
    for (const char* limit : {"16,384 bytes", "| 200 |", "| 16 |", "| 1,024 |", "100,000 bars", "4,194,304 bars"}) {
        EXPECT_THAT(text, HasSubstr(limit));
    }
    EXPECT_EQ(kMaxTextBytes, 16'384U);
    EXPECT_EQ(kMaxDepth, 200U);
    EXPECT_EQ(kMaxArguments, 16U);
    EXPECT_EQ(kMaxNodes, 1'024U);
    EXPECT_EQ(kMaxBarsBack, 100'000U);
    EXPECT_EQ(kMaxHistoryRows, 4'194'304U);
}

}  // namespace
}  // namespace ct::expr
