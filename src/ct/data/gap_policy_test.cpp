#include "ct/data/gap_policy.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/core/hash.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/data/bar_history.hpp"
#include "ct/data/bar_series.hpp"
#include "ct/data/memory_history.hpp"
#include "ct/data/resample.hpp"
#include "support/bars.hpp"
#include "support/numbers.hpp"
#include "support/random.hpp"
#include "support/streamed_history.hpp"

namespace ct::data {
namespace {

using test::BarTable;
using test::k1h;
using test::k1m;
using test::kMinute;
using test::StreamedHistory;
using testing::ElementsAre;
using testing::HasSubstr;

const TimeNs kNoon = test::utc("2024-01-31T12:00");

/// Bars at these minutes after noon; the close is the minute + 100.
BarTable minutes(const std::vector<std::int64_t>& minutes) {
    BarTable bars(k1m);
    for (const std::int64_t minute : minutes) {
        bars.add(kNoon + minute * kMinute, {minute + 99, minute + 102, minute + 98, minute + 100});
    }
    return bars;
}

std::unique_ptr<BarHistory> streamed(const BarTable& bars, std::size_t most_rows = StreamedHistory::kMostRows) {
    return std::make_unique<StreamedHistory>(bars.columns(), k1m, 0, most_rows);
}

BarSeries filled(const BarTable& bars, std::size_t most_rows = StreamedHistory::kMostRows) {
    const auto history = apply_gap_policy(streamed(bars, most_rows), GapPolicy::kFill, "x").value();
    return read_whole(*history).value();
}

TEST(GapPolicy, FillsWithIdleBarsAtTheLastClose) {
    const BarSeries bars = filled(minutes({0, 1, 4, 5}));
    EXPECT_THAT(bars.time_ns, ElementsAre(kNoon, kNoon + kMinute, kNoon + 2 * kMinute, kNoon + 3 * kMinute,
                                          kNoon + 4 * kMinute, kNoon + 5 * kMinute));
    EXPECT_THAT(bars.open, ElementsAre(99, 100, 101, 101, 103, 104));
    EXPECT_THAT(bars.high, ElementsAre(102, 103, 101, 101, 106, 107));
    EXPECT_THAT(bars.low, ElementsAre(98, 99, 101, 101, 102, 103));
    EXPECT_THAT(bars.close, ElementsAre(100, 101, 101, 101, 104, 105));
    EXPECT_THAT(bars.volume, ElementsAre(1, 2, 0, 0, 3, 4));
}

TEST(GapPolicy, FactsCountTheIdleBars) {
    const BarTable gappy = minutes({0, 1, 4, 9});
    const auto kept = streamed(gappy);
    const Digest digest = kept->facts().digest;
    const auto history = apply_gap_policy(streamed(gappy), GapPolicy::kFill, "x").value();
    EXPECT_EQ(history->facts().rows, 10U);
    EXPECT_EQ(history->facts().missing, 0U);
    EXPECT_EQ(history->facts().last_ns, kNoon + 9 * kMinute);
    EXPECT_NE(history->facts().digest, digest);  // other bars, another hash of the input
    const BarTable whole = minutes({0, 1, 2});
    EXPECT_EQ(apply_gap_policy(streamed(whole), GapPolicy::kFill, "x").value()->facts().digest,
              streamed(whole)->facts().digest);
}

TEST(GapPolicy, FillsAnyBatchesAlike) {
    constexpr std::uint64_t kSeed = 11;
    test::Random random(kSeed);
    for (int run = 0; run < 200; ++run) {
        std::vector<std::int64_t> times = {random.between(0, 100)};
        while (times.size() < 60) times.push_back(times.back() + (random.once_in(5) ? random.between(2, 300) : 1));
        const BarTable bars = minutes(times);
        const BarSeries expected = filled(bars);
        ASSERT_EQ(expected.size(), static_cast<std::size_t>(times.back() - times.front() + 1)) << "seed " << kSeed;
        std::size_t row = 0;
        for (std::size_t i = 0; i < expected.size(); ++i) {
            const std::int64_t minute = times.front() + static_cast<std::int64_t>(i);
            ASSERT_EQ(expected.time_ns[i], kNoon + minute * kMinute);
            if (row + 1 < times.size() && times[row + 1] == minute) ++row;
            ASSERT_EQ(expected.close[i], static_cast<double>(times[row] + 100)) << "seed " << kSeed;
            ASSERT_EQ(expected.volume[i] != 0, times[row] == minute) << "seed " << kSeed;
        }
        const auto history =
            apply_gap_policy(streamed(bars, static_cast<std::size_t>(random.between(1, 9))), GapPolicy::kFill, "x")
                .value();
        BarSeries pieces;
        for (;;) {
            const auto most = static_cast<std::size_t>(random.between(1, 40));
            const auto rows = history->next(most).value();
            if (rows.size() == 0) break;
            ASSERT_LE(rows.size(), most);
            pieces.time_ns.insert(pieces.time_ns.end(), rows.time_ns.begin(), rows.time_ns.end());
            pieces.close.insert(pieces.close.end(), rows.close.begin(), rows.close.end());
        }
        ASSERT_EQ(pieces.time_ns, expected.time_ns) << "seed " << kSeed;
        ASSERT_EQ(pieces.close, expected.close) << "seed " << kSeed;
    }
}

TEST(GapPolicy, ErrorNamesTheFirstGap) {
    const BarTable gappy = minutes({0, 1, 4, 9});
    const auto history = apply_gap_policy(streamed(gappy), GapPolicy::kError, "binance A/B 1m").value();
    EXPECT_EQ(history->next(100)->size(), 2U);
    const auto failed = history->next(100);
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().code, ErrorCode::kInvalidData);
    EXPECT_EQ(failed.error().message,
              "binance A/B 1m: 2 bars of 1m missing from 2024-01-31 12:02:00 to 2024-01-31 12:04:00, expected no gap "
              "(the policy for gaps is 'error')");
}

TEST(GapPolicy, ErrorLetsAHistoryWithoutGapsThrough) {
    const BarTable whole = minutes({0, 1, 2, 3});
    const auto history = apply_gap_policy(streamed(whole, 3), GapPolicy::kError, "x").value();
    EXPECT_EQ(read_whole(*history)->size(), 4U);
}

TEST(GapPolicy, InMemoryIsToldAtOnceAndNotCopied) {
    const BarTable whole = minutes({0, 1, 2, 3});
    const BarTable gappy = minutes({0, 3});
    const auto in_memory = [](const BarTable& bars) { return std::make_unique<MemoryHistory>(bars.columns(), k1m, 0); };
    for (const GapPolicy policy : {GapPolicy::kKeep, GapPolicy::kFill, GapPolicy::kError}) {
        const auto history = apply_gap_policy(in_memory(whole), policy, "x").value();
        EXPECT_EQ(history->whole()->close.data(), whole.columns().close.data());
    }
    const auto refused = apply_gap_policy(in_memory(gappy), GapPolicy::kError, "x");
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().message, HasSubstr("2 bars of 1m missing from 2024-01-31 12:01:00"));
    EXPECT_EQ(read_whole(*apply_gap_policy(in_memory(gappy), GapPolicy::kFill, "x").value())->size(), 4U);
}

TEST(GapPolicy, FilledMinutesMakeWholeHours) {
    const BarTable gappy = minutes({0, 30, 61, 119});
    auto history = apply_gap_policy(streamed(gappy), GapPolicy::kFill, "x").value();
    const auto hours = ResampledHistory::make(std::move(history), k1h).value();
    const BarSeries bars = read_whole(*hours).value();
    EXPECT_THAT(bars.open, ElementsAre(99, 130));  // the second hour opens idle at the close of minute 30
    EXPECT_THAT(bars.close, ElementsAre(130, 219));
}

TEST(GapPolicy, EmptyStaysEmpty) {
    const BarTable none = minutes({});
    for (const GapPolicy policy : {GapPolicy::kFill, GapPolicy::kError}) {
        const auto history = apply_gap_policy(streamed(none), policy, "x").value();
        EXPECT_EQ(history->next(10)->size(), 0U);
        EXPECT_EQ(history->facts().rows, 0U);
    }
}

TEST(GapPolicy, Names) {
    EXPECT_EQ(parse_gap_policy("fill"), GapPolicy::kFill);
    EXPECT_STREQ(name(GapPolicy::kError), "error");
    EXPECT_EQ(parse_gap_policy("ffill").error().message,
              "unknown policy for gaps 'ffill', expected keep, fill or error");
}

}  // namespace
}  // namespace ct::data
