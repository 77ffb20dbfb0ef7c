#include "ct/data/reorder_buffer.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/core/order.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/data/bar_series.hpp"
#include "ct/data/time_bars.hpp"
#include "ct/data/trade_columns.hpp"
#include "support/numbers.hpp"
#include "support/random.hpp"
#include "support/tape.hpp"

namespace ct::data {
namespace {

using testing::ElementsAre;

TradeRow at(TimeNs time_ns, double price = 1) { return {.time_ns = time_ns, .price = price, .amount = 1}; }

TEST(ReorderBuffer, OffAtSizeZero) {
    auto buffer = ReorderBuffer::make(0).value();
    EXPECT_THAT(buffer.push(at(7), 0).time_ns, ElementsAre(7));
    EXPECT_THAT(buffer.push(at(3), 0).time_ns, ElementsAre(3));
    EXPECT_EQ(buffer.out_of_order(), 0U);
}

TEST(ReorderBuffer, ComesOutInOrderWhenItIsFull) {
    auto buffer = ReorderBuffer::make(4).value();
    EXPECT_EQ(buffer.push(at(5, 10), 0).size(), 0U);
    EXPECT_EQ(buffer.push(at(3, 11), 0).size(), 0U);
    EXPECT_EQ(buffer.push(at(5, 12), 0).size(), 0U);
    const TradeColumns out = buffer.push({4, 13, 2, Side::kSell}, 0);
    EXPECT_THAT(out.time_ns, ElementsAre(3, 4, 5, 5));
    EXPECT_THAT(out.price, ElementsAre(11, 13, 10, 12));  // of one time in the order of arrival
    EXPECT_THAT(out.amount, ElementsAre(1, 2, 1, 1));
    EXPECT_THAT(out.aggressor, ElementsAre(Side::kBuy, Side::kSell, Side::kBuy, Side::kBuy));
    EXPECT_EQ(buffer.size(), 0U);
    EXPECT_EQ(buffer.out_of_order(), 2U);
}

TEST(ReorderBuffer, ComesOutAfterTheTimeout) {
    auto buffer = ReorderBuffer::make(10, 100).value();
    EXPECT_EQ(buffer.push(at(5), 1'000).size(), 0U);
    EXPECT_EQ(buffer.push(at(4), 1'050).size(), 0U);
    EXPECT_EQ(buffer.poll(1'099).size(), 0U);
    EXPECT_THAT(buffer.poll(1'100).time_ns, ElementsAre(4, 5));
    EXPECT_EQ(buffer.poll(9'999).size(), 0U);
    EXPECT_EQ(buffer.push(at(9), 2'000).size(), 0U);  // waits from its own arrival on
    EXPECT_THAT(buffer.push(at(8), 2'100).time_ns, ElementsAre(8, 9));
}

TEST(ReorderBuffer, ComesOutOnFlush) {
    auto buffer = ReorderBuffer::make(10).value();
    EXPECT_EQ(buffer.flush().size(), 0U);
    EXPECT_EQ(buffer.push(at(5), 0).size(), 0U);
    EXPECT_EQ(buffer.push(at(4), 1'000'000).size(), 0U);
    EXPECT_THAT(buffer.flush().time_ns, ElementsAre(4, 5));
}

TEST(ReorderBuffer, RefusesWhatNoBufferHas) {
    EXPECT_EQ(ReorderBuffer::make(1'048'577).error().message,
              "the reorder buffer's size is 1048577, expected at most 1048576");
    EXPECT_EQ(ReorderBuffer::make(1, -5).error().message, "the reorder buffer's timeout is -5 ns, expected 0 or more");
}

TEST(ReorderBuffer, SavesLateTradesFromBeingStale) {
    constexpr std::uint64_t kSeed = 11;
    SCOPED_TRACE(fmt::format("seed {}", kSeed));
    test::Random random(kSeed);
    const test::Tape tape = test::random_tape(random, {.rows = 20'000,
                                                       .first_ns = test::utc("2024-01-31"),
                                                       .most_step_ms = 100,
                                                       .late_once_in = 10,
                                                       .most_late_ms = 400});
    const auto stale_with = [&](std::size_t size) {
        auto buffer = ReorderBuffer::make(size).value();
        TimeBars builder(Timeframe::fixed(kNsPerSecond));
        BarSeries bars;
        std::int64_t trades = 0;
        for (std::size_t row = 0; row < tape.size(); ++row) {
            const TradeRow trade{tape.time_ns[row], tape.price[row], tape.amount[row], tape.aggressor[row]};
            builder.run(buffer.push(trade, 0), bars);
        }
        builder.run(buffer.flush(), bars);
        builder.finish(bars);
        for (const std::int64_t count : bars.extras.trade_count) trades += count;
        EXPECT_EQ(trades + static_cast<std::int64_t>(builder.stale()), 20'000);
        return builder.stale();
    };
    EXPECT_GT(stale_with(0), 200U);
    EXPECT_LT(stale_with(1'000), 10U);
}

}  // namespace
}  // namespace ct::data
