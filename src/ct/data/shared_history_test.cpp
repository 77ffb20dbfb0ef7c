#include "ct/data/shared_history.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/core/bar.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/data/bar_history.hpp"
#include "ct/data/memory_history.hpp"
#include "support/bars.hpp"
#include "support/random.hpp"
#include "support/streamed_history.hpp"

namespace ct::data {
namespace {

using testing::ElementsAreArray;

constexpr std::size_t kRows = 5'000;

test::BarTable some_bars() {
    test::Random random(3);
    return test::walk(random, test::k1m, {.rows = kRows});
}

/// A history that counts what is asked of it.
class CountedHistory : public test::StreamedHistory {
  public:
    using StreamedHistory::StreamedHistory;
    Result<BarColumns> next(std::size_t most_rows) override {
        auto rows = StreamedHistory::next(most_rows);
        given += rows->size();
        return rows;
    }
    std::size_t given = 0;
};

TEST(SharedHistory, ReadersAtAnyPaceSeeEveryRow) {
    const test::BarTable bars = some_bars();
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        test::Random random(seed);
        test::StreamedHistory history(bars.columns(), test::k1m, 0, static_cast<std::size_t>(random.between(1, 3'000)));
        const auto readers = share(history, 3);
        std::vector<std::vector<TimeNs>> times(readers.size());
        std::vector<std::vector<double>> volumes(readers.size());
        for (std::size_t ended = 0; ended < readers.size();) {
            const auto i = static_cast<std::size_t>(random.between(0, 2));
            if (times[i].size() == kRows) continue;
            const auto most = static_cast<std::size_t>(random.between(1, 400));
            const BarColumns rows = readers[i]->next(most).value();
            ASSERT_GT(rows.size(), 0U);
            ASSERT_LE(rows.size(), most);
            times[i].insert(times[i].end(), rows.time_ns.begin(), rows.time_ns.end());
            volumes[i].insert(volumes[i].end(), rows.volume.begin(), rows.volume.end());
            if (times[i].size() == kRows) ++ended;
        }
        for (std::size_t i = 0; i < readers.size(); ++i) {
            EXPECT_THAT(times[i], ElementsAreArray(bars.columns().time_ns));
            EXPECT_THAT(volumes[i], ElementsAreArray(bars.columns().volume));
            EXPECT_EQ(readers[i]->next(1).value().size(), 0U);
            EXPECT_EQ(readers[i]->next(1).value().size(), 0U);
        }
    }
}

TEST(SharedHistory, RowsAreReadOnceAndNotLongBeforeTheyAreAskedFor) {
    const test::BarTable bars = some_bars();
    CountedHistory history(bars.columns(), test::k1m, 0, kRows);
    const auto readers = share(history, 2);
    ASSERT_EQ(readers[0]->next(10).value().size(), 10U);
    ASSERT_EQ(readers[1]->next(10).value().size(), 10U);
    EXPECT_EQ(history.given, 1'024U);
    while (readers[0]->next(kRows).value().size() > 0) {
    }
    while (readers[1]->next(kRows).value().size() > 0) {
    }
    EXPECT_EQ(history.given, kRows);
}

TEST(SharedHistory, WhatLiesInMemoryStaysThere) {
    const test::BarTable bars = some_bars();
    MemoryHistory history(bars.columns(), test::k1m, 0);
    const auto readers = share(history, 2);
    for (const auto& reader : readers) {
        EXPECT_EQ(reader->whole().value().close.data(), bars.columns().close.data());
        EXPECT_EQ(reader->facts().digest, history.facts().digest);
        EXPECT_EQ(reader->next(7).value().close.data(), bars.columns().close.data());
        EXPECT_EQ(reader->next(7).value().close.data(), bars.columns().close.data() + 7);
        EXPECT_EQ(reader->next(kRows).value().size(), kRows - 14);
        EXPECT_EQ(reader->next(7).value().size(), 0U);
    }
}

}  // namespace
}  // namespace ct::data
