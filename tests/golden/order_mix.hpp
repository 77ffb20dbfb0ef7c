#pragma once

#include <cstdint>
#include <vector>

#include "ct/core/bar.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/engine/context.hpp"
#include "ct/engine/strategy.hpp"

namespace ct::test {

/// Trades one instrument with every kind of order: once a day it cancels what is left and places a buy limit below the
/// market and a buy stop above it; each of their fills places a sell limit and a sell stop; twice a day it tries orders
/// that fill at the next open or not at all.
class OrderMix : public engine::Strategy {
  public:
    void on_fill(engine::Context& ctx, const Fill& fill) override {
        if (fill.side != Side::kBuy) return;
        const double price = to_double(fill.price, ctx.instrument(fill.instrument).scale);
        place(ctx, Side::kSell, OrderType::kLimit, TimeInForce::kGtc, price * 1.012, fill.quantity);
        place(ctx, Side::kSell, OrderType::kStop, TimeInForce::kGtc, price * 0.991, fill.quantity);
    }

    void on_bar(engine::Context& ctx, const BarView& bar) override {
        const std::uint64_t hour = bars_++ % 24;
        const Quantity size = ctx.quantity(0, 0.0731).value();
        if (hour == 0) {
            for (const OrderId id : placed_) ctx.cancel(id);
            placed_.clear();
            place(ctx, Side::kBuy, OrderType::kLimit, TimeInForce::kGtc, bar.close() * 0.9937, size);
            place(ctx, Side::kBuy, OrderType::kStop, TimeInForce::kGtc, bar.close() * 1.0071, size);
        }
        if (hour == 7) place(ctx, Side::kBuy, OrderType::kLimit, TimeInForce::kIoc, bar.close(), size);
        if (hour == 15) place(ctx, Side::kSell, OrderType::kStop, TimeInForce::kIoc, bar.close() * 1.0002, size);
        if (hour == 19) ctx.close(0);
    }

  private:
    void place(engine::Context& ctx, Side side, OrderType type, TimeInForce time_in_force, double price,
               Quantity quantity) {
        OrderRequest order{.side = side, .type = type, .time_in_force = time_in_force, .quantity = quantity};
        if (type == OrderType::kLimit) order.limit_price = ctx.limit_price(0, side, price).value();
        if (type == OrderType::kStop) order.stop_price = ctx.stop_price(0, side, price).value();
        placed_.push_back(ctx.submit(order));
    }

    std::uint64_t bars_ = 0;
    std::vector<OrderId> placed_;
};

}  // namespace ct::test
