#include "strategy/bar_object.hpp"

#include <cstddef>

#include "ct/core/bar.hpp"
#include "ct/core/time.hpp"
#include "strategy/float_slot.hpp"
#include "strategy/python.hpp"
#include "strategy/times.hpp"
#include "strategy/type_spec.hpp"
#include "strategy/types.hpp"

namespace ct::python {

namespace {

BarObject* bar_of(PyObject* self) { return reinterpret_cast<BarObject*>(self); }

void dealloc(PyObject* self) {
    PyTypeObject* const type = Py_TYPE(self);
    BarObject* const bar = bar_of(self);
    for (PyObject* part : {bar->open, bar->high, bar->low, bar->close, bar->volume, bar->symbol, bar->timeframe}) {
        Py_XDECREF(part);
    }
    PyObject_Free(self);
    Py_DECREF(type);
}

PyObject* get_time_ms(PyObject* self, void* /*closure*/) {
    return PyLong_FromLongLong(floor_div(bar_of(self)->time_ns, kNsPerMs));
}

PyObject* get_time(PyObject* self, void* /*closure*/) { return make_datetime(bar_of(self)->time_ns); }

PyObject* repr(PyObject* self) {
    const BarObject* const bar = bar_of(self);
    return PyUnicode_FromFormat("Bar(%U %U %s open=%R high=%R low=%R close=%R volume=%R)", bar->symbol, bar->timeframe,
                                format_iso_time(bar->time_ns).c_str(), bar->open, bar->high, bar->low, bar->close,
                                bar->volume);
}

PyMemberDef members[] = {
    {"open", T_OBJECT_EX, offsetof(BarObject, open), READONLY, "First price."},
    {"high", T_OBJECT_EX, offsetof(BarObject, high), READONLY, "Highest price."},
    {"low", T_OBJECT_EX, offsetof(BarObject, low), READONLY, "Lowest price."},
    {"close", T_OBJECT_EX, offsetof(BarObject, close), READONLY, "Last price."},
    {"volume", T_OBJECT_EX, offsetof(BarObject, volume), READONLY, "Volume in the base asset."},
    {"symbol", T_OBJECT_EX, offsetof(BarObject, symbol), READONLY, "Whose bar it is, as in 'BTC/USDT'."},
    {"timeframe", T_OBJECT_EX, offsetof(BarObject, timeframe), READONLY, "Its length, as in '1h'."},
    {nullptr, 0, 0, 0, nullptr},
};

PyGetSetDef properties[] = {
    {"time_ms", get_time_ms, nullptr, "Open time in milliseconds since 1970, UTC.", nullptr},
    {"time", get_time, nullptr, "Open time as an aware datetime in UTC, to the microsecond.", nullptr},
    {nullptr, nullptr, nullptr, nullptr, nullptr},
};

}  // namespace

PyTypeObject* make_bar_type() {
    static PyType_Slot slots[] = {
        {Py_tp_dealloc, reinterpret_cast<void*>(dealloc)},
        {Py_tp_repr, reinterpret_cast<void*>(repr)},
        {Py_tp_members, members},
        {Py_tp_getset, properties},
        {Py_tp_doc, doc_slot("One closed bar. Prices and volume are floats. A bar that is kept stays as it is.")},
        {0, nullptr},
    };
    return make_type<BarObject>("cracktrader_fast.Bar", slots);
}

BarObject* make_bar(PyObject* symbol, PyObject* timeframe) {
    auto* const bar = PyObject_New(BarObject, types().bar);
    if (bar == nullptr) return nullptr;
    bar->symbol = Py_NewRef(symbol);
    bar->timeframe = Py_NewRef(timeframe);
    bar->time_ns = 0;
    bool complete = true;
    for (PyObject** number : {&bar->open, &bar->high, &bar->low, &bar->close, &bar->volume}) {
        *number = PyFloat_FromDouble(0);
        complete = complete && *number != nullptr;
    }
    if (complete) return bar;
    Py_DECREF(bar);
    return nullptr;
}

bool fill_bar(BarObject* bar, const BarView& row) {
    bar->time_ns = row.open_time_ns();
    return store_float(bar->open, row.open()) && store_float(bar->high, row.high()) &&
           store_float(bar->low, row.low()) && store_float(bar->close, row.close()) &&
           store_float(bar->volume, row.volume());
}

}  // namespace ct::python
