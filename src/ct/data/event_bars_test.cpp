#include "ct/data/event_bars.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/core/int128.hpp"
#include "ct/core/money.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/data/trade_columns.hpp"
#include "support/numbers.hpp"
#include "support/random.hpp"
#include "support/shared_data.hpp"
#include "support/tape.hpp"

namespace ct::data {
namespace {

using test::Random;
using test::Tape;
using testing::ElementsAre;

const TimeNs kNoon = test::utc("2024-01-31T12:00");
constexpr Scale kScale{2, 3};

template <class Rule>
EventBars built(const TradeColumns& trades, Rule rule) {
    EventBars bars;
    EventBarBuilder<Rule> builder(rule);
    builder.run(trades, bars);
    builder.finish(bars);
    return bars;
}

Tape by_hand() {
    Tape tape;
    tape.add(kNoon, 10.00, 1);
    tape.add(kNoon, 10.30, 2);  // two in one instant
    tape.add(kNoon + 1, 10.10, 4);
    tape.add(kNoon + 5, 9.90, 0.5);
    tape.add(kNoon + 6, 9.95, 0.5);
    return tape;
}

TEST(TickBars, EndWithTheirNthTrade) {
    const EventBars bars = built(by_hand().columns(), TickRule::make(2).value());
    EXPECT_THAT(bars.open_ns, ElementsAre(kNoon, kNoon + 1, kNoon + 6));
    EXPECT_THAT(bars.close_ns, ElementsAre(kNoon, kNoon + 5, kNoon + 6));
    EXPECT_THAT(bars.open, ElementsAre(10.00, 10.10, 9.95));
    EXPECT_THAT(bars.high, ElementsAre(10.30, 10.10, 9.95));
    EXPECT_THAT(bars.low, ElementsAre(10.00, 9.90, 9.95));
    EXPECT_THAT(bars.close, ElementsAre(10.30, 9.90, 9.95));
    EXPECT_THAT(bars.volume, ElementsAre(3, 4.5, 0.5));
    EXPECT_THAT(bars.quote_volume, ElementsAre(10.00 + 20.60, 40.40 + 4.95, 9.95 * 0.5));
    EXPECT_THAT(bars.trade_count, ElementsAre(2, 2, 1));
}

TEST(VolumeBars, EndWithTheTradeThatReachesTheVolume) {
    const EventBars bars = built(by_hand().columns(), VolumeRule::make("3", kScale).value());
    EXPECT_THAT(bars.volume, ElementsAre(3, 4, 1));  // the trade of 4 is not split
    EXPECT_THAT(bars.trade_count, ElementsAre(2, 1, 2));
}

TEST(DollarBars, EndWithTheTradeThatReachesTheValue) {
    const EventBars bars = built(by_hand().columns(), DollarRule::make("30.6", kScale).value());
    EXPECT_THAT(bars.trade_count, ElementsAre(2, 1, 2));
    EXPECT_THAT(built(by_hand().columns(), DollarRule::make("30.6000001", kScale).value()).trade_count,
                ElementsAre(3, 2));
}

TEST(RangeBars, EndWithTheTradeThatSpansTheRange) {
    const EventBars bars = built(by_hand().columns(), RangeRule::make("0.2", kScale).value());
    EXPECT_THAT(bars.trade_count, ElementsAre(2, 2, 1));
    EXPECT_THAT(bars.high, ElementsAre(10.30, 10.10, 9.95));  // 10.10 - 9.90 is 0.2, though not in doubles
    EXPECT_THAT(bars.low, ElementsAre(10.00, 9.90, 9.95));
}

TEST(EventBars, CountDecimalNumbersExactly) {
    Tape tape;
    for (int i = 0; i < 20; ++i) tape.add(kNoon + i, 0.1, 0.1);
    ASSERT_LT(std::accumulate(tape.amount.begin(), tape.amount.begin() + 10, 0.0), 1.0);
    EXPECT_THAT(built(tape.columns(), VolumeRule::make("1", kScale).value()).trade_count, ElementsAre(10, 10));
    EXPECT_THAT(built(tape.columns(), DollarRule::make("0.1", kScale).value()).trade_count, ElementsAre(10, 10));
}

TEST(EventBars, NearestCountIsExactForFifteenDigits) {
    constexpr std::uint64_t kSeed = 7;
    Random random(kSeed);
    for (int i = 0; i < 100'000; ++i) {
        const auto bits = static_cast<unsigned>(random.between(1, 50));
        const std::int64_t count = random.between(0, static_cast<std::int64_t>(std::uint64_t{1} << bits));
        ASSERT_EQ(nearest_count(static_cast<double>(count) / 1e5, 1e5), count) << "seed " << kSeed;
    }
    EXPECT_EQ(nearest_count(1e10, 1e8), kMostCounts);
}

template <class Rule>
void expect_any_chunking(Random& random, const Tape& tape, Rule rule) {
    const EventBars whole = built(tape.columns(), rule);
    EventBars bars;
    EventBarBuilder<Rule> builder(rule);
    const std::int64_t most = random.once_in(3) ? 1 : random.between(1, 500);
    for (std::size_t row = 0; row < tape.size();) {
        const std::size_t end = std::min(tape.size(), row + static_cast<std::size_t>(random.between(1, most)));
        builder.run(tape.columns().rows(row, end), bars);
        row = end;
    }
    builder.finish(bars);
    ASSERT_EQ(bars.open_ns, whole.open_ns);
    ASSERT_EQ(bars.close_ns, whole.close_ns);
    ASSERT_EQ(bars.open, whole.open);
    ASSERT_EQ(bars.high, whole.high);
    ASSERT_EQ(bars.low, whole.low);
    ASSERT_EQ(bars.close, whole.close);
    ASSERT_EQ(bars.volume, whole.volume);
    ASSERT_EQ(bars.quote_volume, whole.quote_volume);
    ASSERT_EQ(bars.trade_count, whole.trade_count);
}

/// How many trades each bar has, from counts that were never doubles; `measure` gives that of rows [begin, end).
template <class Measure>
std::vector<std::int64_t> slow_counts(std::size_t trades, int128 threshold, const Measure& measure) {
    std::vector<std::int64_t> counts;
    std::size_t begin = 0;
    for (std::size_t end = 1; end <= trades; ++end) {
        if (measure(begin, end) < threshold && end < trades) continue;
        counts.push_back(static_cast<std::int64_t>(end - begin));
        begin = end;
    }
    return counts;
}

TEST(EventBars, AnyChunkingGivesTheBarsOfTheSlowTwin) {
    constexpr std::uint64_t kSeeds = 40;
    for (std::uint64_t seed = 1; seed <= kSeeds && !HasFailure(); ++seed) {
        SCOPED_TRACE(fmt::format("seed {}", seed));
        Random random(seed);
        const Tape tape = test::random_tape(
            random,
            {.rows = static_cast<std::size_t>(random.between(1, 2'000)), .first_ns = kNoon, .late_once_in = 10});
        const auto price = [&](std::size_t row) { return std::llround(tape.price[row] * 100); };
        const auto amount = [&](std::size_t row) { return std::llround(tape.amount[row] * 1000); };
        const auto sum = [](auto of_row) {
            return [of_row](std::size_t begin, std::size_t end) {
                int128 total = 0;
                for (std::size_t row = begin; row < end; ++row) total += of_row(row);
                return total;
            };
        };

        const std::int64_t ticks = random.between(1, 50);
        expect_any_chunking(random, tape, TickRule::make(ticks).value());
        EXPECT_EQ(built(tape.columns(), TickRule::make(ticks).value()).trade_count,
                  slow_counts(tape.size(), ticks, sum([](std::size_t) { return int128{1}; })));

        const std::int64_t volume = random.between(1, 200);
        const auto volume_rule = VolumeRule::make(fmt::format("{}.007", volume), kScale).value();
        expect_any_chunking(random, tape, volume_rule);
        EXPECT_EQ(
            built(tape.columns(), volume_rule).trade_count,
            slow_counts(tape.size(), volume * 1000 + 7, sum([&](std::size_t row) { return int128{amount(row)}; })));

        const std::int64_t value = random.between(1, 100'000);
        const auto dollar_rule = DollarRule::make(fmt::format("{}", value), kScale).value();
        expect_any_chunking(random, tape, dollar_rule);
        EXPECT_EQ(built(tape.columns(), dollar_rule).trade_count,
                  slow_counts(tape.size(), int128{value} * 100'000,
                              sum([&](std::size_t row) { return int128{price(row)} * amount(row); })));

        const std::int64_t cents = random.between(1, 500);
        const auto range_rule = RangeRule::make(fmt::format("{}", static_cast<double>(cents) / 100), kScale).value();
        expect_any_chunking(random, tape, range_rule);
        EXPECT_EQ(built(tape.columns(), range_rule).trade_count,
                  slow_counts(tape.size(), cents, [&](std::size_t begin, std::size_t end) {
                      std::int64_t high = price(begin);
                      std::int64_t low = high;
                      for (std::size_t row = begin; row < end; ++row) {
                          high = std::max<std::int64_t>(high, price(row));
                          low = std::min<std::int64_t>(low, price(row));
                      }
                      return int128{high - low};
                  }));
    }
}

// Known answers: a loop over integers in Python on the same file.
TEST(EventBars, OfRealTrades) {
    CT_REQUIRE_SHARED_DATA();
    const Tape tape = test::bitstamp_tape();
    constexpr Scale kBitstamp{2, 8};
    ASSERT_TRUE(check_trades(tape.columns(), kBitstamp));
    const auto complete = [&](auto rule) {
        EventBars bars;
        EventBarBuilder builder(rule);
        builder.run(tape.columns(), bars);
        return bars.size();
    };
    EXPECT_EQ(complete(TickRule::make(1'000).value()), 100U);
    EXPECT_EQ(complete(VolumeRule::make("100", kBitstamp).value()), 1'519U);
    EXPECT_EQ(complete(DollarRule::make("100000", kBitstamp).value()), 1'464U);
    EXPECT_EQ(complete(RangeRule::make("5", kBitstamp).value()), 4'589U);
}

template <class T>
std::string message(const Result<T>& result) {
    return result ? "none" : result.error().message;
}

TEST(EventBars, RefuseThresholdsThatAreNone) {
    EXPECT_EQ(message(TickRule::make(0)), "trades is 0, expected 1 or more");
    for (const char* text : {"0", "-1", "x", "", "nan", "inf", "1e30"}) {
        EXPECT_EQ(message(VolumeRule::make(text, kScale)),
                  fmt::format("volume is {}, expected a number above 0 and up to 1000000000000000", text));
        EXPECT_EQ(message(RangeRule::make(text, kScale)),
                  fmt::format("range is {}, expected a number above 0 and up to 10000000000000000", text));
        EXPECT_NE(message(DollarRule::make(text, kScale)), "none") << text;
    }
    EXPECT_EQ(message(VolumeRule::make("0.0001", kScale)), "volume is 0.0001, expected at most 3 decimals");
    EXPECT_EQ(message(RangeRule::make("0.001", kScale)), "range is 0.001, expected at most 2 decimals");
    EXPECT_EQ(message(DollarRule::make("-5", kScale)),
              "value is -5, expected a number above 0 and up to 1000000000000000000");
}

TEST(EventBars, RefuseTradesThatAreTooLargeToCount) {
    Tape tape = by_hand();
    tape.amount[3] = 1.1e15;
    EXPECT_EQ(message(check_trades(tape.columns(), kScale)),
              "trades, row 3: amount is 1100000000000000, expected at most 1000000000000000 with 3 decimals");
    tape.price[2] = 2e16;
    EXPECT_EQ(message(check_trades(tape.columns(), kScale)),
              "trades, row 2: price is 2e+16, expected at most 1e+16 with 2 decimals");
}

}  // namespace
}  // namespace ct::data
