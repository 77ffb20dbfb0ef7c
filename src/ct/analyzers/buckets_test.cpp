#include "ct/analyzers/buckets.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <gtest/gtest.h>

#include "ct/core/time.hpp"
#include "support/random.hpp"

namespace ct::analyzers {
namespace {

struct Points {
    std::vector<TimeNs> time_ns;
    std::vector<double> values;
};

Points random_walk(std::size_t size, std::uint64_t seed) {
    test::Random random(seed);
    Points points;
    double value = 1000;
    for (std::size_t i = 0; i < size; ++i) {
        value += static_cast<double>(random.next() % 201) - 100;
        points.time_ns.push_back(static_cast<TimeNs>(i) * 60);
        points.values.push_back(value);
    }
    return points;
}

/// What Buckets promises, said directly: groups of `width` points.
std::vector<Bucket> grouped(const Points& points, std::size_t width) {
    std::vector<Bucket> buckets;
    for (std::size_t begin = 0; begin < points.values.size(); begin += width) {
        const auto group = std::span(points.values).subspan(begin, std::min(width, points.values.size() - begin));
        const auto [min, max] = std::ranges::minmax_element(group);
        buckets.push_back({points.time_ns[begin], group.front(), *min, *max, group.back()});
    }
    return buckets;
}

void expect_equal(std::span<const Bucket> actual, std::span<const Bucket> expected) {
    ASSERT_EQ(actual.size(), expected.size());
    for (std::size_t i = 0; i < actual.size(); ++i) {
        EXPECT_EQ(actual[i].time_ns, expected[i].time_ns) << i;
        EXPECT_EQ(actual[i].first, expected[i].first) << i;
        EXPECT_EQ(actual[i].min, expected[i].min) << i;
        EXPECT_EQ(actual[i].max, expected[i].max) << i;
        EXPECT_EQ(actual[i].last, expected[i].last) << i;
    }
}

TEST(Buckets, KeepsEveryPointWhileTheyFit) {
    Buckets buckets(4);
    EXPECT_TRUE(buckets.empty());
    for (int i = 0; i < 4; ++i) buckets.add(i, 10.0 + i);
    EXPECT_EQ(buckets.width(), 1U);
    ASSERT_EQ(buckets.buckets().size(), 4U);
    EXPECT_EQ(buckets.buckets()[3].time_ns, 3);
    EXPECT_EQ(buckets.buckets()[3].min, 13);
}

TEST(Buckets, MergesNeighboursWhenFull) {
    Buckets buckets(4);
    const std::vector<double> values = {5, 3, 8, 6, 7};
    for (std::size_t i = 0; i < values.size(); ++i) buckets.add(static_cast<TimeNs>(i), values[i]);
    EXPECT_EQ(buckets.width(), 2U);
    EXPECT_EQ(buckets.points(), 5U);
    const std::vector<Bucket> expected = {{0, 5, 3, 5, 3}, {2, 8, 6, 8, 6}, {4, 7, 7, 7, 7}};
    expect_equal(buckets.buckets(), expected);
}

TEST(Buckets, HoldsWhatItPromisesForEveryLengthAndLimit) {
    constexpr std::uint64_t kSeed = 5;
    for (const std::size_t limit : {2U, 3U, 7U, 16U}) {
        for (std::size_t size = 1; size < 150; ++size) {
            const Points points = random_walk(size, kSeed);
            Buckets buckets(limit);
            buckets.add(points.time_ns, points.values);
            EXPECT_LE(buckets.buckets().size(), limit) << "seed " << kSeed << " size " << size;
            expect_equal(buckets.buckets(), grouped(points, buckets.width()));
        }
    }
}

TEST(Thinned, MergesGroupsOfEquallyMany) {
    const std::vector<Bucket> buckets = {
        {0, 5, 3, 6, 4}, {1, 4, 2, 4, 3}, {2, 3, 3, 9, 8}, {3, 8, 7, 8, 7}, {4, 1, 1, 1, 1}};
    expect_equal(thinned(buckets, 5), buckets);
    const std::vector<Bucket> two = {{0, 5, 2, 9, 8}, {3, 8, 1, 8, 1}};
    expect_equal(thinned(buckets, 2), two);
    expect_equal(thinned(buckets, 3), std::vector<Bucket>{{0, 5, 2, 6, 3}, {2, 3, 3, 9, 7}, {4, 1, 1, 1, 1}});
    EXPECT_TRUE(thinned({}, 3).empty());
}

TEST(Buckets, DoesNotDependOnTheChunks) {
    constexpr std::uint64_t kSeed = 6;
    const Points points = random_walk(100'000, kSeed);
    Buckets whole(1000);
    whole.add(points.time_ns, points.values);
    Buckets single(1000);
    for (std::size_t i = 0; i < points.values.size(); ++i) single.add(points.time_ns[i], points.values[i]);
    Buckets chunked(1000);
    test::Random random(kSeed);
    for (std::size_t at = 0; at < points.values.size();) {
        const std::size_t size = std::min<std::size_t>(random.next() % 5000, points.values.size() - at);
        chunked.add(std::span(points.time_ns).subspan(at, size), std::span(points.values).subspan(at, size));
        at += size;
    }
    expect_equal(whole.buckets(), grouped(points, whole.width()));
    expect_equal(single.buckets(), whole.buckets());
    expect_equal(chunked.buckets(), whole.buckets());
}

}  // namespace
}  // namespace ct::analyzers
