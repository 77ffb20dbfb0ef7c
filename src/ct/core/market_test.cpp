#include "ct/core/market.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "ct/core/filters.hpp"
#include "ct/core/money.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/result.hpp"
#include "support/numbers.hpp"

namespace ct {
namespace {

std::string error_of(const std::vector<NamedText>& filters) {
    const auto market = Market::make("BTC/USDT", "BTCUSDT", filters);
    if (market) return "";
    EXPECT_EQ(market.error().code, ErrorCode::kInvalidData);
    return market.error().message;
}

TEST(Market, ReadsFiltersOnTheGridOfTheirDecimals) {
    const std::vector<NamedText> filters = {
        {"tick_size", "0.01000000"}, {"max_price", "1000000.0"},          {"lot_size", "0.00001"},
        {"min_notional", "5.00"},    {"min_notional_for_market", "true"}, {"buy_multiplier_up", "1.2"},
        {"max_orders", "200"}};
    const auto market = Market::make("BTC/USDT", "BTCUSDT", filters);
    ASSERT_TRUE(market) << market.error().message;
    EXPECT_EQ(market->instrument.scale, (Scale{2, 5}));
    EXPECT_EQ(market->filters.tick_size, Price{1});
    EXPECT_EQ(market->filters.max_price, Price{100'000'000});
    EXPECT_EQ(market->filters.lot_size, Quantity{1});
    EXPECT_EQ(market->filters.min_notional, test::money("5"));
    EXPECT_EQ(market->filters.buy_multiplier_up, test::rate("1.2"));
    EXPECT_EQ(market->filters.max_orders, 200U);
    EXPECT_TRUE(market->filters.min_notional_for_market);
    EXPECT_EQ(market->filters.min_price, Price{});  // off
}

TEST(Market, CountsFinelyWhatNoStepBounds) {
    const auto scale_of = [](const std::vector<NamedText>& filters) {
        return Market::make("BTC/USDT", "BTCUSDT", filters).value().instrument.scale;
    };
    EXPECT_EQ(scale_of({}), (Scale{8, 8}));
    EXPECT_EQ(scale_of({{"tick_size", "0.00"}, {"min_price", "0.01"}}), (Scale{8, 8}));
    EXPECT_EQ(scale_of({{"min_price", "1e-9"}}), (Scale{9, 8}));
    EXPECT_EQ(scale_of({{"tick_size", "0.01"}}), (Scale{2, 8}));
    EXPECT_EQ(scale_of({{"lot_size", "10"}}), (Scale{8, 0}));
    EXPECT_EQ(scale_of({{"tick_size", "1e-12"}}), (Scale{12, 6}));
    EXPECT_EQ(scale_of({{"lot_size", "1e-12"}}), (Scale{6, 12}));
    EXPECT_EQ(scale_of({{"max_quantity", "1e12"}}), (Scale{8, 6}));  // which still fits
}

TEST(Market, RefusesWhatIsNoFilter) {
    EXPECT_EQ(error_of({{"tick_siz", "1"}}),
              "market BTC/USDT: 'tick_siz' is no filter; the nearest name is 'tick_size'");
    EXPECT_EQ(error_of({{"tick_size", "1"}, {"tick_size", "1"}}), "market BTC/USDT: tick_size is there twice");
    EXPECT_EQ(error_of({{"tick_size", "one"}}), "market BTC/USDT: tick_size: 'one' is not a decimal number");
    EXPECT_EQ(error_of({{"max_orders", "1.5"}}), "market BTC/USDT: max_orders: '1.5' is not a whole number of 32 bits");
    EXPECT_EQ(error_of({{"max_orders", "-1"}}), "market BTC/USDT: max_orders: '-1' is not a whole number of 32 bits");
    EXPECT_EQ(error_of({{"min_notional_for_market", "1"}}),
              "market BTC/USDT: min_notional_for_market: '1' is neither true nor false");
    EXPECT_NE(error_of({{"tick_size", "1e300"}}), "");
    EXPECT_NE(error_of({{"tick_size", "nan"}}), "");
    EXPECT_NE(error_of({{"tick_size", ""}}), "");
    const std::vector<NamedText> fine = {{"tick_size", "1e-10"}, {"lot_size", "1e-10"}};  // 20 decimals together
    EXPECT_EQ(Market::make("BTC/USDT", "BTCUSDT", fine).error().code, ErrorCode::kOverflow);
}

TEST(Market, RefusesFiltersThatNoOrderPasses) {
    EXPECT_EQ(error_of({{"tick_size", "-1"}}), "market BTC/USDT: filters: tick_size is negative");
    EXPECT_EQ(error_of({{"max_price", "9223372036854775807"}}), "market BTC/USDT: filters: max_price is too large");
    EXPECT_NE(error_of({{"min_price", "2"}, {"max_price", "1"}}), "");
    EXPECT_NE(error_of({{"tick_size", "10"}, {"min_price", "11"}, {"max_price", "19"}}), "");
    EXPECT_EQ(error_of({{"tick_size", "10"}, {"min_price", "11"}, {"max_price", "20"}}), "");
    EXPECT_NE(error_of({{"lot_size", "2"}, {"max_quantity", "1"}}), "");
    EXPECT_NE(error_of({{"min_notional", "2"}, {"max_notional", "1"}}), "");
    EXPECT_NE(error_of({{"buy_multiplier_down", "2"}, {"buy_multiplier_up", "1"}}), "");
    EXPECT_NE(error_of({{"lot_size", "9223372036854775806"}, {"market_lot_size", "9223372036854775805"}}), "");
}

TEST(Market, AStepOfMarketOrdersIsOneOfBothLotSizes) {
    EXPECT_EQ(market_step({.lot_size = {4}, .market_lot_size = {6}}), Quantity{12});
    EXPECT_EQ(market_step({.lot_size = {4}}), Quantity{4});
    EXPECT_EQ(market_step({.market_lot_size = {6}}), Quantity{6});
    EXPECT_EQ(market_step({}), Quantity{0});
}

TEST(Markets, AreFoundByBothNames) {
    std::vector<Market> list;
    for (const char* base : {"BTC", "ETH"}) {
        list.push_back(Market::make(std::string(base) + "/USDT", std::string(base) + "USDT", {}).value());
    }
    const auto markets = Markets::make(list, "test");
    ASSERT_TRUE(markets);
    ASSERT_NE(markets->find("BTC/USDT"), nullptr);
    EXPECT_EQ(markets->find("BTCUSDT"), markets->find("BTC/USDT"));
    EXPECT_EQ(markets->find("btcusdt"), nullptr);
    EXPECT_EQ(markets->nearest_name("BTCUSDC"), "BTCUSDT");
    EXPECT_EQ(markets->nearest_name("ETH/USD"), "ETH/USDT");
    EXPECT_EQ(markets->nearest_name(std::string(100'000, 'X')), "BTCUSDT");
    EXPECT_EQ(Markets().nearest_name("BTCUSDC"), "");

    list.push_back(list.front());
    const auto twice = Markets::make(list, "test");
    ASSERT_FALSE(twice);
    EXPECT_EQ(twice.error().message, "test: market BTC/USDT is there twice");
}

TEST(Markets, StayFoundAfterAMove) {
    auto made = Markets::make({Market::make("A/B", "AB", {}).value()}, "test").value();
    const Markets moved = std::move(made);
    ASSERT_NE(moved.find("AB"), nullptr);
    EXPECT_EQ(moved.find("AB")->instrument.symbol, "A/B");
}

}  // namespace
}  // namespace ct
