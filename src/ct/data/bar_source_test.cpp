#include "ct/data/bar_source.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <memory>
#include <ostream>
#include <string>
#include <variant>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/core/bar.hpp"
#include "ct/core/event_source.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/data/bar_history.hpp"
#include "ct/data/memory_history.hpp"
#include "support/bars.hpp"
#include "support/numbers.hpp"
#include "support/random.hpp"
#include "support/streamed_history.hpp"

namespace ct::data {
namespace {

using test::BarTable;
using test::flat;
using test::k1d;
using test::k1h;
using test::k4h;
using test::kHour;
using test::Random;
using testing::ElementsAre;

constexpr TimeNs kForever = std::numeric_limits<TimeNs>::max();

/// Tables as inputs, in memory or streamed.
class Inputs {
  public:
    explicit Inputs(const std::vector<BarTable>& tables, bool streamed = false) {
        for (const BarTable& table : tables) {
            const Timeframe timeframe = table.timeframe();
            if (streamed) {
                histories_.push_back(std::make_unique<test::StreamedHistory>(table.columns(), timeframe, 0));
            } else {
                histories_.push_back(std::make_unique<MemoryHistory>(table.columns(), timeframe, 0));
            }
            inputs_.push_back({{0, timeframe}, histories_.back().get()});
        }
    }
    [[nodiscard]] BarSource source(std::size_t batch_rows = BarSource::kBatchRows) const {
        return BarSource(inputs_, batch_rows);
    }

  private:
    std::vector<std::unique_ptr<BarHistory>> histories_;
    std::vector<BarSource::Input> inputs_;
};

BarTable hours(std::size_t rows, TimeNs first_ns = 0) {
    BarTable bars(k1h);
    for (std::size_t row = 0; row < rows; ++row) bars.add(first_ns + static_cast<TimeNs>(row) * kHour, flat(100));
    return bars;
}

/// An item in short: "0[2,5)" for rows 2 to 4 of series 0, "0[2,3)+1[3,4)" for a step of two series, "idle 7h".
std::string text(const SourceItem& item) {
    if (std::holds_alternative<End>(item)) return "end";
    if (const auto* idle = std::get_if<Idle>(&item)) return fmt::format("idle {}h", idle->now_ns / kHour);
    std::string blocks;
    for (const BarBlock& block : std::get<ClosedBars>(item)) {
        blocks += fmt::format("{}{}[{},{})", blocks.empty() ? "" : "+", block.series, block.begin, block.end);
    }
    return blocks;
}

std::vector<std::string> items_until(BarSource& source, TimeNs until_ns) {
    std::vector<std::string> items;
    for (;;) {
        const auto item = source.next(until_ns).value();
        items.push_back(text(item));
        if (!std::holds_alternative<ClosedBars>(item)) return items;
    }
}

TEST(BarSource, GivesOneSeriesInBatches) {
    const std::vector<BarTable> tables = {hours(10)};
    const Inputs inputs(tables);
    BarSource source = inputs.source(4);
    EXPECT_THAT(items_until(source, kForever), ElementsAre("0[0,4)", "0[4,8)", "0[8,10)", "end"));
    EXPECT_EQ(text(source.next(kForever).value()), "end");  // and stays there
}

TEST(BarSource, CutsABlockWhereAnotherSeriesClosesABar) {
    // The first bar of 1d closes at 24h, with the last of 1h; the day after only hours 2 and 3 exist.
    std::vector<BarTable> tables = {hours(26), BarTable(k1d, 0, {flat(100)})};
    const Inputs inputs(tables);
    BarSource source = inputs.source();
    EXPECT_THAT(items_until(source, kForever), ElementsAre("0[0,23)", "0[23,24)+1[0,1)", "0[24,26)", "end"));
}

TEST(BarSource, GivesBarsThatCloseTogetherWithTheShorterTimeframeFirstThenInOrderOfTheInputs) {
    std::vector<BarTable> tables;
    tables.emplace_back(k4h, 4 * kHour, std::initializer_list<test::Ohlc>{flat(1)});
    tables.emplace_back(k1h, 7 * kHour, std::initializer_list<test::Ohlc>{flat(1)});
    tables.emplace_back(k4h, 4 * kHour, std::initializer_list<test::Ohlc>{flat(1)});
    tables.emplace_back(k1h, 7 * kHour, std::initializer_list<test::Ohlc>{flat(1)});
    const Inputs inputs(tables);
    BarSource source = inputs.source();
    EXPECT_THAT(items_until(source, kForever), ElementsAre("1[0,1)+3[0,1)+0[0,1)+2[0,1)", "end"));
}

TEST(BarSource, OfTheMonthlyTimeframeClosesWithTheCalendar) {
    // January closes on 1 February, with the 31st day; February 2024 has 29 days.
    BarTable months(Timeframe::month(), test::utc("2024-01-01"), {flat(1), flat(1)});
    BarTable days(k1d);
    for (int day = 0; day < 60; ++day) days.add(test::utc("2024-01-01") + day * kNsPerDay, flat(1));
    const std::vector<BarTable> tables = {months, days};
    const Inputs inputs(tables);
    BarSource source = inputs.source();
    EXPECT_THAT(items_until(source, kForever),
                ElementsAre("1[0,30)", "1[30,31)+0[0,1)", "1[31,59)", "1[59,60)+0[1,2)", "end"));
}

TEST(BarSource, GivesNothingThatClosesAfterTheTimeAskedFor) {
    const std::vector<BarTable> tables = {hours(6)};
    const Inputs inputs(tables);
    BarSource source = inputs.source();
    EXPECT_THAT(items_until(source, 0), ElementsAre("idle 0h"));
    EXPECT_THAT(items_until(source, kHour - 1), ElementsAre("idle 0h"));
    EXPECT_THAT(items_until(source, kHour), ElementsAre("0[0,1)", "idle 1h"));
    EXPECT_THAT(items_until(source, 4 * kHour), ElementsAre("0[1,4)", "idle 4h"));
    EXPECT_THAT(items_until(source, kForever), ElementsAre("0[4,6)", "end"));
}

TEST(BarSource, KeepsTheLastRowsOfAStreamedHistoryBeforeTheCurrentOnes) {
    constexpr std::size_t kRows = 10'000;
    const std::vector<BarTable> tables = {hours(kRows)};
    const Inputs inputs(tables, true);
    BarSource source = inputs.source(7);
    std::size_t seen = 0;
    for (;;) {
        const auto item = source.next(kForever).value();
        if (std::holds_alternative<End>(item)) break;
        const BarBlock& block = std::get<ClosedBars>(item).front();
        ASSERT_GE(block.begin, std::min(seen, BarSource::kKeptRows));
        for (std::size_t back = 0; back <= block.begin; ++back) {
            ASSERT_EQ(block.columns->time_ns[block.begin - back], tables[0].time_ns()[seen - back]);
        }
        seen += block.end - block.begin;
    }
    EXPECT_EQ(seen, kRows);
}

TEST(BarSource, PassesOnTheErrorOfAHistory) {
    class Broken : public BarHistory {
      public:
        [[nodiscard]] const BarFacts& facts() const override { return facts_; }
        Result<BarColumns> next(std::size_t /*most_rows*/) override {
            return fail(ErrorCode::kReadFailed, "the disk is gone");
        }

      private:
        BarFacts facts_;
    };
    Broken broken;
    BarSource source(std::array{BarSource::Input{{0, k1h}, &broken}});
    EXPECT_EQ(source.next(kForever).error().message, "the disk is gone");
}

TEST(BarSource, OfNothingEnds) {
    BarSource none({});
    EXPECT_EQ(text(none.next(kForever).value()), "end");
    const std::vector<BarTable> tables = {BarTable(k1h), hours(2)};
    const Inputs inputs(tables);
    BarSource one_empty = inputs.source();
    EXPECT_THAT(items_until(one_empty, kForever), ElementsAre("1[0,2)", "end"));
}

/// A row of the merged stream.
struct MergedRow {
    TimeNs close_ns = 0;
    TimeNs duration_ns = 0;
    SeriesIndex series = 0;
    std::size_t row = 0;
    friend auto operator<=>(const MergedRow&, const MergedRow&) = default;
};

std::ostream& operator<<(std::ostream& out, const MergedRow& row) {
    return out << fmt::format("series {} row {} closing {}", row.series, row.row, format_iso_time(row.close_ns));
}

/// All rows of all series, sorted.
std::vector<MergedRow> merge_slowly(const std::vector<BarTable>& tables) {
    std::vector<MergedRow> rows;
    for (std::size_t series = 0; series < tables.size(); ++series) {
        const Timeframe timeframe = tables[series].timeframe();
        for (std::size_t row = 0; row < tables[series].size(); ++row) {
            rows.push_back({timeframe.close_of(tables[series].time_ns()[row]), timeframe.duration_ns(),
                            static_cast<SeriesIndex>(series), row});
        }
    }
    std::ranges::sort(rows);
    return rows;
}

std::vector<BarTable> random_tables(Random& random) {
    const std::array timeframes = {
        k1h, k4h, Timeframe::fixed(3 * kNsPerDay), k1d, Timeframe::fixed(7 * kNsPerDay), Timeframe::month()};
    const TimeNs start_ns = test::utc("2023-12-20");
    std::vector<BarTable> tables;
    for (std::int64_t left = random.between(1, 5); left > 0; --left) {
        const auto choice = static_cast<std::size_t>(random.between(0, 5));
        const TimeNs first_ns = start_ns + random.between(0, 40) * kNsPerDay;
        const auto rows = static_cast<std::size_t>(random.between(0, choice == 0 ? 300 : 30));
        const std::int64_t gaps = random.once_in(2) ? 0 : random.between(2, 10);
        tables.push_back(
            test::walk(random, timeframes[choice], {.rows = rows, .first_ns = first_ns, .gap_once_in = gaps}));
    }
    return tables;
}

/// Reads a source to its end by ever later times, checks each item against the contract of EventSource, and returns
/// the rows.
class Reader {
  public:
    Reader(const std::vector<BarTable>& tables, std::size_t batch_rows, bool streamed)
        : tables_(&tables),
          expected_(merge_slowly(tables)),
          inputs_(tables, streamed),
          batch_rows_(batch_rows),
          source_(inputs_.source(batch_rows)),
          rows_(tables.size()),
          known_(tables.size()) {}

    void read(Random& random) {
        // Many small steps, a few large ones, or all at once.
        const std::int64_t longest_h = random.once_in(2) ? 10 : 4'000;
        TimeNs until_ns = random.once_in(4) ? kForever : test::utc("2023-12-19");
        for (;;) {
            const auto item = source_.next(until_ns).value();
            if (std::holds_alternative<End>(item)) break;
            if (const auto* bars = std::get_if<ClosedBars>(&item)) {
                take(*bars, until_ns);
                if (testing::Test::HasFailure()) return;
                continue;
            }
            ASSERT_EQ(std::get<Idle>(item).now_ns, until_ns);
            ASSERT_LT(taken_, expected_.size()) << "idle where the end was expected";
            ASSERT_GT(expected_[taken_].close_ns, until_ns) << "idle though a bar closes before";
            until_ns += random.between(1, longest_h) * kHour - (random.once_in(2) ? 1 : 0);
        }
        ASSERT_EQ(taken_, expected_.size());
    }

  private:
    void take(ClosedBars bars, TimeNs until_ns) {
        ASSERT_FALSE(bars.empty());
        for (const BarBlock& block : bars) {
            ASSERT_TRUE(bars.size() == 1 || block.end == block.begin + 1);
            take(block, until_ns);
            if (testing::Test::HasFailure()) return;
        }
        // The item ends its step, and began it.
        const std::size_t first = taken_ - (bars.size() == 1 ? bars[0].end - bars[0].begin : bars.size());
        ASSERT_TRUE(taken_ == expected_.size() || expected_[taken_].close_ns != expected_[taken_ - 1].close_ns);
        ASSERT_TRUE(bars.size() == 1 || expected_[first].close_ns == expected_[taken_ - 1].close_ns);
    }

    void take(const BarBlock& block, TimeNs until_ns) {
        ASSERT_LT(block.begin, block.end);
        ASSERT_LE(block.end - block.begin, batch_rows_);
        ASSERT_LE(taken_ + block.end - block.begin, expected_.size());
        const BarTable& table = (*tables_)[block.series];
        // What was announced as known comes, and no block goes past it.
        std::size_t& row = rows_[block.series];
        std::size_t& known = known_[block.series];
        ASSERT_GE(block.known, block.end);
        ASSERT_LE(row + block.known - block.begin, table.size());
        ASSERT_TRUE(row == known || row + block.known - block.begin == known);
        known = row + block.known - block.begin;
        for (std::size_t at = block.begin; at < block.end; ++at, ++row, ++taken_) {
            const TimeNs close_ns = table.timeframe().close_of(table.time_ns()[row]);
            const MergedRow actual{close_ns, table.timeframe().duration_ns(), block.series, row};
            ASSERT_EQ(actual, expected_[taken_]);
            ASSERT_LE(close_ns, until_ns);
            ASSERT_EQ(block.columns->time_ns[at], table.time_ns()[row]);
            ASSERT_EQ(block.columns->close[at], table.columns().close[row]);
            ASSERT_EQ(block.columns->volume[at], table.columns().volume[row]);
            // No row of a block of several shares its time with the one before: they would be one step.
            ASSERT_TRUE(at == block.begin || expected_[taken_ - 1].close_ns != close_ns);
        }
    }

    const std::vector<BarTable>* tables_;
    std::vector<MergedRow> expected_;
    Inputs inputs_;
    std::size_t batch_rows_;
    BarSource source_;
    std::size_t taken_ = 0;
    std::vector<std::size_t> rows_;   ///< taken, by series
    std::vector<std::size_t> known_;  ///< by series
};

TEST(BarSource, AgreesWithASlowMergeForAnyBatchSizeAndAnyTimesAskedFor) {
    constexpr std::uint64_t kSeeds = 300;
    for (std::uint64_t seed = 1; seed <= kSeeds && !HasFailure(); ++seed) {
        Random random(seed);
        const std::vector<BarTable> tables = random_tables(random);
        for (const std::size_t batch_rows : {1U, 2U, 7U, 4096U}) {
            const bool streamed = random.once_in(2);
            SCOPED_TRACE(fmt::format("seed {} batch {} streamed {}", seed, batch_rows, streamed));
            Reader(tables, batch_rows, streamed).read(random);
        }
    }
}

}  // namespace
}  // namespace ct::data
