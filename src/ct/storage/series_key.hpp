#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "ct/core/result.hpp"
#include "ct/core/timeframe.hpp"

namespace ct::storage {

enum class Market : std::uint8_t { kSpot, kFutures };

/// "spot" and "futures".
std::string_view name(Market market);
/// Errors: kInvalidArgument naming both.
Result<Market> parse_market(std::string_view text);

/// Names a series of the cache. Symbols are written as ccxt does: BASE/QUOTE for spot, BASE/QUOTE:SETTLE and
/// BASE/QUOTE:SETTLE-EXPIRY for contracts.
struct SeriesKey {
    std::string exchange;
    std::string symbol;
    Market market = Market::kSpot;
    Timeframe timeframe;

    /// `market` only disambiguates: a symbol with a colon is a contract, one without is spot unless futures are asked
    /// for, which makes BTC/USDT mean BTC/USDT:USDT. Errors: kInvalidArgument for a name that is empty, too long or not
    /// of this form, and for a market that contradicts the symbol.
    static Result<SeriesKey> make(std::string_view exchange, std::string_view symbol, std::optional<Market> market,
                                  Timeframe timeframe);

    /// "binance BTC/USDT 1m".
    [[nodiscard]] std::string text() const;
    friend bool operator==(const SeriesKey&, const SeriesKey&) = default;
};

/// A name as one path component that is the same on every file system and never leads out of its folder: bytes other
/// than letters, digits, '-' and a '.' that is not the first are written %XX.
std::string encode_component(std::string_view name);

/// "binance", "spot", "BTC_USDT", "1m": the names of the folders of a series. A linear contract is BASE_QUOTE, any
/// other keeps its suffix (BTC_USD_BTC, BTC_USDT_USDT-240628); the monthly timeframe is 1mo.
std::filesystem::path exchange_folder(std::string_view exchange);
std::filesystem::path symbol_folder(const SeriesKey& key);
std::filesystem::path series_folder(const SeriesKey& key);

/// The key of a folder as series_folder gives it; none when it is not one.
std::optional<SeriesKey> key_of_folder(const std::filesystem::path& folder);

}  // namespace ct::storage
