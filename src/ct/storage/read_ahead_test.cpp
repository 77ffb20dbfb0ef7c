#include "ct/storage/read_ahead.hpp"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <vector>

#include <gtest/gtest.h>

#include "ct/core/bar.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/data/bar_history.hpp"
#include "support/bars.hpp"
#include "support/random.hpp"
#include "support/streamed_history.hpp"

namespace ct::storage {
namespace {

test::BarTable minutes(std::size_t rows) {
    test::Random random(3);
    return test::walk(random, test::k1m, {.rows = rows});
}

std::unique_ptr<ReadAhead> ahead_of(const test::BarTable& table, std::size_t most_rows) {
    return std::make_unique<ReadAhead>(
        std::make_unique<test::StreamedHistory>(table.columns(), table.timeframe(), 0, most_rows));
}

TEST(ReadAhead, GivesTheSameBarsInTheSameOrder) {
    const test::BarTable table = minutes(50'000);
    for (const std::size_t batch : {1U, 7U, 1'000U, 100'000U}) {
        const auto ahead = ahead_of(table, 3'000);
        EXPECT_EQ(ahead->facts().rows, 50'000U);
        std::vector<TimeNs> times;
        std::vector<double> closes;
        for (;;) {
            const auto bars = ahead->next(batch);
            ASSERT_TRUE(bars);
            if (bars->size() == 0) break;
            ASSERT_LE(bars->size(), batch);
            times.insert(times.end(), bars->time_ns.begin(), bars->time_ns.end());
            closes.insert(closes.end(), bars->close.begin(), bars->close.end());
        }
        EXPECT_EQ(ahead->next(batch)->size(), 0U);  // and stays at the end
        EXPECT_EQ(times, table.time_ns());
        EXPECT_TRUE(std::equal(closes.begin(), closes.end(), table.columns().close.begin()));
    }
}

TEST(ReadAhead, MayBeLeftAtAnyMoment) {
    const test::BarTable table = minutes(50'000);
    for (int taken = 0; taken < 20; ++taken) {
        const auto ahead = ahead_of(table, 500);
        for (int i = 0; i < taken; ++i) ASSERT_TRUE(ahead->next(500));
    }
}

TEST(ReadAhead, PassesOnAnErrorAfterTheBarsBeforeIt) {
    class Broken : public data::BarHistory {
      public:
        [[nodiscard]] const data::BarFacts& facts() const override { return facts_; }
        Result<BarColumns> next(std::size_t /*most_rows*/) override {
            if (given_++ == 2) return fail(ErrorCode::kReadFailed, "the disk is gone");
            return table_.columns();
        }

      private:
        data::BarFacts facts_;
        test::BarTable table_ = minutes(10);
        int given_ = 0;
    };
    ReadAhead ahead(std::make_unique<Broken>());
    EXPECT_EQ(ahead.next(10)->size(), 10U);
    EXPECT_EQ(ahead.next(10)->size(), 10U);
    EXPECT_EQ(ahead.next(10).error().message, "the disk is gone");
}

}  // namespace
}  // namespace ct::storage
