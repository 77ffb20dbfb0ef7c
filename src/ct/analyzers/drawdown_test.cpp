#include "ct/analyzers/drawdown.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <optional>
#include <span>
#include <vector>

#include <gtest/gtest.h>

#include "ct/core/time.hpp"
#include "support/random.hpp"

namespace ct::analyzers {
namespace {

DeepestFall fall_of(double start, const std::vector<double>& equity) {
    std::vector<TimeNs> time_ns(equity.size());
    std::iota(time_ns.begin(), time_ns.end(), TimeNs{1});
    Drawdown drawdown(start);
    drawdown.add(time_ns, equity);
    return drawdown.deepest();
}

TEST(Drawdown, IsZeroOfARisingOrFlatCurve) {
    EXPECT_EQ(fall_of(100, {100, 100, 100}).fraction, 0);
    const DeepestFall fall = fall_of(100, {101, 102, 102, 110});
    EXPECT_EQ(fall.fraction, 0);
    EXPECT_EQ(fall.peak_time_ns, 0);
    EXPECT_EQ(fall.recovery_time_ns, std::nullopt);
}

TEST(Drawdown, FindsPeakTroughAndRecovery) {
    // Peak 200 at 3, down to 150 at 5 (25 %), back at 200 at 7; the later fall 250 -> 200 is 20 %.
    const DeepestFall fall = fall_of(100, {100, 120, 200, 160, 150, 180, 200, 250, 200});
    EXPECT_EQ(fall.fraction, 0.25);
    EXPECT_EQ(fall.peak_time_ns, 3);
    EXPECT_EQ(fall.trough_time_ns, 5);
    EXPECT_EQ(fall.recovery_time_ns, 7);
}

TEST(Drawdown, CountsALossFromTheStartAndStaysOpen) {
    const DeepestFall fall = fall_of(100, {90, 80, 95});
    EXPECT_EQ(fall.fraction, 0.2);
    EXPECT_EQ(fall.peak_time_ns, 1);
    EXPECT_EQ(fall.trough_time_ns, 2);
    EXPECT_EQ(fall.recovery_time_ns, std::nullopt);
}

TEST(Drawdown, OfEquallyDeepFallsTheFirstCounts) {
    const DeepestFall fall = fall_of(100, {50, 100, 50, 100});
    EXPECT_EQ(fall.fraction, 0.5);
    EXPECT_EQ(fall.trough_time_ns, 1);
    EXPECT_EQ(fall.recovery_time_ns, 2);
}

TEST(Drawdown, ADebtIsMoreThanTheWholePeak) { EXPECT_EQ(fall_of(100, {100, -50, -20}).fraction, 1.5); }

TEST(Drawdown, ThereIsNoneBelowAPeakThatIsNotPositive) {
    EXPECT_EQ(fall_of(0, {0, -5}).fraction, 0);
    EXPECT_EQ(fall_of(-10, {-20, -5}).fraction, 0);
}

/// Curves of several shapes, small whole numbers among them, so that ties happen.
std::vector<double> curve(test::Random& random, std::size_t size) {
    const std::uint64_t shape = random.next() % 4;
    std::vector<double> equity(size);
    double value = 1000;
    for (double& point : equity) {
        const double step = static_cast<double>(random.next() % 5) - 2;
        if (shape == 0) value = std::max(1.0, value + step);
        if (shape == 1) value *= 1 + step / 997;
        if (shape == 2 && random.next() % 300 == 0) value += step * 10;
        if (shape == 3) value += step + 0.3;
        point = value;
    }
    return equity;
}

TEST(Drawdown, ChunksEqualTheSlowTwinToTheBit) {
    constexpr std::uint64_t kSeed = 21;
    test::Random random(kSeed);
    for (int round = 0; round < 200; ++round) {
        const std::vector<double> equity = curve(random, 1 + random.next() % 5000);
        std::vector<TimeNs> time_ns(equity.size());
        std::iota(time_ns.begin(), time_ns.end(), TimeNs{1000});
        Drawdown slow(1000);
        for (std::size_t i = 0; i < equity.size(); ++i) slow.add(time_ns[i], equity[i]);
        Drawdown fast(1000);
        for (std::size_t at = 0; at < equity.size();) {
            const std::size_t size = std::min<std::size_t>(random.next() % 2000, equity.size() - at);
            fast.add(std::span(time_ns).subspan(at, size), std::span(equity).subspan(at, size));
            at += size;
        }
        const DeepestFall& a = fast.deepest();
        const DeepestFall& b = slow.deepest();
        ASSERT_EQ(std::bit_cast<std::uint64_t>(a.fraction), std::bit_cast<std::uint64_t>(b.fraction))
            << "seed " << kSeed << " round " << round;
        ASSERT_EQ(a.peak_time_ns, b.peak_time_ns) << "seed " << kSeed << " round " << round;
        ASSERT_EQ(a.trough_time_ns, b.trough_time_ns) << "seed " << kSeed << " round " << round;
        ASSERT_EQ(a.recovery_time_ns, b.recovery_time_ns) << "seed " << kSeed << " round " << round;
    }
}

}  // namespace
}  // namespace ct::analyzers
