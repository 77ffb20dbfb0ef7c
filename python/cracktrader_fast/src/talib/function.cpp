#include "talib/function.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <nanobind/stl/string.h>
#include <nanobind/stl/tuple.h>
#include <nanobind/stl/vector.h>

#include "ct/indicators/registry.hpp"
#include "indicators/numpy.hpp"
#include "strategy/errors.hpp"
#include "strategy/python.hpp"
#include "strategy/text.hpp"

namespace ct::python::talib {

namespace {

PyObject* call(PyObject* self, PyObject* const* args, std::size_t count, PyObject* names) {
    return guarded([&] {
        Given given;
        sort(function_of(self), args, static_cast<std::size_t>(PyVectorcall_NARGS(count)), names, given);
        need_numpy();
        return run(self, given);
    });
}

/// lookback(*parameters): how many first rows have no value; -1 for parameters out of bounds.
PyObject* lookback(PyObject* self, PyObject* const* args, Py_ssize_t count) {
    return guarded([&] {
        const Function& function = function_of(self);
        Given given;
        for (std::size_t k = 0; k < function.parameters.size(); ++k) {
            const Parameter& parameter = function.parameters[k];
            given.parameters[k] =
                std::cmp_less(k, count) ? read_parameter(parameter, args[k]) : parameter.default_value;
        }
        if (!within_bounds(function, given)) return PyLong_FromLong(-1);
        return PyLong_FromSize_t(make_indicator(function, given)->lead_in() + function.masked);
    });
}

void dealloc(PyObject* self) {
    PyTypeObject* const type = Py_TYPE(self);
    delete &function_of(self);
    PyObject_Free(self);
    Py_DECREF(type);
}

PyObject* repr(PyObject* self) { return PyUnicode_FromFormat("<function %U>", function_of(self).name.ptr()); }
PyObject* get_name(PyObject* self, void* /*closure*/) { return Py_NewRef(function_of(self).name.ptr()); }
PyObject* get_module(PyObject* /*self*/, void* /*closure*/) { return PyUnicode_FromString("cracktrader.talib"); }
PyObject* get_signature(PyObject* self, void* /*closure*/) { return Py_NewRef(function_of(self).signature.ptr()); }
PyObject* get_doc(PyObject* self, void* /*closure*/) { return Py_NewRef(function_of(self).doc.ptr()); }
PyObject* get_indicator(PyObject* self, void* /*closure*/) { return new_text(function_of(self).info->name); }
PyObject* get_masked(PyObject* self, void* /*closure*/) { return PyLong_FromSize_t(function_of(self).masked); }
PyObject* get_composed(PyObject* self, void* /*closure*/) { return Py_NewRef(function_of(self).composed.ptr()); }

int set_masked(PyObject* self, PyObject* value, void* /*closure*/) {
    const std::size_t rows = value == nullptr ? 0 : PyLong_AsSize_t(value);
    if (PyErr_Occurred() != nullptr) return -1;
    function_of(self).masked = rows;
    return 0;
}

int set_composed(PyObject* self, PyObject* value, void* /*closure*/) {
    function_of(self).composed = value == nullptr ? nb::none() : nb::borrow(value);
    return 0;
}

/// A function is no method: read from a class, it is itself.
PyObject* get(PyObject* self, PyObject* /*object*/, PyObject* /*type*/) { return Py_NewRef(self); }

PyObject* reduce(PyObject* self, PyObject* /*unused*/) { return get_name(self, nullptr); }

PyTypeObject* make_type() {
    static PyMemberDef members[] = {
        {"__vectorcalloffset__", T_PYSSIZET, offsetof(FunctionObject, call), READONLY, nullptr},
        {nullptr, 0, 0, 0, nullptr},
    };
    static PyGetSetDef properties[] = {
        {"__name__", get_name, nullptr, nullptr, nullptr},
        {"__qualname__", get_name, nullptr, nullptr, nullptr},
        {"__module__", get_module, nullptr, nullptr, nullptr},
        {"__text_signature__", get_signature, nullptr, nullptr, nullptr},
        {"__doc__", get_doc, nullptr, nullptr, nullptr},
        {"indicator", get_indicator, nullptr, "The name of the indicator that computes it.", nullptr},
        {"masked", get_masked, set_masked, "Rows by which the lines begin later, for an unstable period.", nullptr},
        {"composed", get_composed, set_composed, "What computes the lines instead, for unstable periods.", nullptr},
        {nullptr, nullptr, nullptr, nullptr, nullptr},
    };
    static PyMethodDef methods[] = {
        {"lookback", reinterpret_cast<PyCFunction>(reinterpret_cast<void (*)()>(lookback)), METH_FASTCALL,
         "lookback(*parameters): how many first rows have no value; -1 for parameters out of bounds."},
        {"__reduce__", reduce, METH_NOARGS, nullptr},
        {nullptr, nullptr, 0, nullptr},
    };
    static PyType_Slot slots[] = {
        {Py_tp_dealloc, reinterpret_cast<void*>(dealloc)},
        {Py_tp_call, reinterpret_cast<void*>(PyVectorcall_Call)},
        {Py_tp_repr, reinterpret_cast<void*>(repr)},
        {Py_tp_descr_get, reinterpret_cast<void*>(get)},
        {Py_tp_members, members},
        {Py_tp_getset, properties},
        {Py_tp_methods, methods},
        {0, nullptr},
    };
    PyType_Spec spec = {
        "cracktrader.talib.NativeFunction", static_cast<int>(sizeof(FunctionObject)), 0,
        Py_TPFLAGS_DEFAULT | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_HAVE_VECTORCALL,
        slots};
    return reinterpret_cast<PyTypeObject*>(PyType_FromSpec(&spec));
}

using ParameterRow = std::tuple<std::string, double, double, double, bool>;

/// What cracktrader.talib says of a function: its arguments, the indicator that computes it, what its outputs are.
nb::object make_function(const std::string& name, const std::string& indicator, const std::vector<std::string>& inputs,
                         const std::vector<ParameterRow>& parameters, std::size_t taken,
                         const std::vector<double>& fixed, const std::vector<std::string>& outputs, bool poisoned,
                         bool ordered, nb::str signature, nb::str doc, nb::object convert) {
    auto made = std::make_unique<Function>();
    made->name = interned(name);
    made->info = take(indicators::find(indicator));
    made->inputs = inputs.size();
    for (const std::string& input : inputs) made->arguments.push_back(interned(input));
    for (const auto& [parameter, default_value, min, max, whole] : parameters) {
        made->arguments.push_back(interned(parameter));
        made->parameters.push_back({default_value, min, max, whole});
    }
    made->taken = taken;
    made->fixed = fixed;
    for (const std::string& kind : outputs) {
        made->outputs.push_back(kind == "real"      ? OutputKind::kReal
                                : kind == "integer" ? OutputKind::kInteger
                                                    : OutputKind::kRow);
    }
    made->poisoned = poisoned;
    made->ordered = ordered;
    made->signature = std::move(signature);
    made->doc = std::move(doc);
    made->convert = std::move(convert);
    const auto& info = *made->info;
    if (info.inputs.size() != inputs.size() || info.lines.size() != outputs.size() ||
        info.parameters.size() < taken + fixed.size() || parameters.size() < taken || inputs.size() > Given::kMax ||
        parameters.size() > Given::kMax || fixed.size() > Given::kMax || outputs.size() > kMaxLines)
        refuse("the indicator " + std::string(info.name) + " does not compute " + name);
    static PyTypeObject* const kType = make_type();
    if (kType == nullptr) throw nb::python_error();
    auto* const object = PyObject_New(FunctionObject, kType);
    if (object == nullptr) throw nb::python_error();
    object->call = call;
    object->function = made.release();
    return nb::steal(reinterpret_cast<PyObject*>(object));
}

}  // namespace

void bind(nb::module_& module) {
    module.def("talib_function", make_function, nb::arg("name"), nb::arg("indicator"), nb::arg("inputs"),
               nb::arg("parameters"), nb::arg("taken"), nb::arg("fixed"), nb::arg("outputs"), nb::arg("poisoned"),
               nb::arg("ordered"), nb::arg("signature"), nb::arg("doc"), nb::arg("convert"));
}

}  // namespace ct::python::talib
