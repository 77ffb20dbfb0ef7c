#include "ct/storage/markets_file.hpp"

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "ct/core/filters.hpp"
#include "ct/core/market.hpp"
#include "ct/core/money.hpp"
#include "ct/core/result.hpp"
#include "ct/storage/text_file.hpp"
#include "support/shared_data.hpp"
#include "support/temporary_folder.hpp"

namespace ct::storage {
namespace {

constexpr const char* kInfo = "exchange/binance_spot_exchangeInfo_20211012.json.gz";
constexpr const char* kProperties = "exchange/lean_symbol_properties_crypto.csv.gz";

/// The filters that are on, "name value name value ...".
std::string filters_of(const Market& market) {
    std::string text;
    for_each_filter(market.filters, [&](std::string_view name, const auto& value) {
        const std::string shown = filter_text(value, market.instrument.scale);
        if (shown != "0" && shown != "false") text += fmt::format("{} {} ", name, shown);
    });
    return text;
}

std::string symbol_with(std::string_view filters) {
    return fmt::format(R"({{"symbol":"AB","baseAsset":"A","quoteAsset":"B","filters":[{}]}})", filters);
}

Result<Markets> parse_filter(std::string_view filter) { return parse_exchange_info(symbol_with(filter), "x.json"); }

std::string error_of(const Result<Markets>& parsed) { return parsed ? "" : parsed.error().message; }

TEST(ExchangeInfo, ReadsEveryFilterThatIsChecked) {
    const auto markets =
        parse_filter(R"({"filterType":"PRICE_FILTER","minPrice":"0.01","maxPrice":"1000.00","tickSize":"0.01"},)"
                     R"({"filterType":"LOT_SIZE","minQty":"0.1","maxQty":"900","stepSize":"0.1"},)"
                     R"({"filterType":"MARKET_LOT_SIZE","minQty":"0","maxQty":"90.5","stepSize":"0"},)"
                     R"({"filterType":"NOTIONAL","minNotional":"5","applyMinToMarket":true,"maxNotional":"9000",)"
                     R"("applyMaxToMarket":false,"avgPriceMins":5},)"
                     R"({"filterType":"PERCENT_PRICE_BY_SIDE","bidMultiplierUp":"1.2","bidMultiplierDown":"0.2",)"
                     R"("askMultiplierUp":"5","askMultiplierDown":"0.8","avgPriceMins":1},)"
                     R"({"filterType":"ICEBERG_PARTS","limit":10},{"filterType":"MAX_NUM_ORDERS","maxNumOrders":200},)"
                     R"({"filterType":"MAX_NUM_ALGO_ORDERS","maxNumAlgoOrders":5},)"
                     R"({"filterType":"MAX_NUM_ICEBERG_ORDERS","maxNumIcebergOrders":3},)"
                     R"({"filterType":"MAX_POSITION","maxPosition":"77.25"},)"
                     R"({"filterType":"TRAILING_DELTA","minTrailingAboveDelta":10,"nested":[{"deep":[1,2]}]})");
    ASSERT_TRUE(markets) << markets.error().message;
    const Market* const market = markets->find("A/B");
    ASSERT_NE(market, nullptr);
    EXPECT_EQ(filters_of(*market),
              "tick_size 0.01 min_price 0.01 max_price 1000 lot_size 0.1 min_quantity 0.1 max_quantity 900 "
              "market_max_quantity 90.5 max_position 77.25 min_notional 5 max_notional 9000 buy_multiplier_down 0.2 "
              "buy_multiplier_up 1.2 sell_multiplier_down 0.8 sell_multiplier_up 5 percent_minutes 1 "
              "notional_minutes 5 max_orders 200 max_algo_orders 5 max_iceberg_orders 3 iceberg_parts 10 "
              "min_notional_for_market true ");
    EXPECT_EQ(market->unchecked, std::vector<std::string>{"TRAILING_DELTA"});
    EXPECT_EQ(market->instrument.scale, (Scale{2, 2}));
}

TEST(ExchangeInfo, TakesAnAnswerAListOrOneSymbol) {
    const std::string symbol = symbol_with("");
    for (const std::string& json : {symbol, "[" + symbol + "]", R"({"timezone":"UTC","symbols":[)" + symbol + "]}"}) {
        const auto markets = parse_exchange_info(json, "x.json");
        ASSERT_TRUE(markets) << markets.error().message;
        EXPECT_NE(markets->find("AB"), nullptr);
    }
}

TEST(ExchangeInfo, SaysWhatIsWrongAndWhere) {
    EXPECT_EQ(error_of(parse_exchange_info("{\"symbols\":[}", "x.json")),
              "x.json: no valid JSON at byte 13: Invalid value.");
    EXPECT_EQ(error_of(parse_exchange_info("", "x.json")), "x.json: no valid JSON at byte 1: The document is empty.");
    EXPECT_EQ(error_of(parse_exchange_info("{\"symbols\":5}", "x.json")), "x.json: symbols is no list");
    EXPECT_EQ(error_of(parse_exchange_info("[5]", "x.json")),
              "x.json: symbol 1: expected an object with symbol, baseAsset, quoteAsset and filters");
    EXPECT_EQ(error_of(parse_filter("5")), "x.json: symbol 1: AB: a filter without filterType");
    EXPECT_EQ(error_of(parse_filter(R"({"filterType":"MIN_NOTIONAL","notional":"5"})")),
              "x.json: symbol 1: AB: MIN_NOTIONAL without minNotional");
    EXPECT_EQ(error_of(parse_filter(R"({"filterType":"MAX_NUM_ORDERS","maxNumOrders":{}})")),
              "x.json: symbol 1: AB: MAX_NUM_ORDERS without maxNumOrders");
    EXPECT_EQ(error_of(parse_filter(R"({"filterType":"MAX_POSITION","maxPosition":"-1"})")),
              "x.json: symbol 1: market A/B: filters: max_position is negative");
    EXPECT_EQ(error_of(parse_exchange_info("[" + symbol_with("") + "," + symbol_with("") + "]", "x.json")),
              "x.json: market A/B is there twice");
    EXPECT_NE(error_of(parse_exchange_info(std::string(1'000'000, '['), "x.json")), "");
}

TEST(ExchangeInfo, EverySymbolOfARealAnswerIsAMarket) {
    CT_REQUIRE_SHARED_DATA();
    const auto markets = load_markets(*test::shared_data() / kInfo);
    ASSERT_TRUE(markets) << markets.error().message;
    EXPECT_EQ(markets->all().size(), 1695U);
    std::map<std::string, std::size_t> on;
    for (const Market& market : markets->all()) {
        EXPECT_TRUE(check(market.filters)) << market.instrument.symbol;
        EXPECT_TRUE(market.unchecked.empty()) << market.instrument.symbol;
        for_each_filter(market.filters, [&](std::string_view name, const auto& value) {
            const std::string shown = filter_text(value, market.instrument.scale);
            if (shown != "0" && shown != "false") ++on[std::string(name)];
        });
    }
    EXPECT_EQ(on["tick_size"], 1695U);
    EXPECT_EQ(on["lot_size"], 1695U);
    EXPECT_EQ(on["max_position"], 40U);
    EXPECT_EQ(on["max_algo_orders"], 1695U);
    const Market* const market = markets->find("ETH/BTC");
    ASSERT_NE(market, nullptr);
    EXPECT_EQ(filters_of(*market),
              "tick_size 0.000001 min_price 0.000001 max_price 922327 lot_size 0.0001 min_quantity 0.0001 "
              "max_quantity 100000 market_max_quantity 873.90727776 min_notional 0.0001 buy_multiplier_down 0.2 "
              "buy_multiplier_up 5 sell_multiplier_down 0.2 sell_multiplier_up 5 percent_minutes 5 "
              "notional_minutes 5 max_orders 200 max_algo_orders 5 iceberg_parts 10 min_notional_for_market true ");
}

TEST(ExchangeInfo, EveryMarketOfARealAnswerRoundTripsAsText) {
    CT_REQUIRE_SHARED_DATA();
    const auto markets = load_markets(*test::shared_data() / kInfo);
    ASSERT_TRUE(markets) << markets.error().message;
    for (const Market& market : markets->all()) {
        std::vector<std::pair<std::string_view, std::string>> texts;
        for_each_filter(market.filters, [&](std::string_view name, const auto& value) {
            texts.emplace_back(name, filter_text(value, market.instrument.scale));
        });
        std::vector<NamedText> named;
        named.reserve(texts.size());
        for (const auto& [name, text] : texts) named.push_back({name, text});
        const auto again = Market::make(market.instrument.symbol, market.venue_symbol, named);
        ASSERT_TRUE(again) << again.error().message;
        EXPECT_EQ(again->filters, market.filters) << market.instrument.symbol;
        EXPECT_EQ(again->instrument.scale, market.instrument.scale) << market.instrument.symbol;
    }
}

constexpr std::string_view kHead =
    "market,symbol,type,description,quote_currency,contract_multiplier,minimum_price_variation,lot_size,market_ticker,"
    "minimum_order_size\n";

TEST(SymbolProperties, TheMinimumIsANotionalAtBinanceAndAQuantityElsewhere) {
    const std::string csv = std::string(kHead) +
                            "binance,ABUSD,crypto,x,USD,1,0.01,0.001,ABUSD,5\r\n"
                            "binance,CDUSD,cryptofuture,x,USD,1,0.01,0.001,CDUSD,5\n"
                            "coinbase,ABUSD,crypto,x,USD,1,0.01,0.001,AB-USD,0.5";
    const auto binance = parse_symbol_properties(csv, "x.csv", "binance");
    ASSERT_TRUE(binance) << binance.error().message;
    ASSERT_EQ(binance->all().size(), 1U);
    EXPECT_EQ(filters_of(binance->all()[0]), "tick_size 0.01 lot_size 0.001 min_notional 5 ");
    const auto coinbase = parse_symbol_properties(csv, "x.csv", "coinbase");
    ASSERT_TRUE(coinbase) << coinbase.error().message;
    EXPECT_EQ(filters_of(*coinbase->find("AB-USD")), "tick_size 0.01 lot_size 0.001 min_quantity 0.5 ");
    EXPECT_EQ(error_of(parse_symbol_properties(csv, "x.csv", "kraken")), "x.csv: no spot instruments of 'kraken'");
}

TEST(SymbolProperties, SayWhatIsWrongAndWhere) {
    const std::string head(kHead);
    EXPECT_EQ(error_of(parse_symbol_properties("a,b\n1,2\n", "x.csv", "binance")),
              "x.csv:1: no column market, expected Lean's symbol properties or the JSON of Binance's exchangeInfo");
    EXPECT_EQ(error_of(parse_symbol_properties(head + "binance,AB,crypto,x,USD,1,1,1,AB,1\n", "x.csv", "binance")),
              "x.csv:2: symbol 'AB' does not end with its quote 'USD'");
    EXPECT_EQ(error_of(parse_symbol_properties(head + "binance,ABUSD,crypto,x,USD,1,no,1,AB,1\n", "x.csv", "binance")),
              "x.csv:2: market AB/USD: tick_size: 'no' is not a decimal number");
}

TEST(SymbolProperties, EveryExchangeOfTheRealTableIsRead) {
    CT_REQUIRE_SHARED_DATA();
    const std::map<std::string, std::size_t> sizes = {{"binance", 3651}, {"binanceus", 627}, {"bitfinex", 570},
                                                      {"bybit", 956},    {"coinbase", 970},  {"kraken", 1262}};
    for (const auto& [exchange, size] : sizes) {
        const auto markets = load_markets(*test::shared_data() / kProperties, exchange);
        ASSERT_TRUE(markets) << markets.error().message;
        EXPECT_EQ(markets->all().size() + markets->left_out().size(), size) << exchange;
        EXPECT_EQ(markets->left_out().size(), exchange == "coinbase" ? 7U : 0U) << exchange;
    }
}

TEST(LoadMarkets, TellsTheFormatByTheContent) {
    const test::TemporaryFolder folder;
    ASSERT_TRUE(write_text_file(folder.path() / "info.txt", "\n " + symbol_with("")));
    EXPECT_TRUE(load_markets(folder.path() / "info.txt"));
    ASSERT_TRUE(write_text_file(folder.path() / "empty", ""));
    EXPECT_EQ(load_markets(folder.path() / "empty").error().code, ErrorCode::kNotFound);
    EXPECT_EQ(load_markets(folder.path() / "none").error().code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace ct::storage
