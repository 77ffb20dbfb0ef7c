#include "ct/broker/latency.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/core/time.hpp"

namespace ct::broker {
namespace {

using Kind = LatencyModel::Kind;
using testing::Each;
using testing::HasSubstr;

std::vector<TimeNs> draws(const LatencyModel& model, std::uint64_t seed, std::size_t count) {
    Latency latency(model, seed);
    std::vector<TimeNs> drawn(count);
    std::generate(drawn.begin(), drawn.end(), [&] { return latency.draw(); });
    return drawn;
}

std::string error_of(const LatencyModel& model) {
    const auto checked = check(model);
    return checked ? "" : checked.error().message;
}

TEST(Latency, OfNoneAndOfBarsTakesNoTime) {
    EXPECT_FALSE(Latency().active());
    EXPECT_EQ(Latency().draw(), 0);
    Latency bars({.kind = Kind::kBars, .bars = 3}, 1);
    EXPECT_TRUE(bars.active());
    EXPECT_EQ(bars.bars(), 3);
    EXPECT_EQ(bars.draw(), 0);
}

TEST(Latency, ThatIsConstantIsTheSameForEveryOrder) {
    const LatencyModel model{.kind = Kind::kConstant, .mean_ns = 50 * kNsPerMs};
    EXPECT_THAT(draws(model, 1, 100), Each(50 * kNsPerMs));
    EXPECT_EQ(Latency(model, 1).bars(), 0);
}

TEST(Latency, IsDecidedByItsSeed) {
    const LatencyModel model{.kind = Kind::kNormal, .mean_ns = 50 * kNsPerMs, .deviation_ns = 10 * kNsPerMs};
    EXPECT_EQ(draws(model, 1, 1'000), draws(model, 1, 1'000));
    EXPECT_NE(draws(model, 1, 10), draws(model, 2, 10));
}

TEST(Latency, ThatIsNormalHasItsMeanAndDeviation) {
    constexpr std::size_t kDraws = 100'000;
    const LatencyModel model{.kind = Kind::kNormal, .mean_ns = 50 * kNsPerMs, .deviation_ns = 10 * kNsPerMs};
    double sum_ms = 0;
    double squares = 0;
    for (const TimeNs drawn_ns : draws(model, 7, kDraws)) {
        const double ms = static_cast<double>(drawn_ns) / kNsPerMs;
        sum_ms += ms;
        squares += (ms - 50) * (ms - 50);
    }
    EXPECT_NEAR(sum_ms / kDraws, 50, 0.16);
    EXPECT_NEAR(std::sqrt(squares / kDraws), 10, 0.12);
}

TEST(Latency, IsNeverNegative) {
    const auto drawn = draws({.kind = Kind::kNormal, .mean_ns = 10, .deviation_ns = 100}, 7, 10'000);
    EXPECT_EQ(*std::min_element(drawn.begin(), drawn.end()), 0);
    EXPECT_GT(std::count(drawn.begin(), drawn.end(), 0), 4'000);  // 46 %
}

TEST(Latency, ThatIsEmpiricalIsEachOfItsSamplesEquallyOften) {
    std::map<TimeNs, int> times;
    for (const TimeNs drawn : draws({.kind = Kind::kEmpirical, .samples_ns = {5, 7, 7, 100}}, 3, 40'000))
        ++times[drawn];
    EXPECT_EQ(times.size(), 3U);
    EXPECT_NEAR(times[5], 10'000, 450);
    EXPECT_NEAR(times[7], 20'000, 500);
    EXPECT_NEAR(times[100], 10'000, 450);
}

TEST(Latency, MustBeFromZeroToADay) {
    EXPECT_EQ(error_of({.kind = Kind::kConstant, .mean_ns = 0}), "");
    EXPECT_EQ(error_of({.kind = Kind::kConstant, .mean_ns = kNsPerDay}), "");
    EXPECT_EQ(error_of({.kind = Kind::kConstant, .mean_ns = -1}),
              "the latency must be from 0 to one day (86400000000000 ns), not -1 ns");
    EXPECT_THAT(error_of({.kind = Kind::kConstant, .mean_ns = kNsPerDay + 1}), HasSubstr("86400000000001 ns"));
    EXPECT_THAT(error_of({.kind = Kind::kNormal, .deviation_ns = -5}), HasSubstr("the deviation"));
    EXPECT_THAT(error_of({.kind = Kind::kEmpirical, .samples_ns = {1, -5}}), HasSubstr("a sample"));
    EXPECT_EQ(error_of({.kind = Kind::kBars, .bars = 1'000'001}),
              "the latency must be from 0 to 1000000 bars, not 1000001");
    EXPECT_THAT(error_of({.kind = Kind::kEmpirical}), HasSubstr("at least one sample"));
}

}  // namespace
}  // namespace ct::broker
