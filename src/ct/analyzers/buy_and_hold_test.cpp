#include "ct/analyzers/buy_and_hold.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/core/bar.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"

namespace ct::analyzers {
namespace {

using testing::ElementsAre;
using testing::ElementsAreArray;

constexpr TimeNs kHour = 3600 * kNsPerSecond;

/// Bars whose open and close are given, and nothing else.
struct Candles {
    std::vector<TimeNs> time_ns;
    std::vector<double> open;
    std::vector<double> close;

    [[nodiscard]] BarColumns columns() const { return {time_ns, open, close, open, close, open}; }
    [[nodiscard]] DailyCloses daily(Timeframe timeframe) const {
        DailyCloses closes(timeframe);
        closes.add(columns());
        return closes;
    }
};

/// Where one asset is the quote of all.
std::vector<double> held(double start, std::span<const TimeNs> day_ends_ns, std::span<const DailyCloses> instruments) {
    return buy_and_hold(start, day_ends_ns, instruments, [](std::size_t, std::span<const double>) { return 1.0; });
}

constexpr std::array kThreeDays = {kNsPerDay, 2 * kNsPerDay, 3 * kNsPerDay};

TEST(BuyAndHold, BuysAtTheFirstOpenAndIsWorthTheCloses) {
    const Candles days{{0, kNsPerDay, 2 * kNsPerDay}, {100, 0, 0}, {110, 90, 120}};
    const std::vector<DailyCloses> one = {days.daily(Timeframe::fixed(kNsPerDay))};
    EXPECT_THAT(held(1000, kThreeDays, one), ElementsAre(1100, 900, 1200));
}

TEST(BuyAndHold, ABarThatClosesAtMidnightBelongsToTheDayThatEnds) {
    const Candles hours{{22 * kHour, 23 * kHour, 24 * kHour}, {10, 0, 0}, {11, 12, 13}};
    const std::vector<DailyCloses> one = {hours.daily(Timeframe::fixed(kHour))};
    EXPECT_THAT(held(10, std::vector<TimeNs>{kNsPerDay, 25 * kHour}, one), ElementsAre(12, 13));
}

TEST(BuyAndHold, SpreadsEquallyAndWaitsForALaterInstrument) {
    const Candles early{{0, kNsPerDay}, {100, 0}, {200, 300}};  // ends a day before the other
    const Candles late{{kNsPerDay, 2 * kNsPerDay}, {10, 0}, {5, 20}};
    const Timeframe day = Timeframe::fixed(kNsPerDay);
    const std::vector<DailyCloses> two = {early.daily(day), late.daily(day)};
    EXPECT_THAT(held(1000, kThreeDays, two), ElementsAre(1000 + 500, 1500 + 250, 1500 + 1000));
}

TEST(BuyAndHold, ConvertsWhatItIsWorthInAnotherQuoteAsset) {
    const Timeframe day = Timeframe::fixed(kNsPerDay);
    const Candles btc_usdt{{0, kNsPerDay, 2 * kNsPerDay}, {100, 0, 0}, {200, 200, 400}};
    const Candles eth_btc{{kNsPerDay, 2 * kNsPerDay}, {0.1, 0}, {0.2, 0.1}};  // bought when one BTC is 200
    const std::vector<DailyCloses> both = {btc_usdt.daily(day), eth_btc.daily(day)};
    const auto in_usdt = [](std::size_t instrument, std::span<const double> prices) {
        return instrument == 0 ? 1 : prices[0];
    };
    EXPECT_THAT(
        buy_and_hold(1000, kThreeDays, both, in_usdt),
        ElementsAre(1000 + 500, 1000 + 500 * (0.2 * 200 / (0.1 * 200)), 2000 + 500 * (0.1 * 400 / (0.1 * 200))));
}

TEST(BuyAndHold, KnowsCalendarMonths) {
    const Candles months{{0, 31 * kNsPerDay}, {10, 0}, {20, 30}};  // of 1970
    const std::vector<DailyCloses> one = {months.daily(Timeframe::month())};
    const std::vector<TimeNs> ends = {30 * kNsPerDay, 31 * kNsPerDay, 58 * kNsPerDay, 59 * kNsPerDay};
    EXPECT_THAT(held(10, ends, one), ElementsAre(10, 20, 20, 30));
}

TEST(BuyAndHold, WithoutBarsNothingIsBought) {
    const std::vector<DailyCloses> empty = {DailyCloses(Timeframe::fixed(kHour))};
    EXPECT_TRUE(std::isnan(empty[0].first_open()));
    EXPECT_THAT(held(10, kThreeDays, empty), ElementsAre(10, 10, 10));
}

TEST(BuyAndHold, DoesNotDependOnTheChunks) {
    Candles hours;
    for (int i = 0; i < 500; ++i) {
        hours.time_ns.push_back(i * 7 * kHour);
        hours.open.push_back(100 + i % 13);
        hours.close.push_back(100 + i % 17);
    }
    const DailyCloses whole = hours.daily(Timeframe::fixed(kHour));
    for (const std::size_t chunk : {1U, 7U, 100U}) {
        DailyCloses daily(Timeframe::fixed(kHour));
        for (std::size_t at = 0; at < hours.time_ns.size(); at += chunk) {
            daily.add(hours.columns().rows(at, std::min(at + chunk, hours.time_ns.size())));
        }
        EXPECT_EQ(daily.first_open(), whole.first_open());
        EXPECT_THAT(daily.closes().time_ns(), ElementsAreArray(whole.closes().time_ns()));
        EXPECT_THAT(daily.closes().equity(), ElementsAreArray(whole.closes().equity()));
    }
}

}  // namespace
}  // namespace ct::analyzers
