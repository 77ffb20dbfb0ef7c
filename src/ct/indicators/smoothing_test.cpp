#include "ct/indicators/smoothing.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <gtest/gtest.h>

#include "support/kernels.hpp"
#include "support/random.hpp"

namespace ct::indicators {
namespace {

using test::Random;

Smoothing started(double weight, double value) {
    Smoothing smoothing(weight);
    smoothing.start(value);
    return smoothing;
}

constexpr double kWeights[] = {1e-4, 1.0 / 14, 0.1, 0.5, 2.0 / 3, 1.0};

TEST(Smoothing, KnownAnswers) {
    test::expect_same_bits(test::run_whole(started(0.5, 1), std::vector{2.0, 2.0, 4.0, 0.0}),
                           std::vector{1.5, 1.75, 2.875, 1.4375});
    const std::vector<double> in = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3, 2, 3, 8, 4};
    test::expect_same_bits(test::run_whole(started(1.0, 7), in), in);
}

TEST(Smoothing, EqualsThePlainRecursion) {
    constexpr std::uint64_t kSeed = 41;
    SCOPED_TRACE(testing::Message() << "seed " << kSeed);
    Random random(kSeed);
    const auto in = test::price_walk(random, 3'000);
    for (const double weight : kWeights) {
        SCOPED_TRACE(weight);
        const auto out = test::run_whole(started(weight, 30'000), in);
        long double expected = 30'000;
        for (std::size_t i = 0; i < in.size(); ++i) {
            expected += (in[i] - expected) * static_cast<long double>(weight);
            ASSERT_NEAR(out[i], static_cast<double>(expected), 1e-12 * in[i]) << i;
        }
    }
}

TEST(Smoothing, ChunksDoNotMatter) {
    constexpr std::uint64_t kSeed = 42;
    SCOPED_TRACE(testing::Message() << "seed " << kSeed);
    Random random(kSeed);
    const auto in = test::price_walk(random, 3'000);
    for (const double weight : kWeights) {
        SCOPED_TRACE(weight);
        test::expect_chunks_do_not_matter(started(weight, 30'000), in);
    }
}

TEST(Smoothing, WorksInPlace) {
    Random random(43);
    const auto in = test::price_walk(random, 2'000);
    auto values = in;
    started(0.1, 1).run(values, values);
    test::expect_same_bits(values, test::run_whole(started(0.1, 1), in));
}

TEST(Smoothing, NanStays) {
    std::vector<double> in(100, 1.0);
    in[40] = test::kNan;
    const auto out = test::run_whole(started(0.1, 1), in);
    for (std::size_t i = 0; i < in.size(); ++i) ASSERT_EQ(std::isnan(out[i]), i >= 40) << i;
}

TEST(Smoothing, StartForgets) {
    Random random(44);
    const auto in = test::price_walk(random, 100);
    Smoothing used = started(0.1, 5);
    std::vector<double> out(in.size());
    used.run(in, out);
    used.start(2);
    test::expect_same_bits(test::run_whole(used, in), test::run_whole(started(0.1, 2), in));
}

}  // namespace
}  // namespace ct::indicators
