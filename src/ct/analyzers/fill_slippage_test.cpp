#include "ct/analyzers/fill_slippage.hpp"

#include <optional>

#include <gtest/gtest.h>

#include "ct/core/money.hpp"
#include "ct/core/order.hpp"

namespace ct::analyzers {
namespace {

constexpr Scale kScale{2, 3};

/// Of two units at 101.00, by an order that was made at 100.00 or had its stop there.
std::optional<double> slippage(OrderType type, Side side) {
    const Order order{.request = {.side = side, .type = type, .stop_price = {10'000}}, .arrival_price = {10'000}};
    return slippage_of({.side = side, .price = {10'100}, .quantity = {2'000}}, order, kScale);
}

TEST(FillSlippage, OfAMarketOrderIsCountedFromThePriceOfItsArrival) {
    EXPECT_EQ(slippage(OrderType::kMarket, Side::kBuy), 2);
    EXPECT_EQ(slippage(OrderType::kMarket, Side::kSell), -2);
}

TEST(FillSlippage, OfAStopIsCountedFromItsStopPrice) {
    const Order stop{.request = {.side = Side::kSell, .type = OrderType::kStop, .stop_price = {9'000}},
                     .arrival_price = {10'000}};
    EXPECT_EQ(slippage_of({.side = Side::kSell, .price = {8'900}, .quantity = {500}}, stop, kScale), 0.5);
    EXPECT_EQ(slippage(OrderType::kTakeProfit, Side::kBuy), 2);
}

TEST(FillSlippage, OrdersWithALimitAndTrailingOnesHaveNone) {
    for (const OrderType type : {OrderType::kLimit, OrderType::kStopLimit, OrderType::kTakeProfitLimit,
                                 OrderType::kTrailingStop, OrderType::kTrailingStopLimit}) {
        EXPECT_EQ(slippage(type, Side::kBuy), std::nullopt) << name(type);
    }
}

}  // namespace
}  // namespace ct::analyzers
