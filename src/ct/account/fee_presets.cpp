#include "ct/account/fee_presets.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "ct/account/fee_schedule.hpp"
#include "ct/core/nearest.hpp"
#include "ct/core/rate.hpp"
#include "ct/core/result.hpp"

namespace ct {

namespace {

constexpr std::string_view kRead = "2026-11-28";

/// Fees in hundredths of a basis point: 1,000 is 0.1 %.
constexpr FeeSchedule fees(std::int64_t maker, std::int64_t taker) {
    constexpr std::int64_t kUnit = Rate::kOne / 1'000'000;
    return {Rate{maker * kUnit}, Rate{taker * kUnit}, {}};
}

constexpr std::array kPresets = {
    FeePreset{"binance",
              {fees(1'000, 1'000), "ccxt 4.5.90, binance.describe()", kRead},
              DatedFees{fees(200, 500), "ccxt 4.5.90, binance.describe()", kRead}},
    FeePreset{"bybit",
              {fees(1'000, 1'000), "a copy of Bybit's help centre, article 000001634, VIP 0", kRead},
              DatedFees{fees(200, 550), "a copy of Bybit's help centre, article 000001634, VIP 0", kRead}},
    FeePreset{"coinbase", {fees(6'000, 12'000), "ccxt 4.5.90, coinbase.describe()", kRead}, std::nullopt},
    FeePreset{
        "kraken",
        {fees(2'500, 4'000), "recorded answers of Kraken's REST AssetPairs", kRead},
        DatedFees{fees(200, 500), "ccxt 4.5.90, krakenfutures.describe(); support.kraken.com says the same", kRead}},
    FeePreset{"okx",
              {fees(800, 1'000), "a copy of okx.com/fees, tier Lv1", kRead},
              DatedFees{fees(200, 500), "ccxt 4.5.90, okx.describe()", kRead}},
};

}  // namespace

std::span<const FeePreset> fee_presets() { return kPresets; }

Result<const FeePreset*> find_fee_preset(std::string_view venue) {
    std::vector<std::string_view> venues;
    for (const FeePreset& preset : kPresets) {
        if (preset.venue == venue) return &preset;
        venues.push_back(preset.venue);
    }
    return fail(ErrorCode::kNotFound, fmt::format("unknown venue '{}'{} There are fees of {}", venue,
                                                  did_you_mean(venue, venues), fmt::join(venues, ", ")));
}

Result<FeeSchedule> FeePreset::of(std::string_view symbol) const {
    const auto colon = symbol.find(':');
    if (colon == std::string_view::npos) return spot.schedule;
    const auto quote = symbol.substr(0, colon).substr(symbol.find('/') + 1);
    if (perpetual && symbol.substr(colon + 1) == quote) return perpetual->schedule;
    return fail(ErrorCode::kUnsupported,
                fmt::format("the fees of {} are known for spot{}, not for {}: give those of the symbol", venue,
                            perpetual ? " and linear perpetuals" : "", symbol));
}

}  // namespace ct
