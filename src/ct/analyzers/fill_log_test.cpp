#include "ct/analyzers/fill_log.hpp"

#include <gtest/gtest.h>

#include "ct/core/fill.hpp"
#include "ct/core/order.hpp"

namespace ct::analyzers {
namespace {

TEST(FillLog, KeepsFillsInOrderAndHandsThemOut) {
    FillLog log;
    for (OrderId id = 1; id <= 3; ++id) log.on_fill({.order_id = id});
    ASSERT_EQ(log.fills().size(), 3U);
    const auto fills = log.take();
    EXPECT_EQ(fills[0].order_id, 1U);
    EXPECT_EQ(fills[2].order_id, 3U);
    EXPECT_TRUE(log.fills().empty());
}

}  // namespace
}  // namespace ct::analyzers
