#include "ct/storage/series_name.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/storage/csv_name.hpp"

namespace ct::storage {

namespace {

constexpr std::array<std::string_view, 7> kEndings = {".feather", ".parquet", ".json.gz", ".json",
                                                      ".csv.gz",  ".csv",     ".zip"};

/// A name without its ending; none when it is another one.
std::optional<std::string_view> stem_of(std::string_view name) {
    for (const std::string_view ending : kEndings) {
        if (has_ending(name, ending)) return name.substr(0, name.size() - ending.size());
    }
    return std::nullopt;
}

std::vector<std::string_view> split(std::string_view text, char at) {
    std::vector<std::string_view> parts;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(at, begin), text.size());
        parts.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

/// freqtrade writes a month as "1Mo".
std::optional<Timeframe> timeframe_of(std::string_view text) {
    const auto timeframe = Timeframe::parse(text == "1Mo" ? "1M" : text);
    return timeframe ? std::optional(*timeframe) : std::nullopt;
}

/// "BTC_USDT" is BTC/USDT, "BTC_USDT_USDT" BTC/USDT:USDT.
std::optional<std::string> symbol_of(std::string_view pair, bool futures) {
    const auto parts = split(pair, '_');
    if (std::ranges::any_of(parts, [](std::string_view part) { return part.empty(); })) return std::nullopt;
    if (parts.size() == 2 && !futures) return fmt::format("{}/{}", parts[0], parts[1]);
    if (parts.size() == 3) return fmt::format("{}/{}:{}", parts[0], parts[1], parts[2]);
    return std::nullopt;
}

}  // namespace

SeriesName series_of_file_name(const std::filesystem::path& path) {
    const std::string name = path.filename().string();
    const auto stem = stem_of(name);
    if (!stem) return {};
    const std::size_t dash = stem->find('-');
    if (dash == std::string_view::npos) return {};
    const std::string_view day = stem->substr(stem->size() - std::min<std::size_t>(stem->size(), 10));
    const std::string_view month = stem->substr(stem->size() - std::min<std::size_t>(stem->size(), 7));
    const bool daily = is_iso_date(day) && parse_iso_time(day);
    const bool monthly = !daily && parse_iso_time(std::string(month) + "-01");
    if (daily || monthly) {
        const auto parts = split(*stem, '-');
        if (parts.size() == (daily ? 5U : 4U) && parts[0].find('_') == std::string_view::npos) {
            return {.symbol = {}, .timeframe = timeframe_of(parts[1])};
        }
        return {};
    }
    std::string_view rest = *stem;
    const bool futures = rest.ends_with("-futures");
    if (futures) rest.remove_suffix(std::string_view("-futures").size());
    const std::size_t at = rest.rfind('-');
    if (at == std::string_view::npos) return {};
    const auto timeframe = timeframe_of(rest.substr(at + 1));
    if (!timeframe) return {};
    const std::string_view pair = rest.substr(0, at);
    const std::size_t expiry = pair.find('-');
    auto symbol = symbol_of(pair.substr(0, expiry), futures);
    if (!symbol) return {};
    if (expiry != std::string_view::npos) *symbol += pair.substr(expiry);
    return {.symbol = symbol, .timeframe = timeframe};
}

}  // namespace ct::storage
