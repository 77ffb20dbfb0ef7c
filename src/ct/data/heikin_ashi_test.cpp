#include "ct/data/heikin_ashi.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/data/bar_series.hpp"
#include "support/bars.hpp"
#include "support/random.hpp"

namespace ct::data {
namespace {

using testing::ElementsAre;

TEST(HeikinAshi, ByHand) {
    const test::BarTable bars(test::k1h, 0, {{100, 110, 95, 105}, {105, 120, 104, 119}, {119, 121, 90, 92}});
    BarSeries made;
    HeikinAshi().run(bars.columns(), made);
    EXPECT_EQ(made.time_ns, bars.time_ns());
    EXPECT_THAT(made.close, ElementsAre(102.5, 112, 105.5));
    EXPECT_THAT(made.open, ElementsAre(102.5, 102.5, 107.25));
    EXPECT_THAT(made.high, ElementsAre(110, 120, 121));
    EXPECT_THAT(made.low, ElementsAre(95, 102.5, 90));  // the new open lies below the second bar's low
    EXPECT_THAT(made.volume, ElementsAre(1, 2, 3));
}

TEST(HeikinAshi, AnyChunkingGivesTheSameBits) {
    constexpr std::uint64_t kSeed = 3;
    SCOPED_TRACE(fmt::format("seed {}", kSeed));
    test::Random random(kSeed);
    const test::BarTable bars = test::walk(random, test::k1m, {.rows = 1'000}, 2);
    BarSeries whole;
    HeikinAshi().run(bars.columns(), whole);
    BarSeries chunked;
    HeikinAshi kernel;
    for (std::size_t row = 0; row < bars.size();) {
        const std::size_t end = std::min(bars.size(), row + static_cast<std::size_t>(random.between(1, 9)));
        kernel.run(bars.columns().rows(row, end), chunked);
        row = end;
    }
    ASSERT_EQ(whole.size(), 1'000U);
    EXPECT_EQ(chunked.open, whole.open);
    EXPECT_EQ(chunked.high, whole.high);
    EXPECT_EQ(chunked.low, whole.low);
    EXPECT_EQ(chunked.close, whole.close);
    for (std::size_t row = 0; row < whole.size(); ++row) {
        ASSERT_LE(whole.low[row], std::min(whole.open[row], whole.close[row]));
        ASSERT_GE(whole.high[row], std::max(whole.open[row], whole.close[row]));
    }
}

}  // namespace
}  // namespace ct::data
