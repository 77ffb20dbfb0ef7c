#include "ct/data/time_bars.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/core/order.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/data/bar_series.hpp"
#include "ct/data/resample.hpp"
#include "ct/data/trade_columns.hpp"
#include "support/bars.hpp"
#include "support/numbers.hpp"
#include "support/random.hpp"
#include "support/shared_data.hpp"
#include "support/tape.hpp"

namespace ct::data {
namespace {

using test::k1d;
using test::k1h;
using test::k1m;
using test::kMinute;
using test::Random;
using test::Tape;
using test::utc;
using testing::ElementsAre;
using testing::IsEmpty;

const TimeNs kNoon = utc("2024-01-31T12:00");

Timeframe frame(const char* text) { return Timeframe::parse(text).value(); }

BarSeries built(const TradeColumns& trades, Timeframe timeframe) {
    BarSeries bars;
    TimeBars builder(timeframe);
    builder.run(trades, bars);
    builder.finish(bars);
    return bars;
}

/// One trade after the other, by the definition alone.
struct SlowBars {
    BarSeries bars;
    std::uint64_t stale = 0;

    SlowBars(const TradeColumns& trades, Timeframe timeframe) {
        for (std::size_t row = 0; row < trades.size(); ++row) {
            const TimeNs open_ns = timeframe.open_of(trades.time_ns[row]);
            if (!bars.time_ns.empty() && open_ns < bars.time_ns.back()) {
                ++stale;
                continue;
            }
            if (bars.time_ns.empty() || open_ns > bars.time_ns.back()) begin(open_ns, trades.price[row]);
            add(trades.price[row], trades.amount[row], trades.aggressor[row]);
        }
    }

  private:
    void begin(TimeNs open_ns, double price) {
        bars.time_ns.push_back(open_ns);
        for (auto* column : {&bars.open, &bars.high, &bars.low, &bars.close}) column->push_back(price);
        bars.volume.push_back(0);
        bars.extras.trade_count.push_back(0);
        auto& extras = bars.extras;
        for (auto* column : {&extras.quote_volume, &extras.taker_buy_volume, &extras.taker_buy_quote_volume}) {
            column->push_back(0);
        }
    }
    void add(double price, double amount, Side aggressor) {
        bars.high.back() = std::fmax(bars.high.back(), price);
        bars.low.back() = std::fmin(bars.low.back(), price);
        bars.close.back() = price;
        bars.volume.back() += amount;
        bars.extras.quote_volume.back() += price * amount;
        bars.extras.trade_count.back() += 1;
        if (aggressor == Side::kSell) return;
        bars.extras.taker_buy_volume.back() += amount;
        bars.extras.taker_buy_quote_volume.back() += price * amount;
    }
};

void expect_same(const BarSeries& a, const BarSeries& b) {
    ASSERT_EQ(a.time_ns, b.time_ns);
    ASSERT_EQ(a.open, b.open);
    ASSERT_EQ(a.high, b.high);
    ASSERT_EQ(a.low, b.low);
    ASSERT_EQ(a.close, b.close);
    ASSERT_EQ(a.volume, b.volume);
    ASSERT_EQ(a.extras.quote_volume, b.extras.quote_volume);
    ASSERT_EQ(a.extras.trade_count, b.extras.trade_count);
    ASSERT_EQ(a.extras.taker_buy_volume, b.extras.taker_buy_volume);
    ASSERT_EQ(a.extras.taker_buy_quote_volume, b.extras.taker_buy_quote_volume);
}

TEST(TimeBars, ByHand) {
    Tape tape;
    tape.add(kNoon + 5 * kNsPerSecond, 10, 1, Side::kBuy);
    tape.add(kNoon + 59 * kNsPerSecond, 12, 2, Side::kSell);
    tape.add(kNoon + kMinute - 1, 9, 0.5, Side::kBuy);  // still the first minute
    tape.add(kNoon + kMinute, 11, 4, Side::kSell);      // the next
    tape.add(kNoon + 7 * kMinute, 20, 1, Side::kBuy);   // five minutes without trades
    const BarSeries bars = built(tape.columns(), k1m);
    EXPECT_THAT(bars.time_ns, ElementsAre(kNoon, kNoon + kMinute, kNoon + 7 * kMinute));
    EXPECT_THAT(bars.open, ElementsAre(10, 11, 20));
    EXPECT_THAT(bars.high, ElementsAre(12, 11, 20));
    EXPECT_THAT(bars.low, ElementsAre(9, 11, 20));
    EXPECT_THAT(bars.close, ElementsAre(9, 11, 20));
    EXPECT_THAT(bars.volume, ElementsAre(3.5, 4, 1));
    EXPECT_THAT(bars.extras.quote_volume, ElementsAre(10 + 24 + 4.5, 44, 20));
    EXPECT_THAT(bars.extras.trade_count, ElementsAre(3, 1, 1));
    EXPECT_THAT(bars.extras.taker_buy_volume, ElementsAre(1.5, 0, 1));
    EXPECT_THAT(bars.extras.taker_buy_quote_volume, ElementsAre(14.5, 0, 20));
}

TEST(TimeBars, WithoutSidesHaveNoTakerVolumes) {
    Tape tape;
    tape.add(kNoon, 10, 1);
    const BarSeries bars = built(tape.columns(), k1m);
    EXPECT_EQ(bars.size(), 1U);
    EXPECT_THAT(bars.extras.taker_buy_volume, IsEmpty());
    EXPECT_THAT(bars.extras.taker_buy_quote_volume, IsEmpty());
}

TEST(TimeBars, WeeksBeginOnMondayAndMonthsOnTheFirst) {
    Tape tape;
    tape.add(utc("2024-02-29T23:59:59"), 10, 1);  // a Thursday
    tape.add(utc("2024-03-03T23:59:59"), 11, 1);  // a Sunday
    tape.add(utc("2024-03-04"), 12, 1);
    tape.add(utc("2024-05-01"), 13, 1);
    EXPECT_THAT(built(tape.columns(), frame("1w")).time_ns,
                ElementsAre(utc("2024-02-26"), utc("2024-03-04"), utc("2024-04-29")));
    EXPECT_THAT(built(tape.columns(), frame("1M")).time_ns,
                ElementsAre(utc("2024-02-01"), utc("2024-03-01"), utc("2024-05-01")));
}

TEST(TimeBars, DropAndCountWhatIsOlderThanTheOpenBar) {
    Tape tape;
    tape.add(kNoon + kMinute, 10, 1);
    tape.add(kNoon + kMinute - 1, 99, 1);  // before the first bar
    tape.add(kNoon + 3 * kMinute, 11, 1);
    tape.add(kNoon + 2 * kMinute, 99, 1);  // of a minute that is over
    tape.add(kNoon + 3 * kMinute + 9, 12, 1);
    tape.add(kNoon + 3 * kMinute + 5, 13, 1);  // late, but within the open bar: it is the last to arrive
    const std::vector<Timeframe> timeframes = {k1m, k1h};
    TradeBars builder(timeframes);
    builder.run(tape.columns());
    builder.finish();
    const BarSeries& minutes = builder.bars()[0];
    EXPECT_THAT(minutes.time_ns, ElementsAre(kNoon + kMinute, kNoon + 3 * kMinute));
    EXPECT_THAT(minutes.high, ElementsAre(10, 13));
    EXPECT_THAT(minutes.close, ElementsAre(10, 13));
    EXPECT_EQ(builder.builder(0).stale(), 2U);
    EXPECT_THAT(builder.bars()[1].high, ElementsAre(99));  // an hour has room for them
    EXPECT_EQ(builder.builder(1).stale(), 0U);
}

TEST(TimeBars, CloseWhenTheirTimeHasCome) {
    Tape tape;
    tape.add(kNoon, 10, 1);
    tape.add(kNoon + 30 * kNsPerSecond, 11, 1);  // after the clock has closed its minute
    tape.add(kNoon + 2 * kMinute, 12, 1);
    BarSeries bars;
    TimeBars builder(k1m);
    builder.close_until(kNoon - kMinute, bars);
    builder.run(tape.columns().rows(0, 1), bars);
    builder.close_until(kNoon + kMinute - 1, bars);
    EXPECT_EQ(bars.size(), 0U);
    EXPECT_EQ(builder.open_bar().trade_count, 1);
    EXPECT_EQ(builder.open_ns(), kNoon);
    builder.close_until(kNoon + kMinute, bars);
    EXPECT_THAT(bars.close, ElementsAre(10));
    EXPECT_EQ(builder.open_bar().trade_count, 0);
    builder.run(tape.columns().rows(1, 3), bars);
    EXPECT_EQ(builder.stale(), 1U);
    builder.close_until(kNoon + 10 * kMinute, bars);
    builder.close_until(kNoon + 11 * kMinute, bars);
    builder.finish(bars);
    EXPECT_THAT(bars.time_ns, ElementsAre(kNoon, kNoon + 2 * kMinute));
    EXPECT_THAT(bars.close, ElementsAre(10, 12));
}

TEST(TimeBars, AnyChunkingOfAllTimeframesGivesTheBitsOfTheSlowTwin) {
    std::vector<Timeframe> timeframes;
    for (const char* name : {"1s", "10s", "30s", "1m", "3m", "15m", "1h", "4h", "1d", "3d", "1w", "1M"}) {
        timeframes.push_back(frame(name));
    }
    constexpr std::uint64_t kSeeds = 40;
    std::uint64_t stale = 0;
    for (std::uint64_t seed = 1; seed <= kSeeds && !HasFailure(); ++seed) {
        SCOPED_TRACE(fmt::format("seed {}", seed));
        Random random(seed);
        const Tape tape = test::random_tape(random, {.rows = static_cast<std::size_t>(random.between(0, 5'000)),
                                                     .first_ns = utc("2024-02-28T23:00"),
                                                     .most_step_ms = random.between(0, 5'000),
                                                     .pause_once_in = random.between(0, 50),
                                                     .late_once_in = random.between(0, 20)});
        TradeBars builder(timeframes);
        const std::int64_t most = random.once_in(3) ? 1 : random.between(1, 3'000);
        for (std::size_t row = 0; row < tape.size();) {
            const std::size_t end = std::min(tape.size(), row + static_cast<std::size_t>(random.between(1, most)));
            builder.run(tape.columns().rows(row, end));
            row = end;
        }
        builder.finish();
        for (std::size_t i = 0; i < timeframes.size(); ++i) {
            SCOPED_TRACE(timeframes[i].text());
            const SlowBars slow(tape.columns(), timeframes[i]);
            expect_same(builder.bars()[i], slow.bars);
            ASSERT_EQ(builder.builder(i).stale(), slow.stale);
            stale += slow.stale;
        }
    }
    EXPECT_GT(stale, 1'000U);  // the tapes have what is to be dropped
}

// Known answers: pandas' group-by over the same file.
TEST(TimeBars, OfRealTrades) {
    CT_REQUIRE_SHARED_DATA();
    const Tape tape = test::bitstamp_tape();
    ASSERT_EQ(tape.size(), 100'000U);
    ASSERT_TRUE(check_trades(tape.columns()));
    const std::vector<Timeframe> timeframes = {frame("1s"), frame("10s"), k1m,         frame("5m"), k1h,
                                               frame("4h"), k1d,          frame("1w"), frame("1M")};
    const std::vector<std::size_t> counts = {58'699, 33'792, 9'399, 1'917, 161, 41, 7, 1, 2};
    TradeBars builder(timeframes);
    builder.run(tape.columns());
    builder.finish();
    for (std::size_t i = 0; i < timeframes.size(); ++i) {
        const BarSeries& bars = builder.bars()[i];
        EXPECT_EQ(bars.size(), counts[i]) << timeframes[i].text();
        EXPECT_EQ(std::accumulate(bars.extras.trade_count.begin(), bars.extras.trade_count.end(), std::int64_t{0}),
                  100'000);
        EXPECT_NEAR(std::accumulate(bars.volume.begin(), bars.volume.end(), 0.0), 175'778.654356770, 1e-6);
        EXPECT_EQ(builder.builder(i).stale(), 0U);
    }
    const BarSeries& hours = builder.bars()[4];
    EXPECT_EQ(hours.time_ns[13], utc("2013-11-25T13:00"));
    EXPECT_EQ(hours.open[13], 831.50);
    EXPECT_EQ(hours.high[13], 834.00);
    EXPECT_EQ(hours.low[13], 819.02);
    EXPECT_EQ(hours.close[13], 821.67);
    EXPECT_NEAR(hours.volume[13], 319.642474, 1e-6);
    EXPECT_EQ(hours.extras.trade_count[13], 272);
    const BarSeries& days = builder.bars()[6];
    EXPECT_EQ(days.low[0], 770.10);
    EXPECT_EQ(days.close[6], 999.00);
    EXPECT_EQ(days.extras.trade_count[6], 12'178);
}

TEST(TimeBars, AreWhatTheirMinutesResampleTo) {
    CT_REQUIRE_SHARED_DATA();
    const Tape tape = test::bitstamp_tape();
    const BarSeries minutes = built(tape.columns(), k1m);
    for (const char* name : {"5m", "1h", "1d", "1w", "1M"}) {
        SCOPED_TRACE(name);
        const BarSeries direct = built(tape.columns(), frame(name));
        BarSeries resampled;
        Resampler resampler(frame(name), k1m);
        resampler.run(minutes.columns(), resampled, minutes.size());
        resampler.finish(resampled);
        ASSERT_EQ(direct.time_ns, resampled.time_ns);
        EXPECT_EQ(direct.open, resampled.open);
        EXPECT_EQ(direct.high, resampled.high);
        EXPECT_EQ(direct.low, resampled.low);
        EXPECT_EQ(direct.close, resampled.close);
        for (std::size_t i = 0; i < direct.size(); ++i) {
            ASSERT_NEAR(direct.volume[i], resampled.volume[i], 1e-9 * direct.volume[i]);
        }
    }
}

}  // namespace
}  // namespace ct::data
