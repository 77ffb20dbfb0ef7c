#include "ct/account/fee_presets.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/account/fee_schedule.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "support/numbers.hpp"

namespace ct {
namespace {

using test::rate;
using testing::ElementsAre;

FeeSchedule fees_of(std::string_view venue, std::string_view symbol) {
    return find_fee_preset(venue).value()->of(symbol).value();
}

TEST(FeePresets, HaveTheEntryTierOfEachVenue) {
    std::vector<std::string_view> venues;
    for (const FeePreset& preset : fee_presets()) venues.push_back(preset.venue);
    EXPECT_THAT(venues, ElementsAre("binance", "bybit", "coinbase", "kraken", "okx"));
    EXPECT_EQ(fees_of("binance", "BTC/USDT"), (FeeSchedule{rate("0.001"), rate("0.001"), {}}));
    EXPECT_EQ(fees_of("binance", "BTC/USDT:USDT"), (FeeSchedule{rate("0.0002"), rate("0.0005"), {}}));
    EXPECT_EQ(fees_of("bybit", "BTC/USDC:USDC"), (FeeSchedule{rate("0.0002"), rate("0.00055"), {}}));
    EXPECT_EQ(fees_of("coinbase", "BTC/USD"), (FeeSchedule{rate("0.006"), rate("0.012"), {}}));
    EXPECT_EQ(fees_of("kraken", "BTC/EUR"), (FeeSchedule{rate("0.0025"), rate("0.004"), {}}));
    EXPECT_EQ(fees_of("okx", "BTC/USDT"), (FeeSchedule{rate("0.0008"), rate("0.001"), {}}));
}

TEST(FeePresets, SayWhereAndWhenTheyWereRead) {
    for (const FeePreset& preset : fee_presets()) {
        EXPECT_FALSE(preset.spot.source.empty()) << preset.venue;
        EXPECT_TRUE(is_iso_date(preset.spot.date)) << preset.venue;
        if (!preset.perpetual) continue;
        EXPECT_FALSE(preset.perpetual->source.empty()) << preset.venue;
        EXPECT_TRUE(is_iso_date(preset.perpetual->date)) << preset.venue;
    }
}

TEST(FeePresets, DoNotGuess) {
    const auto error_of = [](std::string_view venue, std::string_view symbol) {
        const auto preset = find_fee_preset(venue);
        if (!preset) return preset.error().message;
        const auto fees = (*preset)->of(symbol);
        return fees ? "" : fees.error().message;
    };
    EXPECT_EQ(
        error_of("binanse", "BTC/USDT"),
        "unknown venue 'binanse', did you mean 'binance'? There are fees of binance, bybit, coinbase, kraken, okx");
    EXPECT_EQ(find_fee_preset("").error().code, ErrorCode::kNotFound);
    EXPECT_EQ(error_of("binance", "BTC/USD:BTC"),
              "the fees of binance are known for spot and linear perpetuals, not for BTC/USD:BTC: give those of the "
              "symbol");
    EXPECT_NE(error_of("okx", "BTC/USDT:USDT-261225"), "");  // a dated future
    EXPECT_EQ(error_of("coinbase", "BTC/USDC:USDC"),
              "the fees of coinbase are known for spot, not for BTC/USDC:USDC: give those of the symbol");
}

}  // namespace
}  // namespace ct
