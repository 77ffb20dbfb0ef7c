#include "ct/report/underwater.hpp"

#include <array>
#include <cstddef>
#include <span>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/analyzers/buckets.hpp"
#include "ct/core/time.hpp"

namespace ct::report {
namespace {

using analyzers::Buckets;
using testing::ElementsAre;
using testing::IsEmpty;

Buckets equity_of(std::span<const double> values, std::size_t limit = Buckets::kDefaultLimit) {
    Buckets buckets(limit);
    for (std::size_t i = 0; i < values.size(); ++i) buckets.add(static_cast<TimeNs>(i), values[i]);
    return buckets;
}

TEST(DeepestFalls, StandFromPeakToRecovery) {
    constexpr std::array kEquity = {100.0, 120.0, 90.0, 96.0, 120.0, 130.0, 117.0, 130.0, 65.0, 70.0};
    EXPECT_THAT(deepest_falls(equity_of(kEquity).buckets(), 100, 10),
                ElementsAre(Underwater{7, 8, {}, 0.5}, Underwater{1, 2, 4, 0.25}, Underwater{5, 6, 7, 0.1}));
    EXPECT_THAT(deepest_falls(equity_of(kEquity).buckets(), 100, 1), ElementsAre(Underwater{7, 8, {}, 0.5}));
}

TEST(DeepestFalls, CountFromTheStart) {
    constexpr std::array kEquity = {75.0, 80.0};
    EXPECT_THAT(deepest_falls(equity_of(kEquity).buckets(), 100, 5), ElementsAre(Underwater{0, 0, {}, 0.25}));
}

TEST(DeepestFalls, AreNoneOfWhatOnlyRises) {
    constexpr std::array kEquity = {100.0, 110.0, 110.0};
    EXPECT_THAT(deepest_falls(equity_of(kEquity).buckets(), 100, 5), IsEmpty());
    EXPECT_THAT(deepest_falls({}, 100, 5), IsEmpty());
    constexpr std::array kNothing = {-5.0, -9.0};
    EXPECT_THAT(deepest_falls(equity_of(kNothing).buckets(), 0, 5), IsEmpty()) << "no fraction of nothing";
}

TEST(DeepestFalls, OfBucketsAreNoDeeperThanThoseOfTheirPoints) {
    std::array<double, 64> equity{};
    for (std::size_t i = 0; i < equity.size(); ++i) equity[i] = 100 + static_cast<double>(i * 37 % 23);
    const auto fine = deepest_falls(equity_of(equity).buckets(), 100, 1);
    const auto coarse = deepest_falls(equity_of(equity, 4).buckets(), 100, 1);
    ASSERT_EQ(coarse.size(), 1U);
    EXPECT_LE(coarse[0].depth, fine[0].depth);
    EXPECT_GT(coarse[0].depth, 0.1);
}

}  // namespace
}  // namespace ct::report
