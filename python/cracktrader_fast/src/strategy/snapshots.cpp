#include "strategy/snapshots.hpp"

#include <cstdint>

#include "ct/core/event.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/time.hpp"
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
    TupleBuilder& text(const char* value) { return add(PyUnicode_InternFromString(value)); }
    TupleBuilder& time_ms(TimeNs time_ns) { return whole(floor_div(time_ns, kNsPerMs)); }
    TupleBuilder& price(bool there, Price value, const Scale& scale) {
        return there ? number(to_double(value, scale)) : add(Py_NewRef(Py_None));
    }
    [[nodiscard]] PyObject* result() const { return tuple_; }

  private:
    PyObject* tuple_;
    Py_ssize_t at_ = 0;
};

PyObject* make_order(const Order& order, OrderStatus status, Reason reason, Quantity filled, TimeNs time_ns,
                     const Instrument& instrument, PyObject* symbol) {
    const OrderRequest& request = order.request;
    const Scale& scale = instrument.scale;
    return TupleBuilder(types().order)
        .whole(static_cast<std::int64_t>(order.id))
        .add(Py_NewRef(symbol))
        .text(name(request.side))
        .text(name(request.type))
        .text(name(request.time_in_force))
        .number(to_double(request.quantity, scale))
        .price(request.type == OrderType::kLimit, request.limit_price, scale)
        .price(request.type == OrderType::kStop, request.stop_price, scale)
        .text(name(status))
        .text(reason == Reason::kNone ? "" : name(reason))
        .number(to_double(filled, scale))
        .time_ms(time_ns)
        .time_ms(order.created_ns)
        .result();
}

PyStructSequence_Field order_fields[] = {
    {"id", "Its number in the run, from 1."},
    {"symbol", "What it trades, as in 'BTC/USDT'."},
    {"side", "'buy' or 'sell'."},
    {"type", "'market', 'limit' or 'stop'."},
    {"tif", "'gtc' or 'ioc'."},
    {"quantity", "How much, in the base asset."},
    {"limit_price", "Of a limit order, else None."},
    {"stop_price", "Of a stop order, else None."},
    {"status",
     "'created', 'submitted', 'accepted', 'partially_filled', 'filled', 'canceled', 'rejected' or 'expired'."},
    {"reason", "Why it was refused or ended unfilled, as in 'insufficient_cash'; else ''."},
    {"filled", "How much of it was filled."},
    {"time_ms", "When it got this status, in milliseconds since 1970, UTC."},
    {"created_ms", "When it was made."},
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

PyStructSequence_Field timer_fields[] = {
    {"id", "What ctx.set_timer returned."},
    {"time_ms", "When it was due, in milliseconds since 1970, UTC."},
    {nullptr, nullptr},
};

}  // namespace

PyTypeObject* make_order_type() {
    static PyStructSequence_Desc description = {"cracktrader_fast.Order", "An order as it was when this was made.",
                                                order_fields, 13};
    return PyStructSequence_NewType(&description);
}

PyTypeObject* make_fill_type() {
    static PyStructSequence_Desc description = {"cracktrader_fast.Fill", "A match of an order.", fill_fields, 8};
    return PyStructSequence_NewType(&description);
}

PyTypeObject* make_timer_type() {
    static PyStructSequence_Desc description = {"cracktrader_fast.Timer", "A timer that was due.", timer_fields, 2};
    return PyStructSequence_NewType(&description);
}

PyObject* make_order(const Order& order, const Instrument& instrument, PyObject* symbol) {
    return make_order(order, order.status, order.reason, order.filled, order.updated_ns, instrument, symbol);
}

PyObject* make_order(const Order& order, const OrderUpdate& update, const Instrument& instrument, PyObject* symbol) {
    // The order may be further by now: several updates can happen in one step.
    const bool before_fills = update.to == OrderStatus::kSubmitted || update.to == OrderStatus::kAccepted;
    return make_order(order, update.to, update.reason, before_fills ? Quantity{} : order.filled, update.time_ns,
                      instrument, symbol);
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
