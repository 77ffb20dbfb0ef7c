#include <array>
#include <optional>
#include <tuple>

#include <fmt/format.h>

#include "ct/core/instrument.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/result.hpp"
#include "ct/engine/context.hpp"
#include "strategy/arguments.hpp"
#include "strategy/context_calls.hpp"
#include "strategy/context_orders.hpp"
#include "strategy/errors.hpp"
#include "strategy/numbers.hpp"
#include "strategy/order_request.hpp"
#include "strategy/python.hpp"
#include "strategy/python_strategy.hpp"
#include "strategy/snapshots.hpp"

namespace ct::python {

namespace {

PyObject* snapshot(PythonStrategy& strategy, OrderId id) {
    const engine::Context& ctx = strategy.engine();
    const Order& order = ctx.order(id);
    const InstrumentIndex instrument = order.request.instrument;
    return make_order(order, ctx.client_id(id), ctx.instrument(instrument), strategy.symbol(instrument).ptr());
}

/// Of a change that must not be zero on the grid, where zero means that nothing changes.
template <class Number>
Number at_least_one_count(Number number, const char* what) {
    if (number.count > 0) return number;
    throw_error({ErrorCode::kInvalidArgument, fmt::format("{} is 0 on the grid of its symbol", what)});
}

OrderChange read_change(engine::Context& ctx, const Order& order, PyObject* size, PyObject* limit, PyObject* stop) {
    const auto& [instrument, side, type] = std::tie(order.request.instrument, order.request.side, order.request.type);
    const auto refuse = [&](const char* what) {
        throw_error({ErrorCode::kInvalidArgument,
                     fmt::format("{}: order {} is a {} order, which has none to change", what, order.id, name(type))});
    };
    OrderChange change{.order_id = order.id};
    if (is_given(limit)) {
        if (!has_limit_price(type)) refuse("limit");
        const Price price = read_price(limit, ctx, instrument, rounds_up(side, false), "limit");
        change.limit_price = at_least_one_count(price, "limit");
    }
    if (is_given(stop)) {
        if (!has_trigger(type)) refuse("stop");
        const bool up = rounds_up(side, !is_take_profit(type));
        change.stop_price = at_least_one_count(read_price(stop, ctx, instrument, up, "stop"), "stop");
    }
    if (is_given(size)) {
        Price price = change.limit_price.count != 0 ? change.limit_price : change.stop_price;
        if (price.count == 0) price = ctx.last_price(instrument).value_or(Price{});
        change.quantity = at_least_one_count(read_size(size, ctx, instrument, price), "size");
    }
    return change;
}

}  // namespace

PyObject* context_replace(PyObject* self, PyObject* const* args, Py_ssize_t count, PyObject* names) {
    static constexpr std::array kNames = {"order_id", "size", "limit", "stop"};
    return guarded([&] {
        const auto given = sort_arguments("replace", kNames, 4, 1, args, count, names);
        const auto& [order_id, size, limit, stop] = given;
        PythonStrategy& strategy = acting(self);
        engine::Context& ctx = strategy.engine();
        const OrderId id = order_id_of(strategy, order_id);
        if (!is_given(size) && !is_given(limit) && !is_given(stop)) {
            throw_error({ErrorCode::kInvalidArgument, "replace() changes nothing: give size=, limit= or stop="});
        }
        ctx.replace(read_change(ctx, ctx.order(id), size, limit, stop));
        return Py_NewRef(Py_None);
    });
}

PyObject* context_cancel(PyObject* self, PyObject* const* args, Py_ssize_t count, PyObject* names) {
    static constexpr std::array kNames = {"order_id"};
    return guarded([&] {
        const auto given = sort_arguments("cancel", kNames, 1, 1, args, count, names);
        PythonStrategy& strategy = acting(self);
        strategy.engine().cancel(order_id_of(strategy, given[0]));
        return Py_NewRef(Py_None);
    });
}

PyObject* context_cancel_all(PyObject* self, PyObject* const* args, Py_ssize_t count, PyObject* names) {
    static constexpr std::array kNames = {"symbol"};
    return guarded([&] {
        const auto given = sort_arguments("cancel_all", kNames, 1, 0, args, count, names);
        PythonStrategy& strategy = acting(self);
        std::optional<InstrumentIndex> instrument;
        if (is_given(given[0])) instrument = instrument_of(strategy, given[0]);
        strategy.engine().cancel_all(instrument);
        return Py_NewRef(Py_None);
    });
}

PyObject* context_order(PyObject* self, PyObject* const* args, Py_ssize_t count, PyObject* names) {
    static constexpr std::array kNames = {"order_id"};
    return guarded([&] {
        const auto given = sort_arguments("order", kNames, 1, 1, args, count, names);
        PythonStrategy& strategy = running(self);
        return snapshot(strategy, order_id_of(strategy, given[0]));
    });
}

PyObject* context_open_orders(PyObject* self, PyObject* const* args, Py_ssize_t count, PyObject* names) {
    static constexpr std::array kNames = {"symbol"};
    return guarded([&] {
        const auto given = sort_arguments("open_orders", kNames, 1, 0, args, count, names);
        PythonStrategy& strategy = running(self);
        const engine::Context& ctx = strategy.engine();
        std::optional<InstrumentIndex> instrument;
        if (is_given(given[0])) instrument = instrument_of(strategy, given[0]);
        nb::list orders;
        for (const OrderId id : ctx.working_orders()) {
            if (instrument && ctx.order(id).request.instrument != *instrument) continue;
            PyObject* const order = snapshot(strategy, id);
            if (order == nullptr) throw nb::python_error();
            orders.append(nb::steal(order));
        }
        return orders.release().ptr();
    });
}

}  // namespace ct::python
