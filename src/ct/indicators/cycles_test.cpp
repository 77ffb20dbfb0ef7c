// Cycles against waves whose period, phase and mean are known.

#include "ct/indicators/cycles.hpp"

#include <cmath>
#include <cstddef>
#include <vector>

#include <gtest/gtest.h>

#include "ct/core/maths.hpp"
#include "ct/indicators/average.hpp"
#include "ct/indicators/hilbert.hpp"
#include "ct/indicators/kernel.hpp"
#include "ct/indicators/mama.hpp"
#include "support/kernels.hpp"
#include "support/random.hpp"

namespace ct::indicators {
namespace {

constexpr std::size_t kRows = 1'000;

std::vector<double> wave(double period, double slope = 0) {
    std::vector<double> prices(kRows);
    for (std::size_t i = 0; i < kRows; ++i) {
        const auto row = static_cast<double>(i);
        prices[i] = 1'000.0 + slope * row + 10.0 * maths::sin(4.0 * maths::kHalfPi.high * row / period);
    }
    return prices;
}

template <class Kernel>
std::vector<std::vector<double>> lines_of(Kernel kernel, const std::vector<double>& prices) {
    std::vector<std::vector<double>> lines(Kernel::kLines, std::vector<double>(prices.size()));
    Lines<Kernel::kLines> out;
    for (std::size_t k = 0; k < lines.size(); ++k) out[k] = lines[k].data();
    kernel.run({prices.data()}, out, prices.size());
    return lines;
}

TEST(Cycles, FindThePeriodOfAWave) {
    for (const double period : {10.0, 15.0, 20.0, 30.0}) {
        EXPECT_NEAR(lines_of(DominantPeriod(), wave(period))[0].back(), period, 0.05 * period);
    }
}

TEST(Cycles, FollowThePhaseOfAWave) {
    const auto phase = lines_of(DominantPhase(), wave(20))[0];
    for (std::size_t i = kRows - 50; i < kRows; ++i) {
        const double expected = std::fmod(18.0 * static_cast<double>(i), 360.0);
        const double apart = std::fabs(std::remainder(phase[i] - expected, 360.0));
        EXPECT_LT(apart, 5.0) << i;
        EXPECT_GE(phase[i], -45.0);
        EXPECT_LE(phase[i], 315.0);
    }
    const auto sines = lines_of(PhaseSine(), wave(20));
    EXPECT_DOUBLE_EQ(sines[0].back(), maths::sin(phase.back() / 90.0 * maths::kHalfPi.high));
    EXPECT_DOUBLE_EQ(sines[1].back(), maths::sin((phase.back() + 45.0) / 90.0 * maths::kHalfPi.high));
}

TEST(Cycles, LeaveTheMeanOfAWave) {
    const auto line = lines_of(InstantaneousTrendline(), wave(20))[0];
    EXPECT_NEAR(line.back(), 1'000.0, 0.6);
}

TEST(Cycles, TellATrendFromAWave) {
    const auto in_wave = lines_of(TrendMode(), wave(20))[0];
    const auto in_trend = lines_of(TrendMode(), wave(20, 5))[0];
    EXPECT_EQ(in_wave.back(), 0);
    EXPECT_EQ(in_trend.back(), 1);
}

TEST(Cycles, RunningSumsDifferByTheirRoundingAlone) {
    test::Random random(74);
    const auto prices = test::price_walk(random, kRows);
    const auto exact = lines_of(DominantPeriod(PriceSmoothing::kExact), prices)[0];
    const auto running = lines_of(DominantPeriod(PriceSmoothing::kRunning), prices)[0];
    for (std::size_t i = 32; i < kRows; ++i) ASSERT_NEAR(running[i], exact[i], 1e-8) << i;
}

TEST(Cycles, RecoverFromMuchLargerPrices) {
    test::Random random(75);
    auto prices = test::price_walk(random, 20'000, 1);
    const auto small = lines_of(Mama(), prices)[0];
    for (std::size_t i = 0; i < 10'000; ++i) prices[i] *= 1e12;
    EXPECT_NEAR(lines_of(Mama(), prices)[0].back() / small.back(), 1.0, 1e-9);
}

TEST(Mama, IsAnAverageAmongOthers) {
    test::Random random(76);
    const auto prices = test::price_walk(random, kRows);
    test::expect_same_bits(test::run_whole(Average(AverageKind::kMama, 30), prices), lines_of(Mama(), prices)[0]);
    auto later = prices;
    later.insert(later.begin(), 5, test::kNan);
    const auto line = test::run_whole(Average(AverageKind::kMama, 30), later);
    test::expect_same_bits(std::vector(line.begin() + 5, line.end()), lines_of(Mama(), prices)[0]);
}

}  // namespace
}  // namespace ct::indicators
