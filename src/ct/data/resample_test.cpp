#include "ct/data/resample.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/data/bar_history.hpp"
#include "ct/data/bar_series.hpp"
#include "ct/storage/csv_file.hpp"
#include "support/bars.hpp"
#include "support/numbers.hpp"
#include "support/random.hpp"
#include "support/shared_data.hpp"
#include "support/streamed_history.hpp"

namespace ct::data {
namespace {

using test::Random;

Timeframe frame(const char* text) { return Timeframe::parse(text).value(); }

/// All bars that a history gives in batches.
BarSeries read_all(BarHistory& history, std::size_t batch) {
    BarSeries all;
    all.timeframe = history.facts().timeframe;
    for (;;) {
        const auto bars = history.next(batch).value();
        if (bars.size() == 0) return all;
        EXPECT_LE(bars.size(), batch);
        const auto add = [](auto& to, const auto& from) { to.insert(to.end(), from.begin(), from.end()); };
        add(all.time_ns, bars.time_ns);
        add(all.open, bars.open);
        add(all.high, bars.high);
        add(all.low, bars.low);
        add(all.close, bars.close);
        add(all.volume, bars.volume);
    }
}

BarSeries resampled(const BarColumns& fine, Timeframe from, Timeframe to, std::size_t batch = 1'000,
                    std::size_t fine_batch = 100) {
    auto history = ResampledHistory::make(std::make_unique<test::StreamedHistory>(fine, from, 0, fine_batch), to);
    EXPECT_TRUE(history) << history.error().message;
    return read_all(**history, batch);
}

/// One bar after the other, each from all rows that lie in it.
BarSeries resample_slowly(const BarColumns& fine, Timeframe to) {
    BarSeries out;
    for (std::size_t row = 0; row < fine.size(); ++row) {
        const TimeNs open_ns = to.open_of(fine.time_ns[row]);
        if (out.time_ns.empty() || out.time_ns.back() != open_ns) {
            out.time_ns.push_back(open_ns);
            out.open.push_back(fine.open[row]);
            out.high.push_back(fine.high[row]);
            out.low.push_back(fine.low[row]);
            out.close.push_back(0);
            out.volume.push_back(0);
        }
        out.high.back() = std::fmax(out.high.back(), fine.high[row]);
        out.low.back() = std::fmin(out.low.back(), fine.low[row]);
        out.close.back() = fine.close[row];
        out.volume.back() += fine.volume[row];
    }
    return out;
}

void expect_same(const BarSeries& a, const BarSeries& b) {
    ASSERT_EQ(a.time_ns, b.time_ns);
    ASSERT_EQ(a.open, b.open);
    ASSERT_EQ(a.high, b.high);
    ASSERT_EQ(a.low, b.low);
    ASSERT_EQ(a.close, b.close);
    ASSERT_EQ(a.volume, b.volume);
}

BarSeries shared_candles(const std::string& name) {
    return storage::read_csv(*test::shared_data() / "ohlcv" / name).value().series;
}

/// The bars that both have, from the first of `own` on, must be all but the last of `own`.
void expect_exchange_bars(const char* symbol, const char* fine, const char* coarse, std::size_t bars) {
    SCOPED_TRACE(fmt::format("{} {} -> {}", symbol, fine, coarse));
    const BarSeries from = shared_candles(fmt::format("binance-spot_{}_{}_2024.csv.gz", symbol, fine));
    const BarSeries own = shared_candles(fmt::format("binance-spot_{}_{}_2024.csv.gz", symbol, coarse));
    const BarSeries made = resampled(from.columns(), from.timeframe, own.timeframe);
    std::size_t compared = 0;
    for (std::size_t i = 0; i < own.size() && i < made.size(); ++i, ++compared) {
        ASSERT_EQ(made.time_ns[i], own.time_ns[i]);
        ASSERT_EQ(made.open[i], own.open[i]) << i;
        ASSERT_EQ(made.high[i], own.high[i]) << i;
        ASSERT_EQ(made.low[i], own.low[i]) << i;
        ASSERT_EQ(made.close[i], own.close[i]) << i;
        ASSERT_NEAR(made.volume[i], own.volume[i], 1e-9 * own.volume[i]) << i;
    }
    EXPECT_EQ(compared, bars);
}

TEST(Resample, OfFiveMinutesGivesTheExchangesOwnBars) {
    CT_REQUIRE_SHARED_DATA();
    expect_exchange_bars("BTCUSDT", "5m", "15m", 23'923);
    expect_exchange_bars("BTCUSDT", "5m", "1h", 5'980);
    expect_exchange_bars("BTCUSDT", "5m", "4h", 1'495);
    expect_exchange_bars("BTCUSDT", "5m", "1d", 249);
    expect_exchange_bars("BTCUSDT", "1d", "1w", 35);
    for (const char* symbol : {"ETHUSDT", "SOLUSDT"}) {
        const std::size_t hours = std::string(symbol) == "ETHUSDT" ? 5'980 : 6'002;
        expect_exchange_bars(symbol, "5m", "1h", hours);
        expect_exchange_bars(symbol, "5m", "1d", std::string(symbol) == "ETHUSDT" ? 249 : 250);
    }
}

TEST(Resample, AnyChunkingGivesTheBitsOfTheSlowTwin) {
    constexpr std::uint64_t kSeeds = 60;
    for (std::uint64_t seed = 1; seed <= kSeeds && !HasFailure(); ++seed) {
        SCOPED_TRACE(fmt::format("seed {}", seed));
        Random random(seed);
        const test::BarTable minutes = test::walk(random, test::k1m,
                                                  {.rows = static_cast<std::size_t>(random.between(1, 20'000)),
                                                   .first_ns = test::utc("2024-02-26"),
                                                   .gap_once_in = random.once_in(2) ? 0 : random.between(2, 500)});
        for (const char* name :
             {"3m", "5m", "15m", "30m", "1h", "2h", "4h", "6h", "8h", "12h", "1d", "3d", "1w", "1M"}) {
            SCOPED_TRACE(name);
            const Timeframe to = frame(name);
            const auto batch = static_cast<std::size_t>(random.between(1, 50));
            const auto fine = static_cast<std::size_t>(random.between(1, 3'000));
            BarSeries slow = resample_slowly(minutes.columns(), to);
            const auto cut = [&](bool front) {
                const auto at = [&](auto& column) { column.erase(front ? column.begin() : column.end() - 1); };
                at(slow.time_ns);
                for (auto* column : {&slow.open, &slow.high, &slow.low, &slow.close, &slow.volume}) at(*column);
            };
            const TimeNs last_end_ns = to.close_of(slow.time_ns.back());
            const bool whole_end = last_end_ns == test::k1m.close_of(minutes.time_ns().back());
            const bool whole_begin = slow.time_ns.front() == minutes.time_ns().front();
            const bool one = slow.size() == 1;
            if (!whole_end) cut(false);
            if (!whole_begin && !(one && !whole_end)) cut(true);
            expect_same(resampled(minutes.columns(), test::k1m, to, batch, fine), slow);
        }
    }
}

TEST(Resample, FactsAreThoseOfWhatComesOut) {
    const test::BarTable hours = [] {
        Random random(5);
        return test::walk(random, test::k1h, {.rows = 100, .first_ns = test::utc("2024-01-01T05:00")});
    }();
    const auto history =
        ResampledHistory::make(std::make_unique<test::StreamedHistory>(hours.columns(), test::k1h, 3), test::k1d)
            .value();
    const BarSeries days = read_all(*history, 10);
    EXPECT_EQ(history->facts().timeframe, test::k1d);
    EXPECT_EQ(history->facts().first_ns, days.time_ns.front());
    EXPECT_EQ(history->facts().last_ns, days.time_ns.back());
    EXPECT_EQ(history->facts().rows, days.size());
    EXPECT_EQ(days.time_ns.front(), test::utc("2024-01-02"));  // the first day lacks five hours
    EXPECT_EQ(days.size(), 3U);                                // the fourth is not over
}

TEST(Resample, NeedsWholeBars) {
    const test::BarTable weeks(frame("1w"), test::utc("2024-01-01"), {test::flat(1)});
    const auto refused =
        ResampledHistory::make(std::make_unique<test::StreamedHistory>(weeks.columns(), frame("1w"), 0), frame("1M"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().message, "bars of 1M cannot be made of bars of 1w: they are not made of whole ones");
}

}  // namespace
}  // namespace ct::data
