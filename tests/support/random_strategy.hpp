#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "ct/core/bar.hpp"
#include "ct/core/bits.hpp"
#include "ct/core/decimal.hpp"
#include "ct/core/event.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/hash.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/time.hpp"
#include "ct/engine/context.hpp"
#include "ct/engine/line.hpp"
#include "ct/engine/strategy.hpp"
#include "support/bars.hpp"
#include "support/random.hpp"

namespace ct::test {

/// Does everything a strategy can do, at random but the same for a seed, in every callback; and hashes all it sees.
class RandomStrategy : public engine::Strategy {
  public:
    explicit RandomStrategy(std::uint64_t seed) : random_(seed) {}

    /// A digest of every callback, and of what the context showed in it.
    [[nodiscard]] Digest seen() const { return seen_.digest(); }
    [[nodiscard]] std::uint64_t callbacks() const { return callbacks_; }

    void on_start(engine::Context& ctx) override {
        for (SeriesIndex series = 0; series < ctx.series_count(); ++series) {
            lines_.push_back(ctx.indicator(series, "sma_exact", {3}).value());
            lines_.push_back(ctx.indicator(series, "rsi", {5}).value());
        }
        note(ctx, 1);
        for (std::int64_t left = random_.between(0, 3); left > 0; --left) set_timer(ctx);
    }
    void on_order(engine::Context& ctx, const OrderUpdate& update) override {
        note(ctx, 2);
        seen_.u64(update.order_id);
        seen_.i64(update.time_ns);
        seen_.u8(static_cast<std::uint8_t>(update.to));
        if (update.to == OrderStatus::kRejected && random_.once_in(3)) place(ctx);
    }
    void on_fill(engine::Context& ctx, const Fill& fill) override {
        note(ctx, 3);
        seen_.u64(fill.order_id);
        seen_.i64(fill.time_ns);
        seen_.i64(fill.price.count);
        if (random_.once_in(3)) place(ctx);
    }
    void on_timer(engine::Context& ctx, const Timer& timer) override {
        note(ctx, 4);
        seen_.u64(timer.id);
        seen_.i64(timer.due_ns);
        act(ctx, 2);
        if (random_.once_in(2)) set_timer(ctx);
    }
    void on_bar(engine::Context& ctx, const BarView& bar) override {
        note(ctx, 5);
        seen_.u32(bar.series());
        seen_.u64(bit_cast<std::uint64_t>(bar.close()));
        act(ctx, 4);
    }
    void on_stop(engine::Context& ctx) override { note(ctx, 6); }

  private:
    void note(engine::Context& ctx, std::uint8_t callback) {
        ++callbacks_;
        seen_.u8(callback);
        seen_.i64(ctx.now_ns());
        seen_.i128(ctx.equity().count);
        for (const Instrument& instrument : ctx.instruments()) {
            seen_.i64(ctx.position(ctx.find(instrument.symbol).value()).count);
        }
        for (SeriesIndex series = 0; series < ctx.series_count(); ++series) seen_.u64(ctx.bars(series).size());
        for (const engine::Line& line : lines_) {
            for (const std::size_t ago : {0U, 1U, 17U}) {
                seen_.u64(std::isnan(line[ago]) ? 0 : bit_cast<std::uint64_t>(line[ago]));
            }
        }
    }

    /// Something once in so many calls.
    void act(engine::Context& ctx, std::int64_t rarely) {
        if (random_.once_in(rarely)) place(ctx);
        if (random_.once_in(2 * rarely) && !ctx.orders().empty()) {
            // Now and then one that is finished, or does not exist.
            ctx.cancel(static_cast<OrderId>(random_.between(0, static_cast<std::int64_t>(ctx.orders().size()) + 1)));
        }
        if (random_.once_in(4 * rarely)) ctx.close(pick(ctx));
        if (random_.once_in(5 * rarely)) set_timer(ctx);
    }

    InstrumentIndex pick(engine::Context& ctx) {
        return static_cast<InstrumentIndex>(
            random_.between(0, static_cast<std::int64_t>(ctx.instruments().size()) - 1));
    }

    void place(engine::Context& ctx) {
        constexpr std::int64_t kMostUnits = 40;
        const InstrumentIndex instrument = pick(ctx);
        const Price last = ctx.last_price(instrument).value_or(Price{1});
        OrderRequest order{.instrument = instrument};
        order.side = random_.once_in(2) ? Side::kBuy : Side::kSell;
        order.type = static_cast<OrderType>(random_.between(0, 2));
        order.time_in_force = random_.once_in(3) ? TimeInForce::kIoc : TimeInForce::kGtc;
        const std::int64_t unit = pow10_int(ctx.instrument(instrument).scale.quantity_decimals);
        const std::int64_t units = random_.once_in(30) ? 0 : random_.between(1, kMostUnits);
        order.quantity = {units * unit / random_.between(1, 7)};
        const Price price{random_.once_in(30) ? 0 : std::max<std::int64_t>(last.count + random_.between(-25, 25), 1)};
        if (order.type == OrderType::kLimit) order.limit_price = price;
        if (order.type == OrderType::kStop) order.stop_price = price;
        ctx.submit(order);
    }

    void set_timer(engine::Context& ctx) {
        const TimeNs minutes = random_.between(-60, 600);
        ctx.set_timer(ctx.now_ns() + minutes * kMinute + (random_.once_in(3) ? 1 : 0));
    }

    Random random_;
    Hasher seen_;
    std::uint64_t callbacks_ = 0;
    std::vector<engine::Line> lines_;
};

}  // namespace ct::test
