#include "ct/core/nearest.hpp"

#include <array>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace ct {
namespace {

TEST(Nearest, HasTheFewestEdits) {
    constexpr std::array<std::string_view, 4> kNames = {"buy_and_hold", "rsi", "sma_cross", "sma"};
    EXPECT_EQ(nearest("sma_cros", kNames), "sma_cross");
    EXPECT_EQ(nearest("smacross", kNames), "sma_cross");
    EXPECT_EQ(nearest("sam", kNames), "sma");
    EXPECT_EQ(nearest("rsi", kNames), "rsi");
    EXPECT_EQ(nearest("hold_and_buy", kNames), "buy_and_hold");
    EXPECT_EQ(nearest("", kNames), "rsi");  // the first of those with three letters
}

TEST(Nearest, ALetterInTheOtherCaseIsNearerThanAnother) {
    constexpr std::array<std::string_view, 3> kNames = {"t/USDT", "BTC/USDT", "ETH/USDT"};
    EXPECT_EQ(nearest("btc/usdt", kNames), "BTC/USDT");
    EXPECT_EQ(nearest("Eth/Usdc", kNames), "ETH/USDT");
    constexpr std::array<std::string_view, 2> kCases = {"SMMA", "sma"};
    EXPECT_EQ(nearest("smaa", kCases), "sma");
}

TEST(Likely, IsWhatDiffersByFewLetters) {
    constexpr std::array<std::string_view, 5> kNames = {"fast", "day", "close", "BollingerBands", "parameters"};
    EXPECT_EQ(likely("fats", kNames), "fast");  // two letters swapped are one edit
    EXPECT_EQ(likely("clse", kNames), "close");
    EXPECT_EQ(likely("CLOSE", kNames), "close");
    EXPECT_EQ(likely("parmeter", kNames), "parameters");
}

TEST(Likely, IsWhatBeginsSoOrHasItInside) {
    constexpr std::array<std::string_view, 4> kNames = {"BollingerBandsPct", "BollingerBands", "close", "parameters"};
    EXPECT_EQ(likely("bolinger", kNames), "BollingerBands");
    EXPECT_EQ(likely("params", kNames), "parameters");
    EXPECT_EQ(likely("Bands", kNames), "BollingerBands");
    EXPECT_EQ(likely("close_price", kNames), "close");
    EXPECT_EQ(likely("bolbands", kNames), "BollingerBands");
}

TEST(Likely, IsNothingThatIsFarAway) {
    constexpr std::array<std::string_view, 7> kNames = {"abs", "floor", "day", "high", "costs", "name", "acos"};
    for (const char* wanted : {"zscore", "fast", "nan", "time", "foo", "bb", "avg", "params", ""}) {
        EXPECT_EQ(likely(wanted, kNames), "") << wanted;
    }
    EXPECT_EQ(likely(std::string(100'000, 'a'), kNames), "");
    EXPECT_EQ(likely("a", {}), "");
}

TEST(Likely, MakesSentences) {
    constexpr std::array<std::string_view, 2> kNames = {"sma", "ema"};
    EXPECT_EQ(did_you_mean("smaa", kNames), ", did you mean 'sma'?");
    EXPECT_EQ(did_you_mean("smaa", kNames, "; "), "; did you mean 'sma'?");
    EXPECT_EQ(did_you_mean("lots", kNames), ".");
    EXPECT_EQ(nearest_name("smaa", kNames), "; the nearest name is 'sma'");
    EXPECT_EQ(nearest_name("lots", kNames), "");
}

}  // namespace
}  // namespace ct
