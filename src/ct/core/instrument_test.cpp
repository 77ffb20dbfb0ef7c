#include "ct/core/instrument.hpp"

#include <string_view>

#include <gtest/gtest.h>

#include "ct/core/money.hpp"
#include "ct/core/result.hpp"

namespace ct {
namespace {

TEST(Instrument, SplitsItsSymbol) {
    const Instrument spot = Instrument::make("BTC/USDT", Scale{2, 8}).value();
    EXPECT_EQ(spot.symbol, "BTC/USDT");
    EXPECT_EQ(spot.base, "BTC");
    EXPECT_EQ(spot.quote, "USDT");
    EXPECT_EQ(spot.scale, (Scale{2, 8}));
    const Instrument future = Instrument::make("1000SHIB/USDT:USDT-241227", Scale{}).value();
    EXPECT_EQ(future.symbol, "1000SHIB/USDT:USDT-241227");
    EXPECT_EQ(future.base, "1000SHIB");
    EXPECT_EQ(future.quote, "USDT");
}

TEST(Instrument, RefusesOtherForms) {
    for (const std::string_view symbol : {"", "/", "BTC", "BTCUSDT", "BTC/", "/USDT", "BTC/:USDT",
                                          "BTC/USDT:", ":BTC/USDT", "BTC:USDT", "A/B/C", "BTC//USDT"}) {
        const auto made = Instrument::make(symbol, Scale{});
        ASSERT_FALSE(made) << symbol;
        EXPECT_EQ(made.error().code, ErrorCode::kInvalidArgument);
        EXPECT_NE(made.error().message.find("BASE/QUOTE"), std::string_view::npos);
    }
}

}  // namespace
}  // namespace ct
