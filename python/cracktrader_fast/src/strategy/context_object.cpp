#include "strategy/context_object.hpp"

#include <cstddef>

#include "ct/core/instrument.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/engine/context.hpp"
#include "strategy/bars_view.hpp"
#include "strategy/context_calls.hpp"
#include "strategy/context_orders.hpp"
#include "strategy/errors.hpp"
#include "strategy/python.hpp"
#include "strategy/python_strategy.hpp"
#include "strategy/times.hpp"
#include "strategy/type_spec.hpp"
#include "strategy/types.hpp"

namespace ct::python {

namespace {

ContextObject* context_of(PyObject* self) { return reinterpret_cast<ContextObject*>(self); }

void dealloc(PyObject* self) {
    PyTypeObject* const type = Py_TYPE(self);
    Py_XDECREF(context_of(self)->position);
    Py_XDECREF(context_of(self)->cash);
    Py_XDECREF(context_of(self)->symbols);
    PyObject_Free(self);
    Py_DECREF(type);
}

PyObject* get_equity(PyObject* self, void* /*closure*/) {
    return guarded([&] { return PyFloat_FromDouble(running(self).engine().equity().to_double()); });
}

PyObject* get_now(PyObject* self, void* /*closure*/) {
    return guarded([&] { return make_datetime(running(self).engine().now_ns()); });
}

PyObject* get_now_ms(PyObject* self, void* /*closure*/) {
    return guarded([&] { return PyLong_FromLongLong(floor_div(running(self).engine().now_ns(), kNsPerMs)); });
}

PyObject* get_bars(PyObject* self, void* /*closure*/) {
    return guarded([&] {
        PythonStrategy& strategy = running(self);
        const auto series = strategy.current_series();
        if (!series) throw_error({ErrorCode::kInvalidArgument, "there is no current bar yet: use bars_of(symbol)"});
        const InstrumentIndex instrument = strategy.engine().series(*series).instrument;
        return make_bars_view(strategy.bars(*series), strategy.symbol(instrument).ptr(),
                              strategy.timeframe(*series).ptr());
    });
}

PyMemberDef members[] = {
    {"position", T_OBJECT_EX, offsetof(ContextObject, position), READONLY,
     "How much of the current callback's symbol is held, in the base asset; negative when short."},
    {"cash", T_OBJECT_EX, offsetof(ContextObject, cash), READONLY,
     "The balance of the quote asset of the current callback's symbol; without one, of the first symbol."},
    {"symbols", T_OBJECT_EX, offsetof(ContextObject, symbols), READONLY, "The symbols of the run, a tuple."},
    {nullptr, 0, 0, 0, nullptr},
};

PyGetSetDef properties[] = {
    {"equity", get_equity, nullptr, "All that is owned at the last closes, in the reporting asset.", nullptr},
    {"now", get_now, nullptr, "The time of this step as an aware datetime in UTC: a bar is seen at its close.",
     nullptr},
    {"now_ms", get_now_ms, nullptr, "The same in milliseconds since 1970.", nullptr},
    {"bars", get_bars, nullptr, "The closed bars of the current bar's series as numpy arrays; the last is the current.",
     nullptr},
    {nullptr, nullptr, nullptr, nullptr, nullptr},
};

using KeywordCall = PyObject* (*)(PyObject*, PyObject* const*, Py_ssize_t, PyObject*);

PyMethodDef method(const char* name, KeywordCall call, const char* text) noexcept {
    const auto function = reinterpret_cast<PyCFunction>(reinterpret_cast<void (*)()>(call));
    return {name, function, METH_FASTCALL | METH_KEYWORDS, text};
}

PyMethodDef methods[] = {
    method(
        "buy", context_buy,
        "buy($self, size, symbol=None, *, limit=None, stop=None, take_profit=None, trail=None, trail_percent=None,\n"
        "    limit_offset=None, tif='gtc', expire=None, post_only=False, reduce_only=False, display=None,\n"
        "    parent=None, oco=None, client_id=None)\n--\n\n"
        "Makes a buy order and returns its id. Size is a number (base asset) or text: '0.5', '95%' of the equity or\n"
        "'5000quote', taken at the limit or stop price, else at the last close. It is checked when this step's\n"
        "callbacks are done; a refusal arrives in on_order.\n\n"
        "    ctx.buy(0.5)                                     # market\n"
        "    ctx.buy('95%', limit=bar.close * 0.99, tif='day')\n"
        "    ctx.sell(0.5, trail_percent=5, reduce_only=True)  # trailing stop, 5 % behind the close"),
    method(
        "sell", context_sell,
        "sell($self, size, symbol=None, *, limit=None, stop=None, take_profit=None, trail=None, trail_percent=None,\n"
        "     limit_offset=None, tif='gtc', expire=None, post_only=False, reduce_only=False, display=None,\n"
        "     parent=None, oco=None, client_id=None)\n--\n\nMakes a sell order, as buy does."),
    method(
        "buy_bracket", context_buy_bracket,
        "buy_bracket($self, size, stop, limit, entry=None, symbol=None)\n--\n\n"
        "Makes a buy at market, or at the limit price entry, and a stop and a target that wait for it, of which one\n"
        "ends the other. Returns their ids as a named tuple (entry, stop, limit).\n\n"
        "    bracket = ctx.buy_bracket('10%', stop=bar.close * 0.95, limit=bar.close * 1.1)"),
    method("sell_bracket", context_sell_bracket,
           "sell_bracket($self, size, stop, limit, entry=None, symbol=None)\n--\n\n"
           "The same for a short: the stop lies above, the target below."),
    method("close", context_close,
           "close($self, symbol=None)\n--\n\n"
           "Makes a market order that brings the position to zero and returns its id; None when there is none."),
    method("order_target_size", context_order_target_size,
           "order_target_size($self, target, symbol=None)\n--\n\n"
           "Makes a market order that brings the position to target and returns its id; None when it is there.\n"
           "Working orders do not count. Sizes round toward zero.\n\n"
           "    ctx.order_target_size(-1.5)"),
    method("order_target_value", context_order_target_value,
           "order_target_value($self, target, symbol=None)\n--\n\n"
           "The same for a position of that worth in the quote asset, at the last close."),
    method("order_target_percent", context_order_target_percent,
           "order_target_percent($self, target, symbol=None)\n--\n\n"
           "The same for a position of that share of the equity: 0.25 is a quarter."),
    method("replace", context_replace,
           "replace($self, order_id, size=None, limit=None, stop=None)\n--\n\n"
           "Asks to change a working order in place. on_order tells the outcome: the same status once more and the\n"
           "reason 'replaced', or why it was refused.\n\n"
           "    ctx.replace(order_id, limit=bar.close * 0.98)"),
    method("cancel", context_cancel,
           "cancel($self, order_id)\n--\n\nAsks to cancel an order; one that is not working is left alone."),
    method("cancel_all", context_cancel_all,
           "cancel_all($self, symbol=None)\n--\n\n"
           "Asks to cancel all working orders of a symbol or of all, those made in this step too."),
    method("order", context_order, "order($self, order_id)\n--\n\nThe order of that id or client_id as it is now."),
    method("open_orders", context_open_orders,
           "open_orders($self, symbol=None)\n--\n\n"
           "The orders that may still fill, oldest first; those of this step come when it is done.\n\n"
           "    for order in ctx.open_orders():\n"
           "        ctx.cancel(order.id)"),
    method("position_of", context_position_of, "position_of($self, symbol)\n--\n\nThe position in a symbol."),
    method("balance", context_balance, "balance($self, asset)\n--\n\nWhat the account has of an asset."),
    method("free", context_free, "free($self, asset)\n--\n\nThe part of a balance that no working order has reserved."),
    method("bars_of", context_bars_of,
           "bars_of($self, symbol, timeframe=None)\n--\n\nThe closed bars of a symbol, as ctx.bars has them."),
    method(
        "set_timer", context_set_timer,
        "set_timer($self, time)\n--\n\n"
        "Calls on_timer once at a time (datetime, ISO text, or milliseconds since 1970) and returns the timer's id."),
    method("indicator", context_indicator,
           "indicator($self, name, *params, symbol=None, field='close', timeframe=None)\n--\n\n"
           "Adds an indicator and returns its line. Call it in on_start."),
    {nullptr, nullptr, 0, nullptr},
};

}  // namespace

PyTypeObject* make_context_type() {
    static PyType_Slot slots[] = {
        {Py_tp_dealloc, reinterpret_cast<void*>(dealloc)},
        {Py_tp_members, members},
        {Py_tp_getset, properties},
        {Py_tp_methods, methods},
        {Py_tp_doc, doc_slot("A strategy's view of a run and its voice in it: the clock, closed bars, orders, the "
                             "portfolio. It ends with the run.")},
        {0, nullptr},
    };
    return make_type<ContextObject>("cracktrader_fast.Context", slots);
}

ContextObject* make_context(PythonStrategy& strategy, PyObject* symbols) {
    auto* const context = PyObject_New(ContextObject, types().context);
    if (context == nullptr) return nullptr;
    context->strategy = &strategy;
    context->symbols = Py_NewRef(symbols);
    context->position = PyFloat_FromDouble(0);
    context->cash = PyFloat_FromDouble(0);
    if (context->position != nullptr && context->cash != nullptr) return context;
    Py_DECREF(context);
    return nullptr;
}

PythonStrategy& running(PyObject* context) {
    PythonStrategy* const strategy = context_of(context)->strategy;
    if (strategy == nullptr) throw_error({ErrorCode::kInvalidArgument, "the run of this context is over"});
    return *strategy;
}

PythonStrategy& acting(PyObject* context) {
    PythonStrategy& strategy = running(context);
    if (!strategy.in_own_thread()) {
        throw_error({ErrorCode::kUnsupported, "a context takes orders only in the thread that runs the strategy"});
    }
    return strategy;
}

}  // namespace ct::python
