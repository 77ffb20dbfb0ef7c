#include "ct/data/bar_source.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <ostream>
#include <string>
#include <variant>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/core/bar.hpp"
#include "ct/core/event_source.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "support/bars.hpp"
#include "support/numbers.hpp"
#include "support/random.hpp"

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

std::vector<BarSource::Input> inputs_of(const std::vector<BarTable>& tables) {
    std::vector<BarSource::Input> inputs;
    inputs.reserve(tables.size());
    for (const BarTable& table : tables) inputs.push_back({{0, table.timeframe()}, table.columns()});
    return inputs;
}

BarTable hours(std::size_t rows, TimeNs first_ns = 0) {
    BarTable bars(k1h);
    for (std::size_t row = 0; row < rows; ++row) bars.add(first_ns + static_cast<TimeNs>(row) * kHour, flat(100));
    return bars;
}

/// An item in short: "0[2,5)" for rows 2 to 4 of series 0 that end a step, "1[3,4)+" when the step goes on, "idle 7h".
std::string text(const SourceItem& item) {
    if (std::holds_alternative<End>(item)) return "end";
    if (const auto* idle = std::get_if<Idle>(&item)) return fmt::format("idle {}h", idle->now_ns / kHour);
    const auto& block = std::get<BarBlock>(item);
    return fmt::format("{}[{},{}){}", block.series, block.begin, block.end, block.ends_step ? "" : "+");
}

std::vector<std::string> items_until(BarSource& source, TimeNs until_ns) {
    std::vector<std::string> items;
    for (;;) {
        const auto item = source.next(until_ns).value();
        items.push_back(text(item));
        if (!std::holds_alternative<BarBlock>(item)) return items;
    }
}

TEST(BarSource, GivesOneSeriesInBatches) {
    const std::vector<BarTable> tables = {hours(10)};
    const auto inputs = inputs_of(tables);
    BarSource source(inputs, 4);
    EXPECT_THAT(items_until(source, kForever), ElementsAre("0[0,4)", "0[4,8)", "0[8,10)", "end"));
    EXPECT_EQ(text(source.next(kForever).value()), "end");  // and stays there
}

TEST(BarSource, CutsABlockWhereAnotherSeriesClosesABar) {
    // The first bar of 1d closes at 24h, with the last of 1h; the day after only hours 2 and 3 exist.
    std::vector<BarTable> tables = {hours(26), BarTable(k1d, 0, {flat(100)})};
    const auto inputs = inputs_of(tables);
    BarSource source(inputs);
    EXPECT_THAT(items_until(source, kForever), ElementsAre("0[0,23)", "0[23,24)+", "1[0,1)", "0[24,26)", "end"));
}

TEST(BarSource, GivesBarsThatCloseTogetherWithTheShorterTimeframeFirstThenInOrderOfTheInputs) {
    std::vector<BarTable> tables;
    tables.emplace_back(k4h, 4 * kHour, std::initializer_list<test::Ohlc>{flat(1)});
    tables.emplace_back(k1h, 7 * kHour, std::initializer_list<test::Ohlc>{flat(1)});
    tables.emplace_back(k4h, 4 * kHour, std::initializer_list<test::Ohlc>{flat(1)});
    tables.emplace_back(k1h, 7 * kHour, std::initializer_list<test::Ohlc>{flat(1)});
    const auto inputs = inputs_of(tables);
    BarSource source(inputs);
    EXPECT_THAT(items_until(source, kForever), ElementsAre("1[0,1)+", "3[0,1)+", "0[0,1)+", "2[0,1)", "end"));
}

TEST(BarSource, OfTheMonthlyTimeframeClosesWithTheCalendar) {
    // January closes on 1 February, with the 31st day; February 2024 has 29 days.
    BarTable months(Timeframe::month(), test::utc("2024-01-01"), {flat(1), flat(1)});
    BarTable days(k1d);
    for (int day = 0; day < 60; ++day) days.add(test::utc("2024-01-01") + day * kNsPerDay, flat(1));
    const std::vector<BarTable> tables = {months, days};
    const auto inputs = inputs_of(tables);
    BarSource source(inputs);
    EXPECT_THAT(items_until(source, kForever),
                ElementsAre("1[0,30)", "1[30,31)+", "0[0,1)", "1[31,59)", "1[59,60)+", "0[1,2)", "end"));
}

TEST(BarSource, GivesNothingThatClosesAfterTheTimeAskedFor) {
    const std::vector<BarTable> tables = {hours(6)};
    const auto inputs = inputs_of(tables);
    BarSource source(inputs);
    EXPECT_THAT(items_until(source, 0), ElementsAre("idle 0h"));
    EXPECT_THAT(items_until(source, kHour - 1), ElementsAre("idle 0h"));
    EXPECT_THAT(items_until(source, kHour), ElementsAre("0[0,1)", "idle 1h"));
    EXPECT_THAT(items_until(source, 4 * kHour), ElementsAre("0[1,4)", "idle 4h"));
    EXPECT_THAT(items_until(source, kForever), ElementsAre("0[4,6)", "end"));
}

TEST(BarSource, FinishesAStepThatItBeganWhateverTimeIsAskedFor) {
    const std::vector<BarTable> tables = {hours(1), hours(1)};
    const auto inputs = inputs_of(tables);
    BarSource source(inputs);
    EXPECT_EQ(text(source.next(kHour).value()), "0[0,1)+");
    EXPECT_EQ(text(source.next(0).value()), "1[0,1)");
}

TEST(BarSource, OfNothingEnds) {
    BarSource none({});
    EXPECT_EQ(text(none.next(kForever).value()), "end");
    const std::vector<BarTable> tables = {BarTable(k1h), hours(2)};
    const auto inputs = inputs_of(tables);
    BarSource one_empty(inputs);
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
    Reader(const std::vector<BarTable>& tables, std::size_t batch_rows)
        : tables_(&tables),
          expected_(merge_slowly(tables)),
          inputs_(inputs_of(tables)),
          batch_rows_(batch_rows),
          source_(inputs_, batch_rows),
          known_(tables.size()) {}

    void read(Random& random) {
        // Many small steps, a few large ones, or all at once.
        const std::int64_t longest_h = random.once_in(2) ? 10 : 4'000;
        TimeNs until_ns = random.once_in(4) ? kForever : test::utc("2023-12-19");
        for (;;) {
            const auto item = source_.next(until_ns).value();
            if (std::holds_alternative<End>(item)) break;
            if (const auto* block = std::get_if<BarBlock>(&item)) {
                take(*block, until_ns);
                if (testing::Test::HasFailure()) return;
                continue;
            }
            ASSERT_EQ(std::get<Idle>(item).now_ns, until_ns);
            ASSERT_LT(taken_, expected_.size()) << "idle where the end was expected";
            ASSERT_GT(expected_[taken_].close_ns, until_ns) << "idle though a bar closes before";
            ASSERT_FALSE(in_step_);
            until_ns += random.between(1, longest_h) * kHour - (random.once_in(2) ? 1 : 0);
        }
        ASSERT_EQ(taken_, expected_.size());
        ASSERT_FALSE(in_step_);
    }

  private:
    void take(const BarBlock& block, TimeNs until_ns) {
        ASSERT_LT(block.begin, block.end);
        const std::size_t rows = block.end - block.begin;
        ASSERT_LE(rows, batch_rows_);
        ASSERT_LE(taken_ + rows, expected_.size());
        const BarTable& table = (*tables_)[block.series];
        // What was announced as known comes, and no block goes past it.
        ASSERT_GE(block.known, block.end);
        ASSERT_LE(block.known, table.size());
        std::size_t& known = known_[block.series];
        ASSERT_TRUE(block.begin == known || block.known == known);
        known = block.known;
        ASSERT_EQ(block.columns->size(), table.size());
        ASSERT_EQ(block.columns->close.data(), table.columns().close.data());  // borrowed whole, with its history
        for (std::size_t row = block.begin; row < block.end; ++row, ++taken_) {
            const TimeNs close_ns = table.timeframe().close_of(table.time_ns()[row]);
            const MergedRow actual{close_ns, table.timeframe().duration_ns(), block.series, row};
            ASSERT_EQ(actual, expected_[taken_]);
            ASSERT_TRUE(in_step_ || close_ns <= until_ns);
            // No other row shares the time of a row in a block of several: it would come between them.
            const bool tied_with_next = taken_ + 1 < expected_.size() && expected_[taken_ + 1].close_ns == close_ns;
            const bool tied_with_last = taken_ > 0 && expected_[taken_ - 1].close_ns == close_ns;
            ASSERT_TRUE(rows == 1 || !(tied_with_next || tied_with_last));
            ASSERT_TRUE(row + 1 < block.end || block.ends_step != tied_with_next);
        }
        in_step_ = !block.ends_step;
    }

    const std::vector<BarTable>* tables_;
    std::vector<MergedRow> expected_;
    std::vector<BarSource::Input> inputs_;
    std::size_t batch_rows_;
    BarSource source_;
    std::size_t taken_ = 0;
    std::vector<std::size_t> known_;  ///< by series
    bool in_step_ = false;
};

TEST(BarSource, AgreesWithASlowMergeForAnyBatchSizeAndAnyTimesAskedFor) {
    constexpr std::uint64_t kSeeds = 300;
    for (std::uint64_t seed = 1; seed <= kSeeds && !HasFailure(); ++seed) {
        Random random(seed);
        const std::vector<BarTable> tables = random_tables(random);
        for (const std::size_t batch_rows : {1U, 2U, 7U, 4096U}) {
            SCOPED_TRACE(fmt::format("seed {} batch {}", seed, batch_rows));
            Reader(tables, batch_rows).read(random);
        }
    }
}

}  // namespace
}  // namespace ct::data
