#include "strategy/python_strategy.hpp"

#include <cstdio>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "ct/core/bar.hpp"
#include "ct/core/event.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/result.hpp"
#include "ct/engine/context.hpp"
#include "ct/engine/line.hpp"
#include "strategy/bar_memory.hpp"
#include "strategy/bar_object.hpp"
#include "strategy/context_object.hpp"
#include "strategy/errors.hpp"
#include "strategy/float_slot.hpp"
#include "strategy/hook.hpp"
#include "strategy/line_object.hpp"
#include "strategy/python.hpp"
#include "strategy/snapshots.hpp"

namespace ct::python {

namespace {

constexpr const char* kMethods[] = {"on_start", "on_bar", "on_order", "on_fill", "on_timer", "on_open", "on_stop"};

template <class Object>
nb::object owned(Object* object) {
    if (object == nullptr) throw nb::python_error();
    return nb::steal(reinterpret_cast<PyObject*>(object));
}

nb::object interned(const std::string& text) { return owned(PyUnicode_InternFromString(text.c_str())); }

BarObject* as_bar(const nb::object& object) { return reinterpret_cast<BarObject*>(object.ptr()); }
LineObject* as_line(const nb::object& object) { return reinterpret_cast<LineObject*>(object.ptr()); }
ContextObject* as_context(const nb::object& object) { return reinterpret_cast<ContextObject*>(object.ptr()); }

bool read_shorts(const nb::object& instance, const std::string& name) {
    if (!nb::hasattr(instance, "shorts")) return false;
    const nb::object shorts = instance.attr("shorts");
    if (PyBool_Check(shorts.ptr()) == 0) {
        throw_error({ErrorCode::kInvalidArgument,
                     fmt::format("{}.shorts is a {}, expected True or False", name, Py_TYPE(shorts.ptr())->tp_name)});
    }
    return shorts.is(nb::handle(Py_True));
}

}  // namespace

PythonStrategy::PythonStrategy(nb::object instance, std::string name, Options options)
    : instance_(std::move(instance)), name_(std::move(name)), options_(std::move(options)) {
    shorts_ = read_shorts(instance_, name_);
    for (const char* method : kMethods) {
        if (Hook(instance_, method).is_set()) return;
    }
    throw_error(
        {ErrorCode::kInvalidArgument,
         fmt::format(
             "strategy {} has none of the methods on_start, on_bar, on_order, on_fill, on_timer, on_open, on_stop",
             name_)});
}

PythonStrategy::~PythonStrategy() { detach(); }

void PythonStrategy::on_start(engine::Context& ctx) {
    ctx_ = &ctx;
    thread_ = PyThread_get_thread_ident();
    try {
        make_objects();
        if (!enter(only_instrument())) return keep_exception("on_start");
        if (options_.share_output) std::fflush(stdout);
        const Hook hook(instance_, "on_start");
        if (hook.is_set() && !hook(context_.ptr())) return keep_exception("on_start");
        on_bar_ = Hook(instance_, "on_bar");
        on_order_ = Hook(instance_, "on_order");
        on_fill_ = Hook(instance_, "on_fill");
        on_timer_ = Hook(instance_, "on_timer");
        on_open_ = Hook(instance_, "on_open");
    } catch (nb::python_error& error) {
        error.restore();
        keep_exception("on_start");
    }
}

void PythonStrategy::make_objects() {
    nb::list symbols;
    for (const Instrument& instrument : ctx_->instruments()) {
        symbols_.push_back(interned(instrument.symbol));
        symbols.append(symbols_.back());
    }
    constexpr auto kNone = std::numeric_limits<SeriesIndex>::max();
    shortest_.assign(symbols_.size(), kNone);
    for (SeriesIndex series = 0; series < ctx_->series_count(); ++series) {
        const Series& info = ctx_->series(series);
        SeriesIndex& shortest = shortest_[info.instrument];
        if (shortest == kNone || info.timeframe < ctx_->series(shortest).timeframe) shortest = series;
        timeframes_.push_back(interned(info.timeframe.text()));
        bars_.push_back(owned(make_bar(symbols_[info.instrument].ptr(), timeframes_.back().ptr())));
        const bool lies = series < options_.memory.size() && options_.memory[series] != nullptr;
        histories_.push_back(lies ? SeriesHistory(options_.memory[series]) : SeriesHistory());
    }
    context_ = owned(make_context(*this, nb::tuple(symbols).ptr()));
}

void PythonStrategy::on_bar(engine::Context& ctx, const BarView& bar) {
    if (!on_bar_.is_set() || failed_) return;
    series_ = bar.series();
    nb::object& object = bars_[bar.series()];
    bool ready = fill_bar(as_bar(object), bar);
    if (account_changed_ || instrument_ != bar.instrument()) ready = ready && refresh(bar.instrument());
    if (ctx.now_ns() != refreshed_ns_) ready = ready && refresh_lines();
    if (!ready || !on_bar_(context_.ptr(), object.ptr())) [[unlikely]]
        return keep_exception("on_bar");
    if (Py_REFCNT(object.ptr()) == 1) [[likely]]
        return;
    // Somebody kept the bar: it stays as it is, and the next one gets an object of its own.
    BarObject* const fresh = make_bar(as_bar(object)->symbol, as_bar(object)->timeframe);
    if (fresh == nullptr) return keep_exception("on_bar");
    object = nb::steal(reinterpret_cast<PyObject*>(fresh));
}

void PythonStrategy::on_order(engine::Context& ctx, const OrderUpdate& update) {
    account_changed_ = true;
    if (!on_order_.is_set() || failed_) return;
    const Order& order = ctx.order(update.order_id);
    const InstrumentIndex instrument = order.request.instrument;
    if (!enter(instrument)) return keep_exception("on_order");
    call(on_order_, "on_order",
         make_order(order, update, ctx.client_id(order.id), ctx.instrument(instrument), symbols_[instrument].ptr()));
}

void PythonStrategy::on_fill(engine::Context& ctx, const Fill& fill) {
    account_changed_ = true;
    if (!on_fill_.is_set() || failed_) return;
    if (!enter(fill.instrument)) return keep_exception("on_fill");
    call(on_fill_, "on_fill", make_fill(fill, ctx.instrument(fill.instrument), symbols_[fill.instrument].ptr()));
}

void PythonStrategy::on_timer(engine::Context& /*ctx*/, const Timer& timer) {
    if (!on_timer_.is_set() || failed_) return;
    if (!enter(only_instrument())) return keep_exception("on_timer");
    call(on_timer_, "on_timer", make_timer(timer));
}

void PythonStrategy::on_open(engine::Context& ctx, SeriesIndex series, double open) {
    if (!on_open_.is_set() || failed_) return;
    if (!enter(ctx.series(series).instrument)) return keep_exception("on_open");
    call(on_open_, "on_open", PyFloat_FromDouble(open));
}

void PythonStrategy::on_stop(engine::Context& /*ctx*/) {
    if (failed_) return;
    try {
        if (!enter(only_instrument())) return keep_exception("on_stop");
        const Hook hook(instance_, "on_stop");
        if (hook.is_set() && !hook(context_.ptr())) return keep_exception("on_stop");
        if (options_.share_output) nb::module_::import_("sys").attr("stdout").attr("flush")();
    } catch (nb::python_error& error) {
        error.restore();
        return keep_exception("on_stop");
    }
    detach();
}

BarRows PythonStrategy::bars(SeriesIndex series) { return histories_[series].rows(ctx_->bars(series)); }

PyObject* PythonStrategy::add_line(const engine::Line& line) {
    LineObject* const object = make_line(line);
    if (object == nullptr) return nullptr;
    lines_.push_back(nb::borrow(reinterpret_cast<PyObject*>(object)));
    return reinterpret_cast<PyObject*>(object);
}

/// Steals `argument`, which may be null with an exception set.
void PythonStrategy::call(const Hook& hook, const char* method, PyObject* argument) {
    const nb::object held = nb::steal(argument);
    if (argument == nullptr || !hook(context_.ptr(), argument)) keep_exception(method);
}

bool PythonStrategy::refresh(std::optional<InstrumentIndex> instrument) {
    instrument_ = instrument;
    ContextObject* const context = as_context(context_);
    double position = 0;
    if (instrument) position = to_double(ctx_->position(*instrument), ctx_->instrument(*instrument).scale);
    if (!store_float(context->position, position)) return false;
    const bool cash_changed = account_changed_ || ctx_->account().assets().quotes() > 1;
    if (cash_changed && !store_float(context->cash, ctx_->cash(instrument.value_or(0)).to_double())) return false;
    account_changed_ = false;
    return ctx_->now_ns() == refreshed_ns_ || refresh_lines();
}

bool PythonStrategy::enter(std::optional<InstrumentIndex> instrument) {
    series_ = instrument ? std::optional(shortest_[*instrument]) : std::nullopt;
    return refresh(instrument);
}

std::optional<InstrumentIndex> PythonStrategy::only_instrument() const {
    return symbols_.size() == 1 ? std::optional<InstrumentIndex>(0) : std::nullopt;
}

bool PythonStrategy::refresh_lines() {
    refreshed_ns_ = ctx_->now_ns();
    for (const nb::object& line : lines_) {
        if (!refresh_line(as_line(line))) return false;
    }
    return true;
}

/// Ends the run with the exception that is set.
void PythonStrategy::keep_exception(const char* method) {
    failed_ = true;
    const Error error = error_of(options_.exception->emplace());
    const bool interrupted = error.code == ErrorCode::kInterrupted;
    ctx_->fail(
        {interrupted ? error.code : ErrorCode::kStrategyFailed,
         interrupted ? error.message : fmt::format("strategy {} failed in {}: {}", name_, method, error.message)});
    detach();
}

/// Cuts the objects that Python may keep from the run.
void PythonStrategy::detach() {
    if (context_.is_valid()) as_context(context_)->strategy = nullptr;
    for (const nb::object& line : lines_) as_line(line)->running = false;
}

}  // namespace ct::python
