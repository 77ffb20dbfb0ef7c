#include "ct/risk/bundled_markets.hpp"

#include <cstddef>

#include <gtest/gtest.h>

#include "ct/core/filters.hpp"
#include "ct/core/market.hpp"
#include "ct/core/money.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "support/numbers.hpp"

namespace ct::risk {
namespace {

constexpr std::size_t kMarkets = 3651;

TEST(BundledMarkets, HoldEverySpotInstrumentOfTheirSource) {
    EXPECT_EQ(bundled_markets().all().size(), kMarkets);
    EXPECT_EQ(bundled_markets().source(), "bundled Binance spot table, 2026-11-22");
}

TEST(BundledMarkets, KnowTickLotAndMinimumNotionalAlone) {
    const Market* const market = bundled_markets().find("BTC/USDT");
    ASSERT_NE(market, nullptr);
    EXPECT_EQ(market->venue_symbol, "BTCUSDT");
    EXPECT_EQ(market->instrument.scale, (Scale{2, 5}));
    EXPECT_EQ(market->filters, (Filters{.tick_size = {1}, .lot_size = {1}, .min_notional = test::money("5")}));
    const Market* const shib = bundled_markets().find("SHIBUSDT");
    ASSERT_NE(shib, nullptr);
    EXPECT_EQ(shib->instrument.scale, (Scale{8, 0}));
}

TEST(BundledMarkets, HaveFiltersThatOrdersCanPass) {
    for (const Market& market : bundled_markets().all()) {
        EXPECT_TRUE(check(market.filters)) << market.instrument.symbol;
        EXPECT_GT(market.filters.tick_size.count, 0) << market.instrument.symbol;
        EXPECT_GT(market.filters.lot_size.count, 0) << market.instrument.symbol;
        EXPECT_GT(market.filters.min_notional, Money{}) << market.instrument.symbol;
    }
}

}  // namespace
}  // namespace ct::risk
