#include "ct/storage/series_key.hpp"

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "ct/core/result.hpp"
#include "ct/core/timeframe.hpp"

namespace ct::storage {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostNameBytes = 60;  ///< encoded it is at most three times as long, which file systems take
constexpr std::string_view kMonthFolder = "1mo";

struct SymbolParts {
    std::string_view base;
    std::string_view quote;
    std::string_view settle;  ///< with what follows it, empty for spot
};

bool is_plain(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'; }

std::optional<SymbolParts> split_symbol(std::string_view symbol) {
    const auto colon = symbol.find(':');
    const std::string_view pair = symbol.substr(0, colon);
    const auto slash = pair.find('/');
    if (slash == std::string_view::npos) return std::nullopt;
    SymbolParts parts{pair.substr(0, slash), pair.substr(slash + 1), {}};
    if (colon != std::string_view::npos) {
        parts.settle = symbol.substr(colon + 1);
        if (parts.settle.empty() || parts.settle.find_first_of(":/") != std::string_view::npos) return std::nullopt;
    }
    if (parts.base.empty() || parts.quote.empty() || parts.quote.find('/') != std::string_view::npos) {
        return std::nullopt;
    }
    return parts;
}

/// The reverse of encode_component; none for what it never makes.
std::optional<std::string> decode_component(std::string_view text) {
    std::string name;
    const auto digit = [](char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1; };
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            name += text[i];
            continue;
        }
        if (i + 2 >= text.size() || digit(text[i + 1]) < 0 || digit(text[i + 2]) < 0) return std::nullopt;
        name += static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2]));
        i += 2;
    }
    if (name.empty() || encode_component(name) != text) return std::nullopt;
    return name;
}

Result<void> check_name(std::string_view what, std::string_view name) {
    if (name.empty()) return fail(ErrorCode::kInvalidArgument, fmt::format("the {} is empty", what));
    if (name.size() > kMostNameBytes) {
        return fail(ErrorCode::kInvalidArgument,
                    fmt::format("the {} '{}...' is longer than {} bytes", what, name.substr(0, 20), kMostNameBytes));
    }
    constexpr unsigned char kFirstPrintable = 0x20;
    constexpr unsigned char kDelete = 0x7f;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= kFirstPrintable && byte != kDelete) continue;
        return fail(ErrorCode::kInvalidArgument,
                    fmt::format("the {} holds the control character 0x{:02x}", what, byte));
    }
    return {};
}

std::optional<std::string> symbol_of_folder(const std::string& folder, Market market) {
    std::vector<std::string> parts;
    std::string_view rest = folder;
    for (;;) {
        const auto end = rest.find('_');
        auto part = decode_component(rest.substr(0, end));
        if (!part) return std::nullopt;
        parts.push_back(*part);
        if (end == std::string_view::npos) break;
        rest = rest.substr(end + 1);
    }
    if (market == Market::kSpot && parts.size() == 2) return parts[0] + "/" + parts[1];
    if (market == Market::kFutures && parts.size() == 2) return parts[0] + "/" + parts[1] + ":" + parts[1];
    if (market == Market::kFutures && parts.size() == 3) return parts[0] + "/" + parts[1] + ":" + parts[2];
    return std::nullopt;
}

}  // namespace

std::string_view name(Market market) { return market == Market::kSpot ? "spot" : "futures"; }

Result<Market> parse_market(std::string_view text) {
    if (text == "spot") return Market::kSpot;
    if (text == "futures") return Market::kFutures;
    return fail(ErrorCode::kInvalidArgument,
                fmt::format("unknown instrument type '{}', expected spot or futures", text));
}

Result<SeriesKey> SeriesKey::make(std::string_view exchange, std::string_view symbol, std::optional<Market> market,
                                  Timeframe timeframe) {
    if (auto checked = check_name("exchange", exchange); !checked) return fail(checked);
    if (auto checked = check_name("symbol", symbol); !checked) return fail(checked);
    const auto parts = split_symbol(symbol);
    if (!parts) {
        return fail(ErrorCode::kInvalidArgument,
                    fmt::format("symbol '{}' is not of the form BASE/QUOTE or BASE/QUOTE:SETTLE, such as BTC/USDT or "
                                "BTC/USDT:USDT",
                                symbol));
    }
    std::string full(symbol);
    if (parts->settle.empty()) {
        if (market == Market::kFutures) full += ":" + std::string(parts->quote);
    } else if (market == Market::kSpot) {
        return fail(
            ErrorCode::kInvalidArgument,
            fmt::format("symbol '{}' is a contract, not spot: leave the instrument type out or say futures", symbol));
    }
    const Market is = full.find(':') == std::string::npos ? Market::kSpot : Market::kFutures;
    return SeriesKey{std::string(exchange), std::move(full), is, timeframe};
}

std::string SeriesKey::text() const { return fmt::format("{} {} {}", exchange, symbol, timeframe.text()); }

std::string encode_component(std::string_view name) {
    std::string encoded;
    for (const char c : name) {
        if (is_plain(c) || (c == '.' && !encoded.empty())) {
            encoded += c;
        } else {
            fmt::format_to(std::back_inserter(encoded), "%{:02X}", static_cast<unsigned char>(c));
        }
    }
    return encoded;
}

fs::path exchange_folder(std::string_view exchange) { return encode_component(exchange); }

fs::path symbol_folder(const SeriesKey& key) {
    const auto parts = split_symbol(key.symbol);
    std::string folder = encode_component(parts->base) + "_" + encode_component(parts->quote);
    if (!parts->settle.empty() && parts->settle != parts->quote) folder += "_" + encode_component(parts->settle);
    return exchange_folder(key.exchange) / name(key.market) / folder;
}

fs::path series_folder(const SeriesKey& key) {
    return symbol_folder(key) / (key.timeframe.is_month() ? std::string(kMonthFolder) : key.timeframe.text());
}

std::optional<SeriesKey> key_of_folder(const fs::path& folder) {
    std::vector<std::string> names;
    std::transform(folder.begin(), folder.end(), std::back_inserter(names),
                   [](const fs::path& part) { return part.string(); });
    if (names.size() != 4) return std::nullopt;
    const auto exchange = decode_component(names[0]);
    const auto market = parse_market(names[1]);
    if (!exchange || !market) return std::nullopt;
    const auto symbol = symbol_of_folder(names[2], *market);
    const auto timeframe =
        names[3] == kMonthFolder ? Result<Timeframe>(Timeframe::month()) : Timeframe::parse(names[3]);
    if (!symbol || !timeframe) return std::nullopt;
    auto key = SeriesKey::make(*exchange, *symbol, *market, *timeframe);
    if (!key || series_folder(*key) != folder) return std::nullopt;
    return *key;
}

}  // namespace ct::storage
