#include "ct/analyzers/equity_curve.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/core/time.hpp"
#include "support/random.hpp"

namespace ct::analyzers {
namespace {

TEST(EquityCurve, DoesNotDependOnTheChunks) {
    constexpr std::uint64_t kSeed = 41;
    test::Random random(kSeed);
    std::vector<TimeNs> time_ns;
    std::vector<double> equity;
    std::vector<double> exposure;
    std::uint64_t exposed = 0;
    for (int i = 0; i < 50'000; ++i) {
        time_ns.push_back((i + 1) * 60 * kNsPerSecond);
        equity.push_back(10'000 + static_cast<double>(random.next() % 2000));
        exposure.push_back(random.next() % 3 == 0 ? 500.0 : 0.0);
        exposed += exposure.back() > 0 ? 1U : 0U;
    }
    EquityCurve whole(10'000);
    whole.on_equity({time_ns, equity, exposure, exposure});
    EXPECT_EQ(whole.steps(), 50'000U);
    EXPECT_EQ(whole.exposed_steps(), exposed) << "seed " << kSeed;
    EXPECT_EQ(whole.daily().equity().size(), 35U);
    for (const std::size_t chunk : {1U, 7U, 4096U}) {
        EquityCurve curve(10'000);
        for (std::size_t at = 0; at < equity.size(); at += chunk) {
            const std::size_t size = std::min(chunk, equity.size() - at);
            curve.on_equity({std::span(time_ns).subspan(at, size), std::span(equity).subspan(at, size),
                             std::span(exposure).subspan(at, size), std::span(exposure).subspan(at, size)});
        }
        EXPECT_EQ(curve.steps(), whole.steps());
        EXPECT_EQ(curve.exposed_steps(), whole.exposed_steps());
        EXPECT_EQ(curve.deepest_fall().fraction, whole.deepest_fall().fraction);
        EXPECT_EQ(curve.deepest_fall().trough_time_ns, whole.deepest_fall().trough_time_ns);
        EXPECT_THAT(curve.daily().equity(), testing::ElementsAreArray(whole.daily().equity()));
        EXPECT_THAT(curve.daily_cash().equity(), testing::ElementsAreArray(whole.daily_cash().equity()));
        EXPECT_EQ(curve.buckets().width(), whole.buckets().width());
    }
}

}  // namespace
}  // namespace ct::analyzers
