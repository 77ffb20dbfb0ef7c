#include "strategy/line_object.hpp"

#include <cstddef>
#include <utility>

#include <fmt/format.h>

#include "ct/core/result.hpp"
#include "ct/engine/line.hpp"
#include "strategy/errors.hpp"
#include "strategy/python.hpp"
#include "strategy/type_spec.hpp"
#include "strategy/types.hpp"

namespace ct::python {

namespace {

LineObject* line_of(PyObject* self) { return reinterpret_cast<LineObject*>(self); }

void dealloc(PyObject* self) {
    PyTypeObject* const type = Py_TYPE(self);
    Py_XDECREF(line_of(self)->value);
    PyObject_Free(self);
    Py_DECREF(type);
}

PyObject* subscript(PyObject* self, PyObject* key) {
    const LineObject* const line = line_of(self);
    const Py_ssize_t ago = PyNumber_AsSsize_t(key, PyExc_IndexError);
    if (ago == -1 && PyErr_Occurred() != nullptr) return nullptr;
    if (ago == 0) return Py_NewRef(line->value);
    if (ago < 0 || std::cmp_greater_equal(ago, engine::kLineHistory)) {
        PyErr_Format(PyExc_IndexError, "line[%zd]: bars ago count from 0 (the current bar) to %zu", ago,
                     engine::kLineHistory - 1);
        return nullptr;
    }
    if (!line->running)
        return set_error({ErrorCode::kInvalidArgument, "the run of this line is over: only line[0] is left"});
    return PyFloat_FromDouble(line->line[static_cast<std::size_t>(ago)]);
}

PyObject* to_float(PyObject* self) { return Py_NewRef(line_of(self)->value); }

PyObject* repr(PyObject* self) { return PyUnicode_FromFormat("Line(%R)", line_of(self)->value); }

PyMemberDef members[] = {
    {"value", T_OBJECT_EX, offsetof(LineObject, value), READONLY,
     "The value at the current bar; NaN while the indicator has too few bars."},
    {nullptr, 0, 0, 0, nullptr},
};

}  // namespace

PyTypeObject* make_line_type() {
    static PyType_Slot slots[] = {
        {Py_tp_dealloc, reinterpret_cast<void*>(dealloc)},
        {Py_tp_repr, reinterpret_cast<void*>(repr)},
        {Py_mp_subscript, reinterpret_cast<void*>(subscript)},
        {Py_nb_float, reinterpret_cast<void*>(to_float)},
        {Py_tp_members, members},
        {Py_tp_doc, doc_slot("An indicator's line: `line.value` or `line[0]` is its value at the current bar, "
                             "`line[3]` three bars ago, as far as 255 bars back.")},
        {0, nullptr},
    };
    return make_type<LineObject>("cracktrader_fast.Line", slots);
}

LineObject* make_line(const engine::Line& line) {
    auto* const object = PyObject_New(LineObject, types().line);
    if (object == nullptr) return nullptr;
    object->line = line;
    object->running = true;
    object->value = PyFloat_FromDouble(line.value());
    if (object->value != nullptr) return object;
    Py_DECREF(object);
    return nullptr;
}

}  // namespace ct::python
