#include "indicators/function_object.hpp"

#include <array>
#include <cctype>
#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "ct/indicators/registry.hpp"
#include "indicators/arrays.hpp"
#include "indicators/info.hpp"
#include "indicators/numpy.hpp"
#include "strategy/errors.hpp"
#include "strategy/python.hpp"
#include "strategy/signature.hpp"
#include "strategy/text.hpp"
#include "strategy/type_spec.hpp"

namespace ct::python {

namespace {

constexpr std::size_t kMaxLines = 16;

/// The plain case: inputs are one-dimensional float64 in one piece and of one length, parameters are numbers. False
/// when it is not that.
bool run_plain(FunctionObject* function, const Signature::Given& given, PyObject** lines) {
    const Signature& signature = *function->signature;
    const indicators::IndicatorInfo& info = signature.info();
    std::array<const double*, Signature::kMaxArguments> inputs;
    npy_intp rows = 0;
    for (std::size_t k = 0; k < signature.inputs(); ++k) {
        PyObject* const input = given.values[k];
        if (!is_plain_array(input, 1)) return false;
        inputs[k] = static_cast<const double*>(PyArray_DATA(array_of(input)));
        const npy_intp size = PyArray_DIM(array_of(input), 0);
        if (size == 0 || (k > 0 && size != rows)) return false;
        rows = size;
    }
    std::array<double, Signature::kMaxArguments> parameters;
    for (std::size_t k = 0; k < signature.parameters(); ++k) {
        if (!signature.read(k, given.values[signature.inputs() + k], parameters[k])) return false;
    }
    const auto indicator = take(indicators::make(info, {parameters.data(), signature.parameters()}));
    std::array<double*, kMaxLines> outputs;
    for (std::size_t k = 0; k < info.lines.size(); ++k) {
        lines[k] = new_array({&rows, 1}, info.whole_lines);
        if (lines[k] == nullptr) throw nb::python_error();
        outputs[k] = static_cast<double*>(PyArray_DATA(array_of(lines[k])));
    }
    const auto size = static_cast<std::size_t>(rows);
    std::optional<nb::gil_scoped_release> free_gil;
    if (size >= kReleaseFrom) free_gil.emplace();
    const std::span<const double* const> columns(inputs.data(), signature.inputs());
    if (info.whole_lines) {
        run_columns(*indicator, columns, {std::vector<void*>(outputs.data(), outputs.data() + info.lines.size()), true},
                    size);
    } else {
        indicator->run(columns, {outputs.data(), info.lines.size()}, size);
    }
    return true;
}

/// All other cases are sorted out in Python.
PyObject* run_any(FunctionObject* function, const Signature::Given& given) {
    const Signature& signature = *function->signature;
    nb::list inputs;
    nb::list parameters;
    for (std::size_t k = 0; k < signature.inputs(); ++k) inputs.append(nb::borrow(given.values[k]));
    for (std::size_t k = 0; k < signature.parameters(); ++k) {
        PyObject* const value = given.values[signature.inputs() + k];
        double number = 0;
        if (signature.read(k, value, number)) {
            parameters.append(nb::float_(number));
        } else {
            parameters.append(nb::borrow(value));
        }
    }
    const auto or_none = [](PyObject* object) { return object == nullptr ? nb::none() : nb::borrow(object); };
    return nb::module_::import_("cracktrader_fast._arrays")
        .attr("run")(nb::borrow(reinterpret_cast<PyObject*>(function)), inputs, parameters, or_none(given.out),
                     or_none(given.axis))
        .release()
        .ptr();
}

PyObject* call(PyObject* self, PyObject* const* args, std::size_t count, PyObject* names) {
    return guarded([&]() -> PyObject* {
        FunctionObject* const function = function_of(self);
        Signature::Given given;
        function->signature->sort(true, args, PyVectorcall_NARGS(count), names, given);
        need_numpy();
        const std::size_t lines = function->signature->info().lines.size();
        if (given.out == nullptr && given.axis == nullptr && lines <= kMaxLines) {
            std::array<PyObject*, kMaxLines> results{};
            bool plain = false;
            try {
                plain = run_plain(function, given, results.data());
            } catch (...) {
                for (PyObject* const result : results) Py_XDECREF(result);
                throw;
            }
            if (plain) return lines == 1 ? results[0] : named_lines(function, results.data(), lines);
        }
        return run_any(function, given);
    });
}

void dealloc(PyObject* self) {
    // Never: function_for() keeps them.
    PyTypeObject* const type = Py_TYPE(self);
    PyObject_Free(self);
    Py_DECREF(type);
}

PyObject* repr(PyObject* self) {
    const Signature& signature = *function_of(self)->signature;
    return PyUnicode_FromFormat("<indicator %s(%s)>", std::string(signature.info().name).c_str(),
                                signature.text(true).c_str());
}

PyObject* get_name(PyObject* self, void* /*closure*/) { return new_text(function_of(self)->signature->info().name); }
PyObject* get_module(PyObject* /*self*/, void* /*closure*/) { return new_text("cracktrader_fast"); }
PyObject* get_signature(PyObject* self, void* /*closure*/) {
    return new_text(fmt::format("({}, *, out=None, axis=None)", function_of(self)->signature->text(true)));
}
PyObject* get_doc(PyObject* self, void* /*closure*/) {
    return guarded([&] {
        const Signature& signature = *function_of(self)->signature;
        const nb::dict info = info_dict(signature.info());
        for (std::size_t k = 0; k < signature.parameters(); ++k) {
            info["parameters"][k]["default"] = signature.default_value(k);
        }
        return nb::module_::import_("cracktrader_fast._doc").attr("doc")(info).release().ptr();
    });
}
PyObject* get_info(PyObject* self, void* /*closure*/) {
    return guarded([&] { return info_dict(function_of(self)->signature->info()).release().ptr(); });
}
PyObject* get_result_class(PyObject* self, void* /*closure*/) {
    return guarded([&] {
        FunctionObject* const function = function_of(self);
        if (function->signature->info().lines.size() == 1) return nb::none().release().ptr();
        Py_DECREF(named_lines(function, nullptr, 0));
        return Py_NewRef(function->result);
    });
}

/// A function is no method: read from a class, it is itself.
PyObject* get(PyObject* self, PyObject* /*object*/, PyObject* /*type*/) { return Py_NewRef(self); }

PyObject* reduce(PyObject* self, PyObject* /*unused*/) { return get_name(self, nullptr); }

}  // namespace

nb::tuple texts(const std::vector<std::string_view>& values) {
    nb::list list;
    for (const std::string_view value : values) list.append(nb::str(value.data(), value.size()));
    return nb::tuple(list);
}

PyObject* named_lines(FunctionObject* function, PyObject** lines, std::size_t count) {
    const nb::object values = nb::steal(PyTuple_New(static_cast<Py_ssize_t>(count)));
    for (std::size_t k = 0; k < count; ++k) PyTuple_SET_ITEM(values.ptr(), static_cast<Py_ssize_t>(k), lines[k]);
    if (function->result == nullptr) {
        const indicators::IndicatorInfo& info = function->signature->info();
        const nb::object made =
            nb::module_::import_("cracktrader_fast._arrays")
                .attr("result_class")(nb::str(info.name.data(), info.name.size()), texts(info.lines));
        function->result = Py_NewRef(made.ptr());
    }
    if (count == 0) return Py_NewRef(values.ptr());
    const nb::object arguments = nb::make_tuple(values);
    return PyTuple_Type.tp_new(reinterpret_cast<PyTypeObject*>(function->result), arguments.ptr(), nullptr);
}

namespace {

PyTypeObject* make_function_type() {
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
        {"info", get_info, nullptr, "What the registry knows of the indicator, as a dict.", nullptr},
        {"result_class", get_result_class, nullptr, "The named tuple of its lines, None for a single line.", nullptr},
        {nullptr, nullptr, nullptr, nullptr, nullptr},
    };
    static PyMethodDef methods[] = {
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
        "cracktrader_fast.Function", static_cast<int>(sizeof(FunctionObject)), 0,
        Py_TPFLAGS_DEFAULT | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_HAVE_VECTORCALL,
        slots};
    return reinterpret_cast<PyTypeObject*>(PyType_FromSpec(&spec));
}

/// Null with an exception set on failure.
PyTypeObject* function_type() {
    static PyTypeObject* const kType = make_function_type();
    return kType;
}

}  // namespace

bool is_function(PyObject* object) { return Py_TYPE(object) == function_type(); }

nb::object function_for(const indicators::IndicatorInfo& info) {
    // Never destroyed: the interpreter may end before static destructors run.
    static auto* const kFunctions = new std::map<const indicators::IndicatorInfo*, nb::object>;
    nb::object& function = (*kFunctions)[&info];
    if (function.is_valid()) return function;
    PyTypeObject* const type = function_type();
    if (type == nullptr) throw nb::python_error();
    auto signature = std::make_unique<Signature>(info);
    // cracktrader_fast.sma(prices, window=20) is older than the registry, where the default is TA-Lib's and
    // backtrader's.
    if (info.name == "sma") signature->set_default(0, 20);
    auto* const made = PyObject_New(FunctionObject, type);
    if (made == nullptr) throw nb::python_error();
    made->call = call;
    made->signature = signature.release();
    made->result = nullptr;
    function = nb::steal(reinterpret_cast<PyObject*>(made));
    return function;
}

}  // namespace ct::python
