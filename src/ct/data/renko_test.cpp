#include "ct/data/renko.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/core/money.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/data/event_bars.hpp"
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

EventBars bricks_of(const Tape& tape, const char* brick) {
    EventBars bricks;
    Renko renko = Renko::make(brick, kScale).value();
    EXPECT_TRUE(renko.run(tape.columns(), bricks));
    return bricks;
}

Tape tape_of(const std::vector<double>& prices) {
    Tape tape;
    for (const double price : prices) tape.add(kNoon + static_cast<TimeNs>(tape.size()), price, 1);
    return tape;
}

TEST(Renko, ByHand) {
    // From 10: up at 10.5 and, by a jump, at 11 and 11.5; a fall to 10.5 is no reversal yet, 10.49 neither, 9.9 is.
    const EventBars bricks = bricks_of(tape_of({10, 10.4, 10.5, 11.6, 11.01, 11.0, 10.51, 10.5, 10.49, 9.9}), "0.5");
    EXPECT_THAT(bricks.open, ElementsAre(10, 10.5, 11, 11, 10.5));
    EXPECT_THAT(bricks.close, ElementsAre(10.5, 11, 11.5, 10.5, 10));
    EXPECT_THAT(bricks.high, ElementsAre(10.5, 11, 11.5, 11, 10.5));
    EXPECT_THAT(bricks.low, ElementsAre(10, 10.5, 11, 10.5, 10));
    EXPECT_THAT(bricks.trade_count, ElementsAre(3, 1, 0, 4, 2));
    EXPECT_THAT(bricks.volume, ElementsAre(3, 1, 0, 4, 2));
    EXPECT_THAT(bricks.open_ns, ElementsAre(kNoon, kNoon + 3, kNoon + 3, kNoon + 4, kNoon + 8));
    EXPECT_THAT(bricks.close_ns, ElementsAre(kNoon + 2, kNoon + 3, kNoon + 3, kNoon + 7, kNoon + 9));
}

TEST(Renko, TheFirstBrickTakesOneStepEitherWay) {
    EXPECT_THAT(bricks_of(tape_of({10, 9.5}), "0.5").close, ElementsAre(9.5));
    EXPECT_THAT(bricks_of(tape_of({10, 10.5}), "0.5").close, ElementsAre(10.5));
    EXPECT_EQ(bricks_of(tape_of({10, 10.49, 9.51}), "0.5").size(), 0U);
}

/// The closes of the bricks, one price step at a time on counts.
std::vector<std::int64_t> slow_closes(const std::vector<double>& prices, std::int64_t brick) {
    std::vector<std::int64_t> closes;
    std::int64_t upper = std::llround(prices[0] * 100);
    std::int64_t lower = upper;
    for (const double price : prices) {
        const std::int64_t count = std::llround(price * 100);
        while (count >= upper + brick) {
            lower = std::exchange(upper, upper + brick);
            closes.push_back(upper);
        }
        while (count <= lower - brick) {
            upper = std::exchange(lower, lower - brick);
            closes.push_back(lower);
        }
    }
    return closes;
}

TEST(Renko, AnyChunkingGivesTheBricksOfTheSlowTwin) {
    constexpr std::uint64_t kSeeds = 60;
    for (std::uint64_t seed = 1; seed <= kSeeds && !HasFailure(); ++seed) {
        SCOPED_TRACE(fmt::format("seed {}", seed));
        Random random(seed);
        const Tape tape =
            test::random_tape(random, {.rows = static_cast<std::size_t>(random.between(1, 3'000)), .first_ns = kNoon});
        const std::int64_t cents = random.between(1, 300);
        EventBars bricks;
        Renko renko = Renko::make(fmt::format("{}", static_cast<double>(cents) / 100), kScale).value();
        for (std::size_t row = 0; row < tape.size();) {
            const std::size_t end = std::min(tape.size(), row + static_cast<std::size_t>(random.between(1, 200)));
            ASSERT_TRUE(renko.run(tape.columns().rows(row, end), bricks));
            row = end;
        }
        const auto closes = slow_closes(tape.price, cents);
        ASSERT_EQ(bricks.size(), closes.size());
        std::int64_t trades = 0;
        for (std::size_t i = 0; i < closes.size(); ++i) {
            ASSERT_EQ(bricks.close[i], static_cast<double>(closes[i]) / 100);
            ASSERT_EQ(std::llround((bricks.high[i] - bricks.low[i]) * 100), cents);
            trades += bricks.trade_count[i];
        }
        const EventBars whole = bricks_of(tape, fmt::format("{}", static_cast<double>(cents) / 100).c_str());
        EXPECT_EQ(bricks.volume, whole.volume);
        EXPECT_EQ(bricks.open_ns, whole.open_ns);
        EXPECT_EQ(bricks.close_ns, whole.close_ns);
        EXPECT_LE(trades, static_cast<std::int64_t>(tape.size()));
    }
}

// Known answer: a loop over integers in Python on the same file.
TEST(Renko, OfRealTrades) {
    CT_REQUIRE_SHARED_DATA();
    const EventBars bricks = bricks_of(test::bitstamp_tape(), "5");
    EXPECT_EQ(bricks.size(), 1'477U);
    EXPECT_EQ(bricks.high.back(), 995.01);
    EXPECT_EQ(bricks.low.back(), 990.01);
}

TEST(Renko, RefusesABrickThatIsNoneOrTooSmall) {
    EXPECT_EQ(Renko::make("0", kScale).error().message,
              "brick is 0, expected a number above 0 and up to 10000000000000000");
    EXPECT_EQ(Renko::make("0.005", kScale).error().message, "brick is 0.005, expected at most 2 decimals");
    EventBars bricks;
    Renko renko = Renko::make("0.01", kScale).value();
    const Tape tape = tape_of({10, 10.02, 1'010.03});
    const auto refused = renko.run(tape.columns(), bricks);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::kOverflow);
    EXPECT_EQ(
        refused.error().message,
        "trades, row 2: the price 1010.03 is 100001 bricks of 0.01 from the last, expected at most 100000; take a "
        "larger brick");
    EXPECT_EQ(bricks.size(), 2U);
}

}  // namespace
}  // namespace ct::data
