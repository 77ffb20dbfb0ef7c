#include "ct/expr/functions.hpp"

#include <cmath>
#include <cstddef>
#include <limits>
#include <set>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "ct/core/time.hpp"
#include "ct/expr/names.hpp"
#include "support/bars.hpp"
#include "support/expressions.hpp"

namespace ct::expr {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

/// Closes 10, 12, 11, 11, 15; opens 11, 11, 11, 11, 11; x, unknown in the first bar, then the close before.
std::vector<double> values(std::string_view text, Type type) {
    using test::BarTable;
    const BarTable bars(test::k1h, 0,
                        {{11, 11, 10, 10}, {11, 12, 11, 12}, {11, 11, 11, 11}, {11, 11, 11, 11}, {11, 15, 11, 15}});
    auto compiled = test::compile(text, type);
    EXPECT_TRUE(compiled) << compiled.error().message;
    return compiled ? test::values_of(*compiled, {bars.columns(), bars.timeframe()}) : std::vector<double>();
}

struct Case {
    std::string_view text;
    std::vector<double> expected;
};

void expect(const std::vector<Case>& cases, Type type) {
    for (const auto& [text, expected] : cases) {
        const auto found = values(text, type);
        ASSERT_EQ(found.size(), expected.size());
        for (std::size_t i = 0; i < found.size(); ++i) {
            const bool same = found[i] == expected[i] || (std::isnan(found[i]) && std::isnan(expected[i]));
            EXPECT_TRUE(same) << text << " in bar " << i << ": " << found[i] << ", expected " << expected[i];
        }
    }
}

TEST(Functions, ComputeNumbers) {
    expect(
        {
            {"close + 1", {11, 13, 12, 12, 16}},
            {"close - open", {-1, 1, 0, 0, 4}},
            {"close * 2", {20, 24, 22, 22, 30}},
            {"close / 4", {2.5, 3, 2.75, 2.75, 3.75}},
            {"1 / (close - open)", {-1, 1, kNan, kNan, 0.25}},
            {"close % 4", {2, 0, 3, 3, 3}},
            {"-close % 4", {2, 0, 1, 1, 1}},
            {"close % (open - 11)", {kNan, kNan, kNan, kNan, kNan}},
            {"(close - 10) ^ 2", {0, 4, 1, 1, 25}},
            {"(close - 10) ^ -1", {kNan, 0.5, 1, 1, 0.2}},
            {"(close - 11) ^ 0.5", {kNan, 1, 0, 0, 2}},
            {"-close", {-10, -12, -11, -11, -15}},
            {"abs(close - open)", {1, 1, 0, 0, 4}},
            {"min(close, open)", {10, 11, 11, 11, 11}},
            {"max(close, open)", {11, 12, 11, 11, 15}},
            {"max(close[1], open)", {kNan, 11, 12, 11, 11}},
            {"round(close / 4)", {3, 3, 3, 3, 4}},
            {"floor(close / 4)", {2, 3, 2, 2, 3}},
            {"ceil(close / 4)", {3, 3, 3, 3, 4}},
            {"sqrt(close - open)", {kNan, 1, 0, 0, 2}},
            {"sign(close - open)", {-1, 1, 0, 0, 1}},
            {"exp(close - close)", {1, 1, 1, 1, 1}},
            {"log(close - open)", {kNan, 0, -INFINITY, -INFINITY, std::log(4.0)}},
            {"close[1]", {kNan, 10, 12, 11, 11}},
            {"close[0]", {10, 12, 11, 11, 15}},
            {"(close - open)[3]", {kNan, kNan, kNan, -1, 1}},
            {"nz(close[1])", {0, 10, 12, 11, 11}},
            {"nz(close[1], open)", {11, 10, 12, 11, 11}},
            {"if(close > open, close, -1)", {-1, 12, -1, -1, 15}},
            {"if(close[1] > 10, close, open)", {kNan, 11, 11, 11, 15}},
            {"since(close > open)", {kNan, 0, 1, 2, 0}},
            {"since(close > 100)", {kNan, kNan, kNan, kNan, kNan}},
            {"hl2", {10.5, 11.5, 11, 11, 13}},
            {"ohlc4 * 4", {42, 46, 44, 44, 52}},
            {"hlc3 * 3", {31, 35, 33, 33, 41}},
            {"volume", {1, 2, 3, 4, 5}},
            {"high - low", {1, 1, 0, 0, 4}},
            {"sma(close, 2)", {kNan, 11, 11.5, 11, 13}},
            {"highest(high, 2)", {kNan, 12, 12, 11, 15}},
            {"donchian(2).upper", {kNan, 12, 12, 11, 15}},
        },
        Type::kNumber);
}

TEST(Functions, ComputeConditions) {
    expect(
        {
            {"close < open", {1, 0, 0, 0, 0}},
            {"close <= open", {1, 0, 1, 1, 0}},
            {"close > open", {0, 1, 0, 0, 1}},
            {"close >= open", {0, 1, 1, 1, 1}},
            {"close == open", {0, 0, 1, 1, 0}},
            {"close != open", {1, 1, 0, 0, 1}},
            {"na(close[1])", {1, 0, 0, 0, 0}},
            {"na(close[1] > 2)", {1, 0, 0, 0, 0}},
            {"crossover(close, open)", {kNan, 1, 0, 0, 0}},
            {"crossunder(open, close)", {kNan, 1, 0, 0, 0}},
            {"crossunder(close, open)", {kNan, 0, 0, 0, 0}},
            {"cross(close, open)", {kNan, 1, 0, 0, 0}},
            {"cross(open, close)", {kNan, 1, 0, 0, 0}},
            {"rising(close)", {kNan, 1, 0, 0, 1}},
            {"rising(volume, 2)", {kNan, kNan, 1, 1, 1}},
            {"rising(close, 2)", {kNan, kNan, 0, 0, 0}},
            {"falling(close)", {kNan, 0, 1, 0, 0}},
            {"(close > open)[1]", {kNan, 0, 1, 0, 0}},
            {"if(close > open, close > 12, close < 11)", {1, 0, 0, 0, 1}},
        },
        Type::kCondition);
}

TEST(Functions, TellTheTimeOfTheCloseInUtc) {
    const TimeNs open_ns = parse_iso_time("2024-02-29 22:35").value();  // a Thursday
    const test::BarTable bars(test::k1h, open_ns, {test::flat(1), test::flat(1)});
    const auto value = [&](std::string_view text) {
        auto compiled = test::compile(text, Type::kNumber);
        return test::values_of(*compiled, {bars.columns(), bars.timeframe()});
    };
    EXPECT_EQ(value("year"), (std::vector<double>{2024, 2024}));
    EXPECT_EQ(value("month"), (std::vector<double>{2, 3}));
    EXPECT_EQ(value("day"), (std::vector<double>{29, 1}));
    EXPECT_EQ(value("weekday"), (std::vector<double>{4, 5}));
    EXPECT_EQ(value("hour"), (std::vector<double>{23, 0}));
    EXPECT_EQ(value("minute"), (std::vector<double>{35, 35}));
}

/// Conditions by what they are: T, F or U(nknown).
TEST(Functions, ReasonWithTheUnknown) {
    // close[1] > 0 is unknown in the first bar; close > 0 true, close < 0 false.
    const auto first = [](std::string_view text) { return values(text, Type::kCondition)[0]; };
    const auto unknown = [&](std::string_view text) { return std::isnan(first(text)); };
    EXPECT_TRUE(unknown("close[1] > 0"));
    EXPECT_TRUE(unknown("not (close[1] > 0)"));
    EXPECT_TRUE(unknown("close[1] == close[1]"));
    EXPECT_TRUE(unknown("close[1] != close[1]"));
    EXPECT_TRUE(unknown("close[1] > 0 and close > 0"));
    EXPECT_TRUE(unknown("close > 0 and close[1] > 0"));
    EXPECT_TRUE(unknown("close[1] > 0 and close[1] > 0"));
    EXPECT_EQ(first("close[1] > 0 and close < 0"), 0);
    EXPECT_EQ(first("close < 0 and close[1] > 0"), 0);
    EXPECT_TRUE(unknown("close[1] > 0 or close < 0"));
    EXPECT_TRUE(unknown("close < 0 or close[1] > 0"));
    EXPECT_TRUE(unknown("close[1] > 0 or close[1] > 0"));
    EXPECT_EQ(first("close[1] > 0 or close > 0"), 1);
    EXPECT_EQ(first("close > 0 or close[1] > 0"), 1);
    EXPECT_TRUE(unknown("if(close[1] > 0, true, true)"));
}

TEST(Functions, HaveNamesOfTheirOwn) {
    std::set<std::string_view> names;
    for (const Function& function : functions()) {
        EXPECT_TRUE(names.insert(function.name).second) << function.name;
        EXPECT_EQ(find_value_name(function.name), nullptr) << function.name;
    }
    for (const ValueName& known : value_names()) EXPECT_FALSE(known.text.empty()) << known.name;
}

}  // namespace
}  // namespace ct::expr
