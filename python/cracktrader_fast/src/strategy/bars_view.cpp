#include "strategy/bars_view.hpp"

#include <cstddef>
#include <memory>
#include <new>
#include <span>

#include "ct/core/bar.hpp"
#include "strategy/bar_memory.hpp"
#include "strategy/column.hpp"
#include "strategy/errors.hpp"
#include "strategy/python.hpp"
#include "strategy/type_spec.hpp"
#include "strategy/types.hpp"

namespace ct::python {

namespace {

struct BarsViewObject {
    PyObject_HEAD BarRows* rows;  ///< owned
    PyObject* symbol;
    PyObject* timeframe;
};

BarsViewObject* view_of(PyObject* self) { return reinterpret_cast<BarsViewObject*>(self); }

void dealloc(PyObject* self) {
    PyTypeObject* const type = Py_TYPE(self);
    BarsViewObject* const view = view_of(self);
    delete view->rows;
    Py_DECREF(view->symbol);
    Py_DECREF(view->timeframe);
    PyObject_Free(self);
    Py_DECREF(type);
}

/// Gives a column of the view. The closure says which.
using ColumnMember = std::span<const double> BarColumns::*;
constexpr ColumnMember kColumns[] = {&BarColumns::open, &BarColumns::high, &BarColumns::low, &BarColumns::close,
                                     &BarColumns::volume};

PyObject* get_column(PyObject* self, void* closure) {
    const auto& [memory, begin, end] = *view_of(self)->rows;
    const auto values = memory->columns().*(*static_cast<const ColumnMember*>(closure));
    return make_array(memory, values.subspan(begin, end - begin));
}

PyObject* get_time_ms(PyObject* self, void* /*closure*/) {
    return guarded([&] {
        const auto& [memory, begin, end] = *view_of(self)->rows;
        return make_array(memory, {memory->time_ms(end) + begin, end - begin});
    });
}

Py_ssize_t length(PyObject* self) {
    const BarRows& rows = *view_of(self)->rows;
    return static_cast<Py_ssize_t>(rows.end - rows.begin);
}

PyObject* repr(PyObject* self) {
    const BarsViewObject* const view = view_of(self);
    return PyUnicode_FromFormat("BarsView(%U %U, %zd bars)", view->symbol, view->timeframe, length(self));
}

void* column_closure(std::size_t index) {
    return const_cast<ColumnMember*>(&kColumns[index]);  // NOLINT(cppcoreguidelines-pro-type-const-cast)
}

PyMemberDef members[] = {
    {"symbol", T_OBJECT_EX, offsetof(BarsViewObject, symbol), READONLY, "Whose bars they are."},
    {"timeframe", T_OBJECT_EX, offsetof(BarsViewObject, timeframe), READONLY, "Their length, as in '1h'."},
    {nullptr, 0, 0, 0, nullptr},
};

}  // namespace

PyTypeObject* make_bars_view_type() {
    static PyGetSetDef properties[] = {
        {"time_ms", get_time_ms, nullptr, "Open times in milliseconds since 1970, UTC: int64.", nullptr},
        {"open", get_column, nullptr, "First prices: float64.", column_closure(0)},
        {"high", get_column, nullptr, "Highest prices: float64.", column_closure(1)},
        {"low", get_column, nullptr, "Lowest prices: float64.", column_closure(2)},
        {"close", get_column, nullptr, "Last prices: float64.", column_closure(3)},
        {"volume", get_column, nullptr, "Volumes in the base asset: float64.", column_closure(4)},
        {nullptr, nullptr, nullptr, nullptr, nullptr},
    };
    static PyType_Slot slots[] = {
        {Py_tp_dealloc, reinterpret_cast<void*>(dealloc)},
        {Py_tp_repr, reinterpret_cast<void*>(repr)},
        {Py_sq_length, reinterpret_cast<void*>(length)},
        {Py_tp_getset, properties},
        {Py_tp_members, members},
        {Py_tp_doc, doc_slot("The closed bars of a series up to now, as read-only numpy arrays of their memory: "
                             "the last row is the current bar.")},
        {0, nullptr},
    };
    return make_type<BarsViewObject>("cracktrader_fast.BarsView", slots);
}

PyObject* make_bars_view(const BarRows& rows, PyObject* symbol, PyObject* timeframe) {
    return guarded([&]() -> PyObject* {
        auto kept = std::make_unique<BarRows>(rows);
        auto* const view = PyObject_New(BarsViewObject, types().bars_view);
        if (view == nullptr) return nullptr;
        view->rows = kept.release();
        view->symbol = Py_NewRef(symbol);
        view->timeframe = Py_NewRef(timeframe);
        return reinterpret_cast<PyObject*>(view);
    });
}

}  // namespace ct::python
