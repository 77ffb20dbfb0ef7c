#include <gtest/gtest.h>

#include "ct/analyzers/finished_run_test.hpp"
#include "ct/core/order.hpp"

namespace ct::analyzers {
namespace {

TEST(CostMetrics, KnownAnswers) {
    FinishedRun run({1000});
    run.orders = {{.id = 1, .arrival_price = {10'000}},
                  {.id = 2, .request = {.type = OrderType::kLimit}, .arrival_price = {10'000}},
                  {.id = 3, .request = {.type = OrderType::kStop, .stop_price = {5'000}}}};
    // 2 units at 101, bought at market a unit of price above the last close; 1 sold by a limit; 3 at 49.50 in an asset
    // that is worth twice as much, half a unit below the stop.
    run.fills = {{.order_id = 1, .side = Side::kBuy, .price = {10'100}, .quantity = {2'000}},
                 {.order_id = 2, .side = Side::kSell, .price = {11'000}, .quantity = {1'000}},
                 {.order_id = 3, .instrument = 1, .side = Side::kSell, .price = {4'950}, .quantity = {3'000}}};
    EXPECT_DOUBLE_EQ(run["turnover"], 202 + 110 + 297);
    EXPECT_DOUBLE_EQ(run["slippage"], 2 + 3);
    EXPECT_EQ(run["fees"], 7);
}

TEST(CostMetrics, WithoutAFillNothingWasPaid) {
    const FinishedRun run({1000});
    EXPECT_EQ(run["turnover"], 0);
    EXPECT_EQ(run["slippage"], 0);
}

}  // namespace
}  // namespace ct::analyzers
