#include "strategy/context_calls.hpp"

#include <array>
#include <optional>
#include <string_view>

#include <fmt/format.h>

#include "ct/core/bar.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/engine/context.hpp"
#include "strategy/arguments.hpp"
#include "strategy/bars_view.hpp"
#include "strategy/errors.hpp"
#include "strategy/numbers.hpp"
#include "strategy/python.hpp"
#include "strategy/python_strategy.hpp"
#include "strategy/snapshots.hpp"
#include "strategy/times.hpp"

namespace ct::python {

namespace {

bool is_given(PyObject* value) { return value != nullptr && value != Py_None; }

TimeInForce read_time_in_force(PyObject* value) {
    if (!is_given(value)) return TimeInForce::kGtc;
    const std::string_view text = text_argument(value, "tif");
    if (text == "gtc") return TimeInForce::kGtc;
    if (text == "ioc") return TimeInForce::kIoc;
    throw_error({ErrorCode::kInvalidArgument, fmt::format("tif is '{}', expected 'gtc' or 'ioc'", text)});
}

OrderId read_order_id(PythonStrategy& strategy, PyObject* value) {
    int overflow = 0;
    const long long id = PyLong_AsLongLongAndOverflow(value, &overflow);
    if (id == -1 && PyErr_Occurred() != nullptr) throw nb::python_error();
    const auto made = static_cast<long long>(strategy.engine().orders().size());
    if (overflow != 0 || id < 1 || id > made) {
        throw_error({ErrorCode::kNotFound, made == 0 ? fmt::format("there is no order {}: none was made yet", id)
                                                     : fmt::format("there is no order {}, only 1 to {}", id, made)});
    }
    return static_cast<OrderId>(id);
}

PyObject* place(PyObject* self, Side side, PyObject* const* args, Py_ssize_t count, PyObject* names) {
    static constexpr std::array kNames = {"size", "symbol", "limit", "stop", "tif"};
    return guarded([&] {
        const auto given = sort_arguments(side == Side::kBuy ? "buy" : "sell", kNames, 1, 1, args, count, names);
        const auto& [size, symbol, limit, stop, tif] = given;
        PythonStrategy& strategy = acting(self);
        engine::Context& ctx = strategy.engine();
        OrderRequest request{.instrument = instrument_of(strategy, symbol), .side = side};
        request.time_in_force = read_time_in_force(tif);
        Price price = ctx.last_price(request.instrument).value_or(Price{});
        if (is_given(limit) && is_given(stop)) {
            throw_error({ErrorCode::kUnsupported, "an order has a limit or a stop price, not both"});
        }
        if (is_given(limit)) {
            request.type = OrderType::kLimit;
            price = request.limit_price = read_limit(limit, ctx, request.instrument, side);
        } else if (is_given(stop)) {
            request.type = OrderType::kStop;
            price = request.stop_price = read_stop(stop, ctx, request.instrument, side);
        }
        request.quantity = read_size(size, ctx, request.instrument, price);
        return PyLong_FromUnsignedLongLong(ctx.submit(request));
    });
}

}  // namespace

const char* text_argument(PyObject* value, const char* what) {
    if (PyUnicode_Check(value) == 0) {
        throw_error(
            {ErrorCode::kInvalidArgument, fmt::format("{} is a {}, expected text", what, Py_TYPE(value)->tp_name)});
    }
    const char* const text = PyUnicode_AsUTF8(value);
    if (text == nullptr) throw nb::python_error();
    return text;
}

InstrumentIndex instrument_of(PythonStrategy& strategy, PyObject* symbol) {
    if (!is_given(symbol)) {
        if (const auto current = strategy.current_instrument()) return *current;
        throw_error({ErrorCode::kInvalidArgument, "the run has several symbols: say which with symbol="});
    }
    return take(strategy.engine().find(text_argument(symbol, "symbol")));
}

SeriesIndex series_of(PythonStrategy& strategy, InstrumentIndex instrument, PyObject* timeframe) {
    const engine::Context& ctx = strategy.engine();
    if (!is_given(timeframe)) return strategy.shortest_series(instrument);
    const Timeframe wanted = take(Timeframe::parse(text_argument(timeframe, "timeframe")));
    for (SeriesIndex series = 0; series < ctx.series_count(); ++series) {
        const Series& info = ctx.series(series);
        if (info.instrument == instrument && info.timeframe == wanted) return series;
    }
    throw_error({ErrorCode::kNotFound,
                 fmt::format("{} has no {} bars in this run", ctx.instrument(instrument).symbol, wanted.text())});
}

PyObject* context_buy(PyObject* self, PyObject* const* args, Py_ssize_t count, PyObject* names) {
    return place(self, Side::kBuy, args, count, names);
}

PyObject* context_sell(PyObject* self, PyObject* const* args, Py_ssize_t count, PyObject* names) {
    return place(self, Side::kSell, args, count, names);
}

PyObject* context_close(PyObject* self, PyObject* const* args, Py_ssize_t count, PyObject* names) {
    static constexpr std::array kNames = {"symbol"};
    return guarded([&] {
        const auto given = sort_arguments("close", kNames, 1, 0, args, count, names);
        PythonStrategy& strategy = acting(self);
        const auto id = strategy.engine().close(instrument_of(strategy, given[0]));
        return id ? PyLong_FromUnsignedLongLong(*id) : Py_NewRef(Py_None);
    });
}

PyObject* context_cancel(PyObject* self, PyObject* const* args, Py_ssize_t count, PyObject* names) {
    static constexpr std::array kNames = {"order_id"};
    return guarded([&] {
        const auto given = sort_arguments("cancel", kNames, 1, 1, args, count, names);
        PythonStrategy& strategy = acting(self);
        strategy.engine().cancel(read_order_id(strategy, given[0]));
        return Py_NewRef(Py_None);
    });
}

PyObject* context_order(PyObject* self, PyObject* const* args, Py_ssize_t count, PyObject* names) {
    static constexpr std::array kNames = {"order_id"};
    return guarded([&] {
        const auto given = sort_arguments("order", kNames, 1, 1, args, count, names);
        PythonStrategy& strategy = running(self);
        const Order& order = strategy.engine().order(read_order_id(strategy, given[0]));
        const InstrumentIndex instrument = order.request.instrument;
        return make_order(order, strategy.engine().instrument(instrument), strategy.symbol(instrument).ptr());
    });
}

PyObject* context_position_of(PyObject* self, PyObject* const* args, Py_ssize_t count, PyObject* names) {
    static constexpr std::array kNames = {"symbol"};
    return guarded([&] {
        const auto given = sort_arguments("position_of", kNames, 1, 1, args, count, names);
        PythonStrategy& strategy = running(self);
        const engine::Context& ctx = strategy.engine();
        const InstrumentIndex instrument = instrument_of(strategy, given[0]);
        return PyFloat_FromDouble(to_double(ctx.position(instrument), ctx.instrument(instrument).scale));
    });
}

PyObject* context_balance(PyObject* self, PyObject* const* args, Py_ssize_t count, PyObject* names) {
    static constexpr std::array kNames = {"asset"};
    return guarded([&] {
        const auto given = sort_arguments("balance", kNames, 1, 1, args, count, names);
        const Money amount = take(running(self).engine().balance(text_argument(given[0], "asset")));
        return PyFloat_FromDouble(amount.to_double());
    });
}

PyObject* context_free(PyObject* self, PyObject* const* args, Py_ssize_t count, PyObject* names) {
    static constexpr std::array kNames = {"asset"};
    return guarded([&] {
        const auto given = sort_arguments("free", kNames, 1, 1, args, count, names);
        const Money amount = take(running(self).engine().free(text_argument(given[0], "asset")));
        return PyFloat_FromDouble(amount.to_double());
    });
}

PyObject* context_bars_of(PyObject* self, PyObject* const* args, Py_ssize_t count, PyObject* names) {
    static constexpr std::array kNames = {"symbol", "timeframe"};
    return guarded([&] {
        const auto given = sort_arguments("bars_of", kNames, 2, 1, args, count, names);
        PythonStrategy& strategy = running(self);
        const InstrumentIndex instrument = instrument_of(strategy, given[0]);
        const SeriesIndex series = series_of(strategy, instrument, given[1]);
        return make_bars_view(strategy.bars(series), strategy.symbol(instrument).ptr(),
                              strategy.timeframe(series).ptr());
    });
}

PyObject* context_set_timer(PyObject* self, PyObject* const* args, Py_ssize_t count, PyObject* names) {
    static constexpr std::array kNames = {"time"};
    return guarded([&] {
        const auto given = sort_arguments("set_timer", kNames, 1, 1, args, count, names);
        const TimeNs due_ns = read_time(given[0], "time");
        return PyLong_FromUnsignedLongLong(acting(self).engine().set_timer(due_ns));
    });
}

}  // namespace ct::python
