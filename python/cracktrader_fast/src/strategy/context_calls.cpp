#include "strategy/context_calls.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "ct/core/bar.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/engine/context.hpp"
#include "strategy/arguments.hpp"
#include "strategy/bars_view.hpp"
#include "strategy/errors.hpp"
#include "strategy/python.hpp"
#include "strategy/python_strategy.hpp"
#include "strategy/text.hpp"
#include "strategy/times.hpp"

namespace ct::python {

const char* text_argument(PyObject* value, const char* what) {
    if (PyUnicode_Check(value) == 0) {
        throw_error(
            {ErrorCode::kInvalidArgument, fmt::format("{} is a {}, expected text", what, Py_TYPE(value)->tp_name)});
    }
    const char* const text = PyUnicode_AsUTF8(value);
    if (text == nullptr) throw nb::python_error();
    return text;
}

bool flag_argument(PyObject* value, const char* what) {
    if (!is_given(value)) return false;
    if (PyBool_Check(value) == 0) {
        throw_error({ErrorCode::kInvalidArgument,
                     fmt::format("{} is a {}, expected True or False", what, Py_TYPE(value)->tp_name)});
    }
    return value == Py_True;
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
    std::vector<std::string> known;
    for (SeriesIndex series = 0; series < ctx.series_count(); ++series) {
        const Series& info = ctx.series(series);
        if (info.instrument != instrument) continue;
        if (info.timeframe == wanted) return series;
        known.push_back(info.timeframe.text());
    }
    throw_error(
        {ErrorCode::kNotFound,
         fmt::format("{0} has no {1} bars in this run, it has {2}; resample=['{1}'] (--resample {1}) makes longer "
                     "ones of them",
                     ctx.instrument(instrument).symbol, wanted.text(), fmt::join(known, ", "))});
}

OrderId order_id_of(PythonStrategy& strategy, PyObject* value, const char* what) {
    if (PyUnicode_Check(value)) {
        const std::string_view client_id = text_argument(value, what);
        if (const auto id = strategy.engine().find_order(client_id)) return *id;
        throw_error({ErrorCode::kNotFound, fmt::format("{}: no order has the client_id '{}'", what, client_id)});
    }
    if (PyLong_Check(value) == 0 || PyBool_Check(value)) {
        throw_error({ErrorCode::kInvalidArgument, fmt::format("{} is a {}, expected an order's id or its client_id",
                                                              what, Py_TYPE(value)->tp_name)});
    }
    int overflow = 0;
    const long long id = PyLong_AsLongLongAndOverflow(value, &overflow);
    const auto made = static_cast<long long>(strategy.engine().orders().size());
    if (overflow == 0 && id >= 1 && id <= made) return static_cast<OrderId>(id);
    throw_error({ErrorCode::kNotFound,
                 made == 0 ? fmt::format("{}: there is no order {}: none was made yet", what, shown(value))
                           : fmt::format("{}: there is no order {}, only 1 to {}", what, shown(value), made)});
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
