// Lean's symbol properties.

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "ct/core/market.hpp"
#include "ct/core/result.hpp"
#include "ct/storage/markets_file.hpp"

namespace ct::storage {

namespace {

enum Column : std::size_t { kExchange, kSymbol, kType, kQuote, kTick, kLot, kTicker, kMinimum, kColumns };
constexpr std::array<std::string_view, kColumns> kNames = {"market",
                                                           "symbol",
                                                           "type",
                                                           "quote_currency",
                                                           "minimum_price_variation",
                                                           "lot_size",
                                                           "market_ticker",
                                                           "minimum_order_size"};

std::vector<std::string_view> split(std::string_view line) {
    std::vector<std::string_view> fields;
    if (line.ends_with('\r')) line.remove_suffix(1);
    for (;;) {
        const std::size_t comma = line.find(',');
        fields.push_back(line.substr(0, comma));
        if (comma == std::string_view::npos) return fields;
        line.remove_prefix(comma + 1);
    }
}

Result<Market> market_of(const std::array<std::string_view, kColumns>& row) {
    const std::string_view symbol = row[kSymbol];
    const std::string_view quote = row[kQuote];
    if (!symbol.ends_with(quote)) {
        return fail(ErrorCode::kInvalidData,
                    fmt::format("symbol '{}' does not end with its quote '{}'", symbol, quote));
    }
    std::vector<NamedText> filters = {{"tick_size", row[kTick]}, {"lot_size", row[kLot]}};
    const bool is_notional = row[kExchange].starts_with("binance");
    if (!row[kMinimum].empty()) filters.push_back({is_notional ? "min_notional" : "min_quantity", row[kMinimum]});
    const std::string_view base = symbol.substr(0, symbol.size() - quote.size());
    return Market::make(fmt::format("{}/{}", base, quote), row[kTicker], filters);
}

}  // namespace

Result<Markets> parse_symbol_properties(std::string_view csv, const std::string& name, std::string_view exchange) {
    std::array<std::size_t, kColumns> places{};
    std::vector<Market> markets;
    std::vector<std::string> left_out;
    for (std::size_t line_number = 1; !csv.empty(); ++line_number) {
        const std::size_t end = csv.find('\n');
        const std::vector<std::string_view> fields = split(csv.substr(0, end));
        csv.remove_prefix(end == std::string_view::npos ? csv.size() : end + 1);
        const auto wrong = [&](const std::string& what) {
            return fail(ErrorCode::kInvalidData, fmt::format("{}:{}: {}", name, line_number, what));
        };
        if (line_number == 1) {
            for (std::size_t k = 0; k < kColumns; ++k) {
                const auto found = std::find(fields.begin(), fields.end(), kNames[k]);
                if (found == fields.end()) {
                    return wrong(
                        fmt::format("no column {}, expected Lean's symbol properties or the JSON of Binance's "
                                    "exchangeInfo",
                                    kNames[k]));
                }
                places[k] = static_cast<std::size_t>(found - fields.begin());
            }
            continue;
        }
        std::array<std::string_view, kColumns> row{};
        for (std::size_t k = 0; k < kColumns; ++k) {
            if (places[k] < fields.size()) row[k] = fields[places[k]];
        }
        if (row[kExchange] != exchange || row[kType] != "crypto") continue;
        auto market = market_of(row);
        if (!market && market.error().code == ErrorCode::kOverflow) {
            left_out.push_back(market.error().message);
        } else if (!market) {
            return wrong(market.error().message);
        } else {
            markets.push_back(*std::move(market));
        }
    }
    if (markets.empty()) {
        return fail(ErrorCode::kNotFound, fmt::format("{}: no spot instruments of '{}'", name, exchange));
    }
    return Markets::make(std::move(markets), name, std::move(left_out));
}

}  // namespace ct::storage
