#include "strategy/context_orders.hpp"

#include <array>
#include <optional>

#include <fmt/format.h>

#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/result.hpp"
#include "ct/engine/context.hpp"
#include "strategy/arguments.hpp"
#include "strategy/context_calls.hpp"
#include "strategy/errors.hpp"
#include "strategy/numbers.hpp"
#include "strategy/order_request.hpp"
#include "strategy/python.hpp"
#include "strategy/python_strategy.hpp"
#include "strategy/snapshots.hpp"

namespace ct::python {

namespace {

PyObject* id_or_none(std::optional<OrderId> id) { return id ? PyLong_FromUnsignedLongLong(*id) : Py_NewRef(Py_None); }

PyObject* place(PyObject* self, Side side, PyObject* const* args, Py_ssize_t count, PyObject* names) {
    return guarded([&] {
        PythonStrategy& strategy = acting(self);
        const OrderCall call = read_order(strategy, side, args, count, names);
        return PyLong_FromUnsignedLongLong(strategy.engine().submit(call.request, call.client_id));
    });
}

PyObject* place_bracket(PyObject* self, Side side, PyObject* const* args, Py_ssize_t count, PyObject* names) {
    static constexpr std::array kNames = {"size", "stop", "limit", "entry", "symbol"};
    return guarded([&] {
        const bool buys = side == Side::kBuy;
        const auto given = sort_arguments(buys ? "buy_bracket" : "sell_bracket", kNames, 5, 3, args, count, names);
        const auto& [size, stop, limit, entry, symbol] = given;
        PythonStrategy& strategy = acting(self);
        engine::Context& ctx = strategy.engine();
        OrderRequest request{.instrument = instrument_of(strategy, symbol), .side = side};
        const Scale& scale = ctx.instrument(request.instrument).scale;
        const Side exit = opposite(side);
        const Price stop_price = read_price(stop, ctx, request.instrument, rounds_up(exit, true), "stop");
        const Price limit_price = read_price(limit, ctx, request.instrument, rounds_up(exit, false), "limit");
        const auto lies_between = [&](Price from, Price to) { return buys ? from < to : from > to; };
        Price price = ctx.last_price(request.instrument).value_or(Price{});
        bool in_order = lies_between(stop_price, limit_price);
        if (is_given(entry)) {
            request.type = OrderType::kLimit;
            price = request.limit_price = read_price(entry, ctx, request.instrument, rounds_up(side, false), "entry");
            in_order = in_order && lies_between(stop_price, price) && lies_between(price, limit_price);
        }
        if (!in_order) {
            throw_error(
                {ErrorCode::kInvalidArgument,
                 fmt::format("the bracket's stop {}{} and limit {} are out of order, expected {}",
                             to_double(stop_price, scale),
                             is_given(entry) ? fmt::format(", entry {}", to_double(price, scale)) : "",
                             to_double(limit_price, scale), buys ? "stop < entry < limit" : "stop > entry > limit")});
        }
        request.quantity = read_size(size, ctx, request.instrument, price);
        return make_bracket(ctx.bracket(request, stop_price, limit_price));
    });
}

template <class Order>
PyObject* target(PyObject* self, const char* function, PyObject* const* args, Py_ssize_t count, PyObject* names,
                 const Order& order) {
    static constexpr std::array kNames = {"target", "symbol"};
    return guarded([&] {
        const auto given = sort_arguments(function, kNames, 2, 1, args, count, names);
        PythonStrategy& strategy = acting(self);
        return id_or_none(order(strategy.engine(), instrument_of(strategy, given[1]), given[0]));
    });
}

}  // namespace

PyObject* context_buy(PyObject* self, PyObject* const* args, Py_ssize_t count, PyObject* names) {
    return place(self, Side::kBuy, args, count, names);
}

PyObject* context_sell(PyObject* self, PyObject* const* args, Py_ssize_t count, PyObject* names) {
    return place(self, Side::kSell, args, count, names);
}

PyObject* context_buy_bracket(PyObject* self, PyObject* const* args, Py_ssize_t count, PyObject* names) {
    return place_bracket(self, Side::kBuy, args, count, names);
}

PyObject* context_sell_bracket(PyObject* self, PyObject* const* args, Py_ssize_t count, PyObject* names) {
    return place_bracket(self, Side::kSell, args, count, names);
}

PyObject* context_close(PyObject* self, PyObject* const* args, Py_ssize_t count, PyObject* names) {
    static constexpr std::array kNames = {"symbol"};
    return guarded([&] {
        const auto given = sort_arguments("close", kNames, 1, 0, args, count, names);
        PythonStrategy& strategy = acting(self);
        return id_or_none(strategy.engine().close(instrument_of(strategy, given[0])));
    });
}

PyObject* context_order_target_size(PyObject* self, PyObject* const* args, Py_ssize_t count, PyObject* names) {
    return target(self, "order_target_size", args, count, names, [](auto& ctx, auto instrument, PyObject* size) {
        return ctx.order_target(instrument, read_target(size, ctx, instrument));
    });
}

PyObject* context_order_target_value(PyObject* self, PyObject* const* args, Py_ssize_t count, PyObject* names) {
    return target(self, "order_target_value", args, count, names, [](auto& ctx, auto instrument, PyObject* value) {
        return take(ctx.order_target_value(instrument, read_number(value, "target")));
    });
}

PyObject* context_order_target_percent(PyObject* self, PyObject* const* args, Py_ssize_t count, PyObject* names) {
    return target(self, "order_target_percent", args, count, names, [](auto& ctx, auto instrument, PyObject* share) {
        return take(ctx.order_target_percent(instrument, read_number(share, "target")));
    });
}

}  // namespace ct::python
