#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "ct/core/timeframe.hpp"

namespace ct::storage {

/// What the name of a file says of its candles.
struct SeriesName {
    std::optional<std::string> symbol;
    std::optional<Timeframe> timeframe;
};

/// Reads the names that freqtrade gives ("BTC_USDT-5m.feather", "BTC_USDT_USDT-1h-futures.feather": symbol and
/// timeframe) and those of Binance's archive ("BTCUSDT-1m-2024-01.zip": the timeframe only, as base and quote are not
/// told apart). Any other name says nothing.
SeriesName series_of_file_name(const std::filesystem::path& path);

}  // namespace ct::storage
