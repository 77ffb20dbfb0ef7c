#include "ct/strategies/registry.hpp"

#include <set>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "ct/core/result.hpp"
#include "ct/strategies/parameters.hpp"

namespace ct::strategies {
namespace {

TEST(Registry, EveryStrategyIsFoundByItsNameAndMadeFromItsDefaults) {
    std::set<std::string_view> names;
    for (const StrategyInfo& info : all()) {
        SCOPED_TRACE(info.name);
        EXPECT_TRUE(names.insert(info.name).second);
        EXPECT_FALSE(info.text.empty());
        EXPECT_EQ(find(info.name).value()->name, info.name);
        EXPECT_TRUE(make(info.name, {}));
        std::set<std::string_view> parameters;
        for (const ParameterInfo& parameter : info.parameters) {
            EXPECT_TRUE(parameters.insert(parameter.name).second);
            EXPECT_FALSE(parameter.text.empty());
        }
    }
    EXPECT_TRUE(names.contains("buy_and_hold"));
    EXPECT_TRUE(names.contains("sma_cross"));
}

TEST(Registry, AnUnknownStrategyIsAnErrorThatNamesTheNearest) {
    const auto found = find("sma_crss");
    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().code, ErrorCode::kNotFound);
    EXPECT_EQ(found.error().message,
              "no strategy 'sma_crss', did you mean 'sma_cross'? There is bollinger_reversion, breakout, buy_and_hold, "
              "dca, macd_trend, momentum_rotation, pairs_zscore, rsi_reversion, sma_cross");
    EXPECT_EQ(make("buyhold", {}).error().message.substr(0, 54),
              "no strategy 'buyhold', did you mean 'buy_and_hold'? Th");
}

TEST(Parameters, ThatAreNotGivenHaveTheirDefaults) {
    const auto parameters = complete(*find("sma_cross").value(), {{"fast", "7"}});
    ASSERT_TRUE(parameters);
    EXPECT_EQ(*parameters, (Parameters{{"fast", "7"}, {"slow", "50"}, {"size", "95%"}, {"short", "false"}}));
}

TEST(Parameters, ThatAreUnknownAreAnErrorThatNamesTheNearest) {
    const auto parameters = complete(*find("sma_cross").value(), {{"slwo", "7"}});
    ASSERT_FALSE(parameters);
    EXPECT_EQ(parameters.error().code, ErrorCode::kInvalidArgument);
    EXPECT_EQ(parameters.error().message,
              "strategy 'sma_cross' has no parameter 'slwo', did you mean 'slow'? It has fast, slow, size, short");
    EXPECT_EQ(make("buy_and_hold", {{"fast", "7"}}).error().message,
              "strategy 'buy_and_hold' has no parameter 'fast'. It has size");
}

std::string error_of(const Parameters& parameters) {
    const auto made = make("sma_cross", parameters);
    EXPECT_FALSE(made);
    if (made) return "";
    EXPECT_EQ(made.error().code, ErrorCode::kInvalidArgument);
    return made.error().message;
}

TEST(Parameters, ThatAreNoWholeNumbersInRangeAreAnErrorThatNamesThem) {
    for (const std::string text :
         {"", "ten", "1.5", "1e1", "-5", "0", "100001", "10 ", " 10", "+10", "99999999999999999999"}) {
        EXPECT_EQ(error_of({{"fast", text}}), "parameter fast=" + text + ": expected a whole number from 1 to 100000");
        EXPECT_EQ(error_of({{"slow", text}}), "parameter slow=" + text + ": expected a whole number from 1 to 100000");
    }
    EXPECT_TRUE(make("sma_cross", {{"fast", "1"}, {"slow", "100000"}}));
}

TEST(Parameters, ThatAreNoSizeAreAnErrorThatNamesThem) {
    EXPECT_EQ(error_of({{"size", "lots"}}),
              "parameter size: size 'lots' is not a positive amount such as 0.5, 95% or 5000quote");
}

TEST(Parameters, ThatAreNeitherTrueNorFalseAreAnErrorThatNamesThem) {
    for (const std::string text : {"", "maybe", "TRUE", "2", "truee"}) {
        EXPECT_EQ(error_of({{"short", text}}), "parameter short=" + text + ": expected true or false");
    }
    const auto read = [](const char* text) { return yes_or_no({{"x", text}}, "x"); };
    for (const char* yes : {"true", "1", "yes"}) EXPECT_TRUE(read(yes));
    for (const char* no : {"false", "0", "no"}) EXPECT_FALSE(read(no));
}

TEST(Parameters, WholeNumbersIncludeTheirBounds) {
    const ParameterInfo info{"x", ParameterType::kWhole, "4", "", 3, 5};
    const auto read = [&](const char* text) { return check(info, text).has_value(); };
    EXPECT_FALSE(read("2"));
    EXPECT_TRUE(read("3"));
    EXPECT_TRUE(read("5"));
    EXPECT_FALSE(read("2"));
    EXPECT_FALSE(read("6"));
    EXPECT_FALSE(read("6"));
}

}  // namespace
}  // namespace ct::strategies
