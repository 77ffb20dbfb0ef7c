#include "strategy/snapshots.hpp"

#include <cstdint>
#include <string_view>

#include "ct/core/event.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/rate.hpp"
#include "ct/core/time.hpp"
#include "ct/engine/context.hpp"
#include "strategy/text.hpp"
#include "strategy/types.hpp"

namespace ct::python {

namespace {

/// Fills a named tuple field by field; after a failure it only takes what it is given, and result() is null.
class TupleBuilder {
  public:
    explicit TupleBuilder(PyTypeObject* type) : tuple_(PyStructSequence_New(type)) {}

    TupleBuilder& add(PyObject* value) {
        if (tuple_ == nullptr || value == nullptr) {
            Py_XDECREF(value);
            Py_CLEAR(tuple_);
        } else {
            PyStructSequence_SET_ITEM(tuple_, at_++, value);
        }
        return *this;
    }
    TupleBuilder& number(double value) { return add(PyFloat_FromDouble(value)); }
    TupleBuilder& whole(std::int64_t value) { return add(PyLong_FromLongLong(value)); }
    TupleBuilder& whole_or_none(std::uint64_t value) {
        return value == 0 ? none() : add(PyLong_FromUnsignedLongLong(value));
    }
    TupleBuilder& flag(bool value) { return add(PyBool_FromLong(value ? 1 : 0)); }
    TupleBuilder& none() { return add(Py_NewRef(Py_None)); }
    TupleBuilder& text(const char* value) { return add(PyUnicode_InternFromString(value)); }
    TupleBuilder& time_ms(TimeNs time_ns) { return whole(floor_div(time_ns, kNsPerMs)); }
    template <class Number>
    TupleBuilder& grid(bool there, Number value, const Scale& scale) {
        return there ? number(to_double(value, scale)) : none();
    }
    [[nodiscard]] PyObject* result() const { return tuple_; }

  private:
    PyObject* tuple_;
    Py_ssize_t at_ = 0;
};

double percent(Rate share) {
    constexpr std::int64_t kOnePercent = Rate::kOne / 100;
    return static_cast<double>(share.count) / static_cast<double>(kOnePercent);
}

/// What of an order changes with its updates.
struct OrderState {
    OrderStatus status;
    Reason reason;
    Quantity filled;
    TimeNs time_ns;
};

PyObject* make_order(const Order& order, const OrderState& state, std::string_view client_id,
                     const Instrument& instrument, PyObject* symbol) {
    const OrderRequest& request = order.request;
    const Scale& scale = instrument.scale;
    const Rate share = request.trail_share;
    TupleBuilder tuple(types().order);
    tuple.whole(static_cast<std::int64_t>(order.id))
        .add(Py_NewRef(symbol))
        .text(name(request.side))
        .text(name(request.type))
        .text(name(request.time_in_force))
        .number(to_double(request.quantity, scale))
        .grid(has_limit_price(request.type), request.limit_price, scale)
        .grid(has_trigger(request.type), request.stop_price, scale)
        .text(name(state.status))
        .text(state.reason == Reason::kNone ? "" : name(state.reason))
        .number(to_double(state.filled, scale))
        .time_ms(state.time_ns)
        .time_ms(order.created_ns)
        .grid(request.trail_amount.count > 0, request.trail_amount, scale);
    share.count > 0 ? tuple.number(percent(share)) : tuple.none();
    tuple.grid(request.type == OrderType::kTrailingStopLimit, request.limit_offset, scale);
    request.expire_ns > 0 ? tuple.time_ms(request.expire_ns) : tuple.none();
    tuple.flag(request.post_only)
        .flag(request.reduce_only)
        .grid(request.display.count > 0, request.display, scale)
        .whole_or_none(request.parent)
        .whole_or_none(request.oco)
        .add(new_text(client_id));
    return tuple.grid(order.arrival_price.count > 0, order.arrival_price, scale).result();
}

PyStructSequence_Field order_fields[] = {
    {"id", "Its number in the run, from 1."},
    {"symbol", "What it trades, as in 'BTC/USDT'."},
    {"side", "'buy' or 'sell'."},
    {"type",
     "'market', 'limit', 'stop', 'stop_limit', 'take_profit', 'take_profit_limit', 'trailing_stop' or "
     "'trailing_stop_limit'."},
    {"tif", "'gtc', 'ioc', 'fok', 'day', 'gtd', 'on_open' or 'on_close'."},
    {"quantity", "How much, in the base asset."},
    {"limit_price", "Of an order with limit=, else None."},
    {"stop_price", "What it waits for: of a stop or take-profit order, of a trailing one where it is now; else None."},
    {"status",
     "'created', 'submitted', 'accepted', 'partially_filled', 'filled', 'canceled', 'rejected' or 'expired'."},
    {"reason", "Why it was refused or ended unfilled, as in 'insufficient_cash'; else ''."},
    {"filled", "How much of it was filled."},
    {"time_ms", "When it got this status, in milliseconds since 1970, UTC."},
    {"created_ms", "When it was made."},
    {"trail", "The distance of a trailing stop, else None."},
    {"trail_percent", "The same in percent of the price, else None."},
    {"limit_offset", "How far the limit of a trailing stop-limit lies beyond its stop, else None."},
    {"expire_ms", "When its time is over, else None."},
    {"post_only", "True if it is rejected rather than taker."},
    {"reduce_only", "True if it never opens or grows a position."},
    {"display", "The part of an iceberg that others see, else None."},
    {"parent", "The id of the order that it waits for, else None."},
    {"oco", "The id of another order of its group, else None."},
    {"client_id", "Its own name, else ''."},
    {"arrival_price", "The last close when it was made, None before the first."},
    {nullptr, nullptr},
};

PyStructSequence_Field fill_fields[] = {
    {"order_id", "The order that was filled."},
    {"time_ms", "Open time of the bar it happened in, in milliseconds since 1970, UTC."},
    {"symbol", "What was traded, as in 'BTC/USDT'."},
    {"side", "'buy' or 'sell'."},
    {"quantity", "How much, in the base asset."},
    {"price", "At which price."},
    {"fee", "What it cost, in the quote asset."},
    {"liquidity", "'maker' or 'taker'."},
    {nullptr, nullptr},
};

PyStructSequence_Field bracket_fields[] = {
    {"entry", "The id of the order that opens the position."},
    {"stop", "Of the stop that waits for it."},
    {"limit", "Of the target that waits for it."},
    {nullptr, nullptr},
};

PyStructSequence_Field timer_fields[] = {
    {"id", "What ctx.set_timer returned."},
    {"time_ms", "When it was due, in milliseconds since 1970, UTC."},
    {nullptr, nullptr},
};

}  // namespace

PyTypeObject* make_order_type() {
    static PyStructSequence_Desc description = {"cracktrader_fast.Order", "An order as it was when this was made.",
                                                order_fields, 24};
    return PyStructSequence_NewType(&description);
}

PyTypeObject* make_fill_type() {
    static PyStructSequence_Desc description = {"cracktrader_fast.Fill", "A match of an order.", fill_fields, 8};
    return PyStructSequence_NewType(&description);
}

PyTypeObject* make_bracket_type() {
    static PyStructSequence_Desc description = {"cracktrader_fast.Bracket", "The ids of a bracket's orders.",
                                                bracket_fields, 3};
    return PyStructSequence_NewType(&description);
}

PyTypeObject* make_timer_type() {
    static PyStructSequence_Desc description = {"cracktrader_fast.Timer", "A timer that was due.", timer_fields, 2};
    return PyStructSequence_NewType(&description);
}

PyObject* make_order(const Order& order, std::string_view client_id, const Instrument& instrument, PyObject* symbol) {
    return make_order(order, {order.status, order.reason, order.filled, order.updated_ns}, client_id, instrument,
                      symbol);
}

PyObject* make_order(const Order& order, const OrderUpdate& update, std::string_view client_id,
                     const Instrument& instrument, PyObject* symbol) {
    // The order may be further by now: several updates can happen in one step.
    return make_order(order, {update.to, update.reason, update.filled, update.time_ns}, client_id, instrument, symbol);
}

PyObject* make_bracket(const engine::Bracket& bracket) {
    return TupleBuilder(types().bracket)
        .whole(static_cast<std::int64_t>(bracket.entry))
        .whole(static_cast<std::int64_t>(bracket.stop))
        .whole(static_cast<std::int64_t>(bracket.limit))
        .result();
}

PyObject* make_fill(const Fill& fill, const Instrument& instrument, PyObject* symbol) {
    return TupleBuilder(types().fill)
        .whole(static_cast<std::int64_t>(fill.order_id))
        .time_ms(fill.time_ns)
        .add(Py_NewRef(symbol))
        .text(name(fill.side))
        .number(to_double(fill.quantity, instrument.scale))
        .number(to_double(fill.price, instrument.scale))
        .number(fill.fee.to_double())
        .text(fill.liquidity == Liquidity::kMaker ? "maker" : "taker")
        .result();
}

PyObject* make_timer(const Timer& timer) {
    return TupleBuilder(types().timer).whole(static_cast<std::int64_t>(timer.id)).time_ms(timer.due_ns).result();
}

}  // namespace ct::python
