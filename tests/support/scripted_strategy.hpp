#pragma once

#include <functional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "ct/core/bar.hpp"
#include "ct/core/event.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/order.hpp"
#include "ct/core/time.hpp"
#include "ct/engine/context.hpp"
#include "ct/engine/strategy.hpp"
#include "support/bars.hpp"

namespace ct::test {

/// A time in short: "5h", "90m", "1ns".
inline std::string short_time(TimeNs time_ns) {
    if (time_ns % kHour == 0) return fmt::format("{}h", time_ns / kHour);
    if (time_ns % kMinute == 0) return fmt::format("{}m", time_ns / kMinute);
    return fmt::format("{}ns", time_ns);
}

inline std::string text(const OrderUpdate& update) {
    std::string line = fmt::format("order {} {}>{}", update.order_id, name(update.from), name(update.to));
    if (update.reason != Reason::kNone) line += fmt::format(" {}", name(update.reason));
    return line;
}
inline std::string text(const Fill& fill) {
    return fmt::format("fill {} {} {} at {} ({})", fill.order_id, name(fill.side), fill.quantity.count,
                       fill.price.count, short_time(fill.time_ns));
}

/// A strategy that writes down each callback as "time what" and then runs the function for it, if there is one.
class ScriptedStrategy : public engine::Strategy {
  public:
    std::function<void(engine::Context&)> start;
    std::function<void(engine::Context&, const OrderUpdate&)> order;
    std::function<void(engine::Context&, const Fill&)> fill;
    std::function<void(engine::Context&, const Timer&)> timer;
    std::function<void(engine::Context&, const BarView&)> bar;
    std::function<void(engine::Context&)> stop;
    std::function<void(engine::Context&, SeriesIndex, double)> open;  ///< not written down
    std::vector<std::string> log;

    void on_start(engine::Context& ctx) override {
        note(ctx, "start");
        if (start) start(ctx);
    }
    void on_order(engine::Context& ctx, const OrderUpdate& update) override {
        note(ctx, text(update));
        if (order) order(ctx, update);
    }
    void on_fill(engine::Context& ctx, const Fill& booked) override {
        note(ctx, text(booked));
        if (fill) fill(ctx, booked);
    }
    void on_timer(engine::Context& ctx, const Timer& due) override {
        note(ctx, fmt::format("timer {}", due.id));
        if (timer) timer(ctx, due);
    }
    void on_bar(engine::Context& ctx, const BarView& closed) override {
        const auto& instrument = ctx.instrument(closed.instrument());
        note(ctx, fmt::format("bar {} {} {}", instrument.base, closed.timeframe().text(), closed.close()));
        if (bar) bar(ctx, closed);
    }
    void on_open(engine::Context& ctx, SeriesIndex series, double price) override {
        if (open) open(ctx, series, price);
    }
    void on_stop(engine::Context& ctx) override {
        note(ctx, "stop");
        if (stop) stop(ctx);
    }

  private:
    void note(const engine::Context& ctx, const std::string& what) {
        log.push_back(fmt::format("{} {}", short_time(ctx.now_ns()), what));
    }
};

}  // namespace ct::test
