#include "ct/analyzers/fill_slippage.hpp"

#include <cstdint>
#include <optional>

#include "ct/core/fill.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"

namespace ct::analyzers {

namespace {

std::optional<Price> expected_price(const Order& order) {
    const OrderType type = order.request.type;
    if (type == OrderType::kMarket) return order.arrival_price;
    if (type == OrderType::kStop || type == OrderType::kTakeProfit) return order.request.stop_price;
    return std::nullopt;
}

}  // namespace

std::optional<double> slippage_of(const Fill& fill, const Order& order, const Scale& scale) {
    const auto expected = expected_price(order);
    if (!expected) return std::nullopt;
    const std::int64_t worse =
        fill.side == Side::kBuy ? fill.price.count - expected->count : expected->count - fill.price.count;
    return to_double(Price{worse}, scale) * to_double(fill.quantity, scale);
}

}  // namespace ct::analyzers
