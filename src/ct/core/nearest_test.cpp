#include "ct/core/nearest.hpp"

#include <array>
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

}  // namespace
}  // namespace ct
