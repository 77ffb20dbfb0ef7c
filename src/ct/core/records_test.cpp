#include "ct/core/records.hpp"

#include <cstddef>
#include <numeric>
#include <span>
#include <utility>

#include <gtest/gtest.h>

namespace ct {
namespace {

TEST(Records, GrowsLikeAVector) {
    Records<int> records;
    EXPECT_TRUE(records.empty());
    for (int i = 0; i < 1'000; ++i) {
        records.push_back(i);
        ASSERT_EQ(records.size(), static_cast<std::size_t>(i) + 1);
        ASSERT_EQ(records.back(), i);
    }
    EXPECT_EQ(records.front(), 0);
    EXPECT_EQ(std::accumulate(records.begin(), records.end(), 0), 999 * 500);
    const std::span<const int> view = records;
    EXPECT_EQ(view[7], 7);
    records.clear();
    EXPECT_TRUE(records.empty());
}

TEST(Records, MayPushAnElementOfItsOwn) {
    Records<int> records = {42};
    for (int i = 0; i < 300; ++i) records.push_back(records.front());
    EXPECT_EQ(records.back(), 42);
}

TEST(Records, CopiesAndMoves) {
    Records<int> a = {1, 2, 3};
    Records<int> b = a;
    b[0] = 9;
    EXPECT_EQ(a[0], 1);
    EXPECT_EQ(b.size(), 3U);
    const Records<int> c = std::move(b);
    EXPECT_EQ(c[0], 9);
    a = c;
    EXPECT_EQ(a[0], 9);
    const Records<int> none;
    a = none;
    EXPECT_TRUE(a.empty());
    Records<int> copy_of_none = none;
    copy_of_none.push_back(1);
    EXPECT_EQ(copy_of_none.size(), 1U);
}

}  // namespace
}  // namespace ct
