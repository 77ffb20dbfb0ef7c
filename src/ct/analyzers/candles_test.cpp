#include "ct/analyzers/candles.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
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

constexpr TimeNs kMinute = 60 * kNsPerSecond;
constexpr Timeframe kMinutes = Timeframe::fixed(kMinute);
constexpr std::size_t kLimit = 5000;

/// The bars' columns, in memory.
struct Bars {
    std::vector<TimeNs> time_ns;
    std::vector<double> open, high, low, close;

    void add(TimeNs at_ns, double price) {
        time_ns.push_back(at_ns);
        open.push_back(price);
        high.push_back(price + 2);
        low.push_back(price - 3);
        close.push_back(price + 1);
    }
    [[nodiscard]] BarColumns columns() const { return {time_ns, open, high, low, close, close}; }
};

TEST(CandleLimits, GiveToTheLongWhatTheShortLeave) {
    const auto limits = [](std::vector<std::uint64_t> bars) { return candle_limits(bars); };
    EXPECT_THAT(limits({527'040, 8'784}), ElementsAre(591'216, 300'000)) << "a leap year of minutes and of hours";
    EXPECT_THAT(limits({5'000'000, 100'000, 5'000'000}), ElementsAre(250'000, 200'000, 250'000));
    EXPECT_THAT(
        limits(std::vector<std::uint64_t>(13, 1'000'000)),
        ElementsAre(50'000, 50'000, 50'000, 50'000, 50'000, 50'000, 50'000, 50'000, 50'000, 50'000, 50'000, 50'000, 0));
    EXPECT_THAT(limits({}), ElementsAre());
}

TEST(ChartTimeframe, IsTheirOwnWhileItFits) {
    EXPECT_EQ(chart_timeframe(kMinutes, 0, 4999 * kMinute, kLimit).text(), "1m");
    EXPECT_EQ(chart_timeframe(kMinutes, 0, 5000 * kMinute, kLimit).text(), "3m");
    EXPECT_EQ(chart_timeframe(kMinutes, 0, 525'599 * kMinute, kLimit).text(), "2h");
    EXPECT_EQ(chart_timeframe(kMinutes, 0, 5'000'000 * kMinute, kLimit).text(), "1d");
    EXPECT_EQ(chart_timeframe(Timeframe::month(), 0, 0, kLimit).text(), "1M");
}

TEST(ChartTimeframe, IsMadeOfWholeBars) {
    EXPECT_EQ(chart_timeframe(Timeframe::fixed(3 * kMinute), 0, 15'000 * kMinute, kLimit).text(), "15m")
        << "5m cuts bars";
    EXPECT_EQ(chart_timeframe(*Timeframe::parse("3d"), 0, 20'000 * kNsPerDay, kLimit).text(), "1M")
        << "a week cuts bars";
}

TEST(Candles, HoldWhatTheirBarsHold) {
    Bars bars;
    bars.add(1 * kMinute, 10);
    bars.add(2 * kMinute, 20);
    bars.add(3 * kMinute, 15);
    bars.add(9 * kMinute, 5);  // two candles of 3m have no bar
    Candles candles(*Timeframe::parse("3m"));
    candles.add(bars.columns());
    EXPECT_THAT(candles.candles(), ElementsAre(Candle{0, 10, 22, 7, 21}, Candle{3 * kMinute, 15, 17, 12, 16},
                                               Candle{9 * kMinute, 5, 7, 2, 6}));
}

TEST(Candles, OfCandlesAreThoseOfTheBars) {
    Bars bars;
    for (int i = 0; i < 100; ++i) bars.add(i * kMinute, 100 + i * 7 % 31);
    Candles fine(kMinutes);
    fine.add(bars.columns());
    Candles whole(*Timeframe::parse("15m"));
    whole.add(bars.columns());
    const Candles coarser = fine.coarser(*Timeframe::parse("15m"));
    EXPECT_THAT(coarser.candles(), ElementsAreArray(whole.candles().begin(), whole.candles().end()));
}

TEST(Candles, DoNotDependOnChunks) {
    Bars bars;
    for (int i = 0; i < 100; ++i) bars.add(i * kMinute, 100 + i * 7 % 31);
    Candles whole(*Timeframe::parse("15m"));
    whole.add(bars.columns());
    for (const std::size_t chunk : {1U, 7U, 15U, 64U}) {
        Candles parts(*Timeframe::parse("15m"));
        for (std::size_t row = 0; row < 100; row += chunk) {
            parts.add(bars.columns().rows(row, std::min<std::size_t>(row + chunk, 100)));
        }
        EXPECT_THAT(parts.candles(), ElementsAreArray(whole.candles().begin(), whole.candles().end())) << chunk;
    }
}

}  // namespace
}  // namespace ct::analyzers
