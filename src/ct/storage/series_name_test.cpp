#include "ct/storage/series_name.hpp"

#include <string>

#include <gtest/gtest.h>

namespace ct::storage {
namespace {

/// "BTC/USDT 5m", "- 1m", "- -"
std::string series(const std::string& path) {
    const SeriesName name = series_of_file_name(path);
    return name.symbol.value_or("-") + " " + (name.timeframe ? name.timeframe->text() : "-");
}

TEST(SeriesName, ReadsTheNamesOfFreqtrade) {
    EXPECT_EQ(series("data/binance/BTC_USDT-5m.feather"), "BTC/USDT 5m");
    EXPECT_EQ(series("BTC_USDT-5m.json"), "BTC/USDT 5m");
    EXPECT_EQ(series("1000SHIB_USDT-1d.json.gz"), "1000SHIB/USDT 1d");
    EXPECT_EQ(series("futures/BTC_USDT_USDT-1h-futures.feather"), "BTC/USDT:USDT 1h");
    EXPECT_EQ(series("BTC_USDT_USDT-240628-1h-futures.parquet"), "BTC/USDT:USDT-240628 1h");
    EXPECT_EQ(series("ETH_BTC-1Mo.feather"), "ETH/BTC 1M");
}

TEST(SeriesName, ReadsTheTimeframeOfTheArchive) {
    EXPECT_EQ(series("BTCUSDT-1m-2024-01.zip"), "- 1m");
    EXPECT_EQ(series("BTCUSDT-15m-2024-01-31.csv"), "- 15m");
}

TEST(SeriesName, OtherNamesSayNothing) {
    // Funding rates and mark prices are no candles of trades.
    for (const char* name :
         {"candles.csv", "BTC_USDT_USDT-8h-funding_rate.feather", "BTC_USDT_USDT-1h-mark.feather", "BTC_USDT-7x.json",
          "-5m.json", "BTC_USDT-5m", "BTC_USDT-5m.txt", "_-5m.csv", "BTC-5m.csv", "A_B_C_D-1m.csv",
          "BTC_USDT-1h-futures.feather", ".json", "", "a-2024-01.csv", "BTC_USDT-5m-2024-01.csv"}) {
        EXPECT_EQ(series(name), "- -") << name;
    }
}

}  // namespace
}  // namespace ct::storage
