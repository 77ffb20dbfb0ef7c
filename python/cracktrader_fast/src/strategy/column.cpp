#include "strategy/column.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <span>
#include <utility>

#include "strategy/errors.hpp"
#include "strategy/python.hpp"
#include "strategy/type_spec.hpp"
#include "strategy/types.hpp"

namespace ct::python {

namespace {

constexpr Py_ssize_t kItemBytes = 8;

/// True when a request for a buffer has all bits of a flag.
bool asks(int flags, int flag) {
    return (static_cast<unsigned>(flags) & static_cast<unsigned>(flag)) == static_cast<unsigned>(flag);
}

struct ColumnObject {
    PyObject_HEAD std::shared_ptr<const void> owner;
    const void* data;
    Py_ssize_t rows;
    Py_ssize_t stride;
    char format[2];
};

ColumnObject* column_of(PyObject* self) { return reinterpret_cast<ColumnObject*>(self); }

void dealloc(PyObject* self) {
    PyTypeObject* const type = Py_TYPE(self);
    column_of(self)->owner.~shared_ptr();
    PyObject_Free(self);
    Py_DECREF(type);
}

int get_buffer(PyObject* self, Py_buffer* view, int flags) {
    if (asks(flags, PyBUF_WRITABLE)) {
        PyErr_SetString(PyExc_BufferError, "bars and results are read-only");
        view->obj = nullptr;
        return -1;
    }
    ColumnObject* const column = column_of(self);
    // PEP 3118 has one type for readable and writable memory.
    view->buf = const_cast<void*>(column->data);  // NOLINT(cppcoreguidelines-pro-type-const-cast)
    view->obj = Py_NewRef(self);
    view->len = column->rows * kItemBytes;
    view->itemsize = kItemBytes;
    view->readonly = 1;
    view->ndim = 1;
    view->format = asks(flags, PyBUF_FORMAT) ? column->format : nullptr;
    view->shape = asks(flags, PyBUF_ND) ? &column->rows : nullptr;
    view->strides = asks(flags, PyBUF_STRIDES) ? &column->stride : nullptr;
    view->suboffsets = nullptr;
    view->internal = nullptr;
    return 0;
}

Py_ssize_t length(PyObject* self) { return column_of(self)->rows; }

/// numpy.frombuffer and two dtypes, taken at the first array.
struct Numpy {
    nb::object frombuffer;
    nb::object empty;
    nb::object float64;
    nb::object int64;
};

const Numpy& numpy() {
    // Never released: the interpreter may end before static destructors run.
    static const Numpy* const kNumpy = [] {
        const nb::module_ module = nb::module_::import_("numpy");
        return new Numpy{module.attr("frombuffer"), module.attr("empty"), module.attr("dtype")("float64"),
                         module.attr("dtype")("int64")};
    }();
    return *kNumpy;
}

PyObject* make(std::shared_ptr<const void> owner, const void* data, std::size_t rows, char format) {
    return guarded([&]() -> PyObject* {
        const nb::object& dtype = format == 'd' ? numpy().float64 : numpy().int64;
        if (rows == 0) {
            PyObject* const zero_and_type[] = {nb::int_(0).release().ptr(), dtype.ptr()};
            const nb::object zero = nb::steal(zero_and_type[0]);
            return PyObject_Vectorcall(numpy().empty.ptr(), zero_and_type, 2, nullptr);
        }
        auto* const column = PyObject_New(ColumnObject, types().column);
        if (column == nullptr) return nullptr;
        new (&column->owner) std::shared_ptr<const void>(std::move(owner));
        column->data = data;
        column->rows = static_cast<Py_ssize_t>(rows);
        column->stride = kItemBytes;
        column->format[0] = format;
        column->format[1] = '\0';
        const nb::object held = nb::steal(reinterpret_cast<PyObject*>(column));
        PyObject* const arguments[] = {held.ptr(), dtype.ptr()};
        return PyObject_Vectorcall(numpy().frombuffer.ptr(), arguments, 2, nullptr);
    });
}

}  // namespace

PyTypeObject* make_column_type() {
    static PyType_Slot slots[] = {
        {Py_tp_dealloc, reinterpret_cast<void*>(dealloc)},
        {Py_bf_getbuffer, reinterpret_cast<void*>(get_buffer)},
        {Py_sq_length, reinterpret_cast<void*>(length)},
        {0, nullptr},
    };
    return make_type<ColumnObject>("cracktrader_fast._Column", slots);
}

PyObject* make_array(std::shared_ptr<const void> owner, std::span<const double> values) {
    return make(std::move(owner), values.data(), values.size(), 'd');
}

PyObject* make_array(std::shared_ptr<const void> owner, std::span<const std::int64_t> values) {
    return make(std::move(owner), values.data(), values.size(), 'q');
}

}  // namespace ct::python
