#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "ct/account/account.hpp"
#include "ct/core/bar.hpp"
#include "ct/core/event.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/int128.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/quantity.hpp"
#include "ct/engine/context.hpp"
#include "ct/engine/strategy.hpp"
#include "support/bars.hpp"
#include "support/random.hpp"
#include "support/random_order.hpp"

namespace ct::test {

/// Speaks the whole vocabulary of orders at random, the same for a seed, until it has done so much. In every callback
/// the equity must be the cash and the positions, and what is free of a balance a part of it. For instruments without
/// decimals that are all quoted in one asset.
class OrderStrategy : public engine::Strategy {
  public:
    static constexpr std::int64_t kStep = 8;

    OrderStrategy(std::uint64_t seed, std::int64_t most_acts) : random_(seed), most_acts_(most_acts) {}

    [[nodiscard]] std::int64_t acts() const { return acts_; }
    /// The first step at which the equity was something else; empty: none.
    [[nodiscard]] const std::string& problem() const { return problem_; }

    void on_order(engine::Context& ctx, const OrderUpdate& update) override {
        check(ctx);
        if (is_final(update.to) && random_.once_in(8)) act(ctx);
    }
    void on_fill(engine::Context& ctx, const Fill& /*fill*/) override {
        check(ctx);
        if (random_.once_in(4)) act(ctx);
    }
    void on_timer(engine::Context& ctx, const Timer& /*timer*/) override {
        check(ctx);
        act(ctx);
    }
    void on_open(engine::Context& ctx, SeriesIndex /*series*/, double /*open*/) override {
        if (random_.once_in(4)) act(ctx);
    }
    void on_bar(engine::Context& ctx, const BarView& /*bar*/) override {
        check(ctx);
        if (random_.once_in(3)) act(ctx);
    }

  private:
    void check(engine::Context& ctx) {
        for (const Instrument& instrument : ctx.instruments()) {
            check_free(ctx, instrument.quote);
            if (ctx.account().kind() == AccountKind::kSpot) check_free(ctx, instrument.base);
        }
        int128 worth = ctx.cash().count;
        for (InstrumentIndex i = 0; i < ctx.instruments().size(); ++i) {
            if (const auto last = ctx.last_price(i)) {
                worth += int128{ctx.position(i).count} * last->count * Money::units(1).count;
            }
        }
        if (ctx.equity() != Money{worth} && problem_.empty()) {
            problem_ =
                fmt::format("equity {} where cash and positions are {}", ctx.equity().text(), Money{worth}.text());
        }
    }

    void check_free(const engine::Context& ctx, const std::string& asset) {
        const Money free = ctx.free(asset).value();
        const Money balance = ctx.balance(asset).value();
        const bool holds = free <= balance && (free.count >= 0 || ctx.account().kind() == AccountKind::kSimple);
        if (!holds && problem_.empty()) {
            problem_ = fmt::format("{} of {} {} are free", free.text(), balance.text(), asset);
        }
    }

    void act(engine::Context& ctx) {
        if (acts_ >= most_acts_) return;
        ++acts_;
        const auto instrument =
            static_cast<InstrumentIndex>(random_.between(0, static_cast<std::int64_t>(ctx.instruments().size()) - 1));
        switch (random_.between(0, 12)) {
            case 0:
                return bracket(ctx, instrument);
            case 1:
                return group(ctx, instrument);
            case 2:
                return ctx.cancel(earlier(ctx));
            case 3:
                return ctx.cancel_all(random_.once_in(2) ? std::optional(instrument) : std::nullopt);
            case 4:
            case 5:
                return replace(ctx);
            case 6:
                return target(ctx, instrument);
            case 7:
                // Many of these names were used before, and some no venue takes.
                ctx.submit(any_order(ctx, instrument), fmt::format("mine{}", random_.once_in(9) ? " " : "-") +
                                                           std::to_string(random_.between(1, 20)));
                return;
            case 8:
                ctx.set_timer(ctx.now_ns() + random_.between(-60, 300) * kMinute);
                return;
            default:
                ctx.submit(any_order(ctx, instrument));
        }
    }

    OrderId earlier(const engine::Context& ctx) {
        // Now and then one that does not exist.
        const auto made = static_cast<std::int64_t>(ctx.orders().size());
        return static_cast<OrderId>(random_.between(std::max<std::int64_t>(made - 10, 0), made + 1));
    }

    OrderRequest any_order(const engine::Context& ctx, InstrumentIndex instrument) {
        constexpr std::int64_t kMostQuantity = 30;
        const std::int64_t close = ctx.last_price(instrument).value_or(Price{1'000}).count;
        OrderRequest order = random_order(random_, {close, kStep, kMostQuantity, ctx.now_ns()});
        order.instrument = instrument;
        if (random_.once_in(6)) order.parent = earlier(ctx);
        if (random_.once_in(8)) order.oco = earlier(ctx);
        if (random_.once_in(40)) order.quantity = {};
        if (is_trailing(order.type) && random_.once_in(2)) order.stop_price = {};
        return order;
    }

    void bracket(engine::Context& ctx, InstrumentIndex instrument) {
        OrderRequest entry = any_order(ctx, instrument);
        entry.reduce_only = false;
        const std::int64_t close = ctx.last_price(instrument).value_or(Price{1'000}).count;
        const std::int64_t sign = entry.side == Side::kBuy ? 1 : -1;
        ctx.bracket(entry, {std::max<std::int64_t>(close - sign * random_.between(0, kStep), 1)},
                    {std::max<std::int64_t>(close + sign * random_.between(0, kStep), 1)});
    }

    /// Some legs of one size.
    void group(engine::Context& ctx, InstrumentIndex instrument) {
        OrderRequest leg = any_order(ctx, instrument);
        leg.oco = 0;
        const Quantity quantity = leg.quantity;
        OrderId first = ctx.submit(leg);
        for (std::int64_t more = random_.between(1, 2); more > 0; --more) {
            leg = any_order(ctx, instrument);
            leg.quantity = quantity;
            leg.oco = first;
            ctx.submit(leg);
        }
    }

    void replace(engine::Context& ctx) {
        OrderChange change{.order_id = earlier(ctx)};
        if (!ctx.working_orders().empty() && !random_.once_in(4)) change.order_id = ctx.working_orders().front();
        if (change.order_id == 0 || change.order_id > ctx.orders().size()) return ctx.replace(change);
        const OrderRequest& request = ctx.order(change.order_id).request;
        const std::int64_t close = ctx.last_price(request.instrument).value_or(Price{1'000}).count;
        if (random_.once_in(2)) change.quantity = {random_.between(-1, 40)};
        if (has_limit(request.type) && random_.once_in(2)) change.limit_price = near(random_, close, kStep);
        if (has_trigger(request.type) && random_.once_in(2)) change.stop_price = near(random_, close, kStep);
        ctx.replace(change);
    }

    void target(engine::Context& ctx, InstrumentIndex instrument) {
        switch (random_.between(0, 3)) {
            case 0:
                ctx.close(instrument);
                return;
            case 1:
                ctx.order_target(instrument, {random_.between(-20, 20)});
                return;
            case 2:
                static_cast<void>(
                    ctx.order_target_value(instrument, static_cast<double>(random_.between(-9'999, 9'999))));
                return;
            default:
                static_cast<void>(
                    ctx.order_target_percent(instrument, static_cast<double>(random_.between(-50, 50)) / 100));
        }
    }

    Random random_;
    std::int64_t most_acts_;
    std::int64_t acts_ = 0;
    std::string problem_;
};

}  // namespace ct::test
