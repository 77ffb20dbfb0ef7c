// Ways to show a bar and two lines to a Python callback, each in a bare loop over arrays: what ADR 3 chose between.
// bench/python_per_bar.py builds and runs it.

#include <cstddef>
#include <string>
#include <vector>

#include <nanobind/nanobind.h>
#include <nanobind/stl/string.h>
#include <structmember.h>

namespace nb = nanobind;

namespace {

constexpr std::size_t kFields = 6;  // open, high, low, close of the bar; values of two lines
constexpr std::size_t kBarFields = 4;

/// The current row. Objects that do not hold numbers themselves read it.
const double* columns[kFields];
std::size_t current_row = 0;

// --- nanobind: classes with properties ---------------------------------------------------------------------------

struct BoundBar {};
struct BoundLine {
    std::size_t field = 0;
    [[nodiscard]] double value() const { return columns[field][current_row]; }
};

template <std::size_t Field>
double bound_field(const BoundBar& /*bar*/) {
    return columns[Field][current_row];
}

// --- hand-written types --------------------------------------------------------------------------------------------

/// Holds one float a field; a line uses the first alone.
struct Slots {
    PyObject_HEAD PyObject* values[kBarFields];
    std::size_t first_field;
};

Slots* slots_of(PyObject* self) { return reinterpret_cast<Slots*>(self); }

PyObject* get_field(PyObject* self, void* closure) {
    const auto field = slots_of(self)->first_field + *static_cast<const std::size_t*>(closure);
    return PyFloat_FromDouble(columns[field][current_row]);
}

PyObject* subscript(PyObject* self, PyObject* key) {
    const Py_ssize_t ago = PyNumber_AsSsize_t(key, PyExc_IndexError);
    if (ago < 0) return nullptr;
    return PyFloat_FromDouble(columns[slots_of(self)->first_field][current_row - static_cast<std::size_t>(ago)]);
}

PyObject* subscript_slot(PyObject* self, PyObject* key) {
    const Py_ssize_t ago = PyNumber_AsSsize_t(key, PyExc_IndexError);
    if (ago == 0) return Py_NewRef(slots_of(self)->values[0]);
    return subscript(self, key);
}

void dealloc(PyObject* self) {
    PyTypeObject* const type = Py_TYPE(self);
    for (PyObject* value : slots_of(self)->values) Py_XDECREF(value);
    PyObject_Free(self);
    Py_DECREF(type);
}

std::size_t places[kBarFields] = {0, 1, 2, 3};
PyGetSetDef properties[] = {
    {"open", get_field, nullptr, nullptr, &places[0]},  {"high", get_field, nullptr, nullptr, &places[1]},
    {"low", get_field, nullptr, nullptr, &places[2]},   {"close", get_field, nullptr, nullptr, &places[3]},
    {"value", get_field, nullptr, nullptr, &places[0]}, {nullptr, nullptr, nullptr, nullptr, nullptr},
};
PyMemberDef members[] = {
    {"open", T_OBJECT_EX, offsetof(Slots, values), READONLY, nullptr},
    {"high", T_OBJECT_EX, offsetof(Slots, values) + sizeof(PyObject*), READONLY, nullptr},
    {"low", T_OBJECT_EX, offsetof(Slots, values) + 2 * sizeof(PyObject*), READONLY, nullptr},
    {"close", T_OBJECT_EX, offsetof(Slots, values) + 3 * sizeof(PyObject*), READONLY, nullptr},
    {"value", T_OBJECT_EX, offsetof(Slots, values), READONLY, nullptr},
    {nullptr, 0, 0, 0, nullptr},
};

PyTypeObject* make_type(bool as_slots) {
    static PyType_Slot with_properties[] = {{Py_tp_dealloc, reinterpret_cast<void*>(dealloc)},
                                            {Py_mp_subscript, reinterpret_cast<void*>(subscript)},
                                            {Py_tp_getset, properties},
                                            {0, nullptr}};
    static PyType_Slot with_members[] = {{Py_tp_dealloc, reinterpret_cast<void*>(dealloc)},
                                         {Py_mp_subscript, reinterpret_cast<void*>(subscript_slot)},
                                         {Py_tp_members, members},
                                         {0, nullptr}};
    PyType_Spec spec = {"alternatives.Slots", sizeof(Slots), 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_DISALLOW_INSTANTIATION,
                        as_slots ? with_members : with_properties};
    return reinterpret_cast<PyTypeObject*>(PyType_FromSpec(&spec));
}

nb::object make_slots(PyTypeObject* type, std::size_t first_field) {
    auto* const object = PyObject_New(Slots, type);
    object->first_field = first_field;
    for (PyObject*& value : object->values) value = PyFloat_FromDouble(0);
    return nb::steal(reinterpret_cast<PyObject*>(object));
}

void store_fresh(PyObject*& slot, double value) {
    PyObject* const old = slot;
    slot = PyFloat_FromDouble(value);
    Py_DECREF(old);
}

void store_in_place(PyObject*& slot, double value) {
    if (Py_REFCNT(slot) == 1) {
        reinterpret_cast<PyFloatObject*>(slot)->ob_fval = value;
    } else {
        store_fresh(slot, value);
    }
}

struct Objects {
    nb::object bar;
    nb::object fast;
    nb::object slow;
};

/// What a row costs before the call, by kind: nothing where objects read the row when they are asked.
void leave(const Objects& /*objects*/) {}

template <void (*Store)(PyObject*&, double)>
void fill(const Objects& objects) {
    for (std::size_t i = 0; i < kBarFields; ++i) Store(slots_of(objects.bar.ptr())->values[i], columns[i][current_row]);
    Store(slots_of(objects.fast.ptr())->values[0], columns[4][current_row]);
    Store(slots_of(objects.slow.ptr())->values[0], columns[5][current_row]);
}

// --- the loop --------------------------------------------------------------------------------------------------------

void check(PyObject* result) {
    if (result == nullptr) throw nb::python_error();
    Py_DECREF(result);
}

template <void (*Refresh)(const Objects&)>
void loop(const std::string& call, std::size_t rows, const Objects& objects, const nb::object& strategy,
          const nb::object& ctx) {
    if (call == "attribute") {
        for (current_row = 0; current_row < rows; ++current_row) {
            Refresh(objects);
            strategy.attr("on_bar")(ctx, objects.bar);
        }
    } else if (call == "method") {
        const nb::object method = strategy.attr("on_bar");
        for (current_row = 0; current_row < rows; ++current_row) {
            Refresh(objects);
            method(ctx, objects.bar);
        }
    } else {
        const nb::object function = strategy.type().attr("on_bar");
        PyObject* stack[] = {nullptr, strategy.ptr(), ctx.ptr(), objects.bar.ptr()};
        for (current_row = 0; current_row < rows; ++current_row) {
            Refresh(objects);
            check(PyObject_Vectorcall(function.ptr(), stack + 1, std::size_t{3} | PY_VECTORCALL_ARGUMENTS_OFFSET,
                                      nullptr));
        }
    }
}

/// Runs strategy.on_bar(ctx, bar) over all rows. `kind` is how bar and lines are made, `call` how the method is called:
/// "attribute" looks it up each time, "method" once, "function" calls the class's function with the object in front.
void run(const std::string& kind, const std::string& call, const nb::object& strategy, const nb::object& ctx,
         const nb::object& arrays) {
    std::vector<Py_buffer> views(kFields);
    for (std::size_t i = 0; i < kFields; ++i) {
        if (PyObject_GetBuffer(nb::object(arrays[i]).ptr(), &views[i], PyBUF_ND) != 0) throw nb::python_error();
        columns[i] = static_cast<const double*>(views[i].buf);
    }
    const auto rows = static_cast<std::size_t>(views[0].len) / sizeof(double);

    Objects objects;
    if (kind == "nanobind") {
        objects = {nb::cast(BoundBar{}), nb::cast(BoundLine{4}), nb::cast(BoundLine{5})};
    } else {
        PyTypeObject* const type = make_type(kind != "getset");
        objects = {make_slots(type, 0), make_slots(type, 4), make_slots(type, 5)};
    }
    strategy.attr("fast") = objects.fast;
    strategy.attr("slow") = objects.slow;
    if (kind == "slot") {
        loop<fill<store_in_place>>(call, rows, objects, strategy, ctx);
    } else if (kind == "slot, new floats") {
        loop<fill<store_fresh>>(call, rows, objects, strategy, ctx);
    } else {
        loop<leave>(call, rows, objects, strategy, ctx);
    }
    for (Py_buffer& view : views) PyBuffer_Release(&view);
}

}  // namespace

NB_MODULE(alternatives, module) {
    nb::class_<BoundBar>(module, "Bar")
        .def_prop_ro("open", bound_field<0>)
        .def_prop_ro("high", bound_field<1>)
        .def_prop_ro("low", bound_field<2>)
        .def_prop_ro("close", bound_field<3>);
    nb::class_<BoundLine>(module, "Line")
        .def_prop_ro("value", &BoundLine::value)
        .def("__getitem__",
             [](const BoundLine& line, std::size_t ago) { return columns[line.field][current_row - ago]; });
    module.def("run", run);
}
