#include "indicators/stream_object.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "ct/core/result.hpp"
#include "ct/indicators/indicator.hpp"
#include "ct/indicators/registry.hpp"
#include "indicators/arrays.hpp"
#include "indicators/function_object.hpp"
#include "indicators/numpy.hpp"
#include "indicators/sealed_state.hpp"
#include "strategy/errors.hpp"
#include "strategy/python.hpp"
#include "strategy/signature.hpp"
#include "strategy/text.hpp"
#include "strategy/type_spec.hpp"

namespace ct::python {

namespace {

struct Stream {
    nb::object function;
    std::vector<double> parameters;
    std::unique_ptr<indicators::Indicator> indicator;
    std::vector<double> values;  ///< of the lines, the last ones
    std::vector<double*> lines;
    std::vector<double> row;
    std::vector<const double*> inputs;

    [[nodiscard]] const Signature& signature() const { return *function_of(function.ptr())->signature; }
    void step() { indicator->run(inputs, lines, 1); }
};

struct StreamObject {
    PyObject_HEAD Stream* stream;
};

Stream& stream_of(PyObject* self) { return *reinterpret_cast<StreamObject*>(self)->stream; }

PyObject* wrap(PyTypeObject* type, std::unique_ptr<Stream> stream) {
    auto* const self = reinterpret_cast<StreamObject*>(type->tp_alloc(type, 0));
    if (self == nullptr) throw nb::python_error();
    self->stream = stream.release();
    return reinterpret_cast<PyObject*>(self);
}

std::unique_ptr<Stream> make_stream(nb::object function, std::vector<double> parameters,
                                    std::unique_ptr<indicators::Indicator> indicator) {
    auto stream = std::make_unique<Stream>();
    stream->values.assign(indicator->line_count(), std::nan(""));
    stream->row.resize(indicator->input_count());
    for (double& value : stream->values) stream->lines.push_back(&value);
    for (const double& value : stream->row) stream->inputs.push_back(&value);
    stream->function = std::move(function);
    stream->parameters = std::move(parameters);
    stream->indicator = std::move(indicator);
    return stream;
}

PyObject* make_new(PyTypeObject* type, PyObject* args, PyObject* keywords) {
    return guarded([&]() -> PyObject* {
        nb::object function = nb::getattr(nb::handle(reinterpret_cast<PyObject*>(type)), "indicator", nb::none());
        if (!is_function(function.ptr()))
            throw_type_error("Stream is a base class; use one of cracktrader_fast.stream, as Sma");
        const Signature& signature = *function_of(function.ptr())->signature;
        std::vector<PyObject*> given;
        given.reserve(static_cast<std::size_t>(PyTuple_GET_SIZE(args)));
        for (Py_ssize_t i = 0; i < PyTuple_GET_SIZE(args); ++i) given.push_back(PyTuple_GET_ITEM(args, i));
        nb::list names;
        if (keywords != nullptr) {
            PyObject* name = nullptr;
            PyObject* value = nullptr;
            for (Py_ssize_t at = 0; PyDict_Next(keywords, &at, &name, &value) != 0;) {
                names.append(nb::borrow(name));
                given.push_back(value);
            }
        }
        const nb::tuple name_tuple(names);
        Signature::Given sorted;
        signature.sort(false, given.data(), PyTuple_GET_SIZE(args), name_tuple.ptr(), sorted);
        std::vector<double> parameters = signature.read_all(sorted);
        auto indicator = take(indicators::make(signature.info(), parameters));
        return wrap(type, make_stream(std::move(function), std::move(parameters), std::move(indicator)));
    });
}

void dealloc(PyObject* self) {
    PyTypeObject* const type = Py_TYPE(self);
    delete reinterpret_cast<StreamObject*>(self)->stream;
    type->tp_free(self);
    Py_DECREF(type);
}

PyObject* line_value(double value, bool whole) {
    if (!whole) return PyFloat_FromDouble(value);
    return PyLong_FromLong(std::isnan(value) ? 0 : static_cast<long>(value));
}

PyObject* value_of(const Stream& stream) {
    const bool whole = stream.signature().info().whole_lines;
    const std::size_t count = stream.values.size();
    if (count == 1) return line_value(stream.values[0], whole);
    std::vector<PyObject*> values(count);
    for (std::size_t k = 0; k < count; ++k) {
        values[k] = line_value(stream.values[k], whole);
        if (values[k] == nullptr) throw nb::python_error();
    }
    return named_lines(function_of(stream.function.ptr()), values.data(), count);
}

/// Takes the row of a call.
void read_row(Stream& stream, PyObject* const* args, Py_ssize_t count) {
    if (std::cmp_not_equal(count, stream.row.size())) {
        const auto& names = stream.signature().info().inputs;
        throw_type_error(fmt::format("update() of {} takes {} ({} given)", stream.signature().info().name,
                                     fmt::join(names, ", "), count));
    }
    for (std::size_t k = 0; k < stream.row.size(); ++k) {
        PyObject* const value = args[k];
        stream.row[k] = PyFloat_CheckExact(value) ? PyFloat_AS_DOUBLE(value) : PyFloat_AsDouble(value);
        if (stream.row[k] != -1.0 || PyErr_Occurred() == nullptr) continue;
        if (PyErr_ExceptionMatches(PyExc_TypeError) == 0) throw nb::python_error();
        PyErr_Clear();
        throw_error({ErrorCode::kInvalidArgument, fmt::format("{} is a {}, expected a number",
                                                              stream.signature().info().inputs[k], type_name(value))});
    }
}

PyObject* update(PyObject* self, PyObject* const* args, Py_ssize_t count) {
    return guarded([&] {
        Stream& stream = stream_of(self);
        read_row(stream, args, count);
        stream.step();
        return value_of(stream);
    });
}

PyObject* peek(PyObject* self, PyObject* const* args, Py_ssize_t count) {
    return guarded([&] {
        Stream& stream = stream_of(self);
        read_row(stream, args, count);
        const auto before = stream.values;
        const auto indicator = stream.indicator->clone();
        indicator->run(stream.inputs, stream.lines, 1);
        const nb::object value = nb::steal(value_of(stream));
        std::copy(before.begin(), before.end(), stream.values.begin());
        return Py_NewRef(value.ptr());
    });
}

PyObject* update_many(PyObject* self, PyObject* const* args, Py_ssize_t count) {
    return guarded([&] {
        nb::list inputs;
        for (Py_ssize_t i = 0; i < count; ++i) inputs.append(nb::borrow(args[i]));
        return nb::module_::import_("cracktrader_fast._arrays")
            .attr("update_many")(nb::borrow(self), inputs)
            .release()
            .ptr();
    });
}

/// _run(inputs, lines): one-dimensional arrays that cracktrader_fast._arrays made or checked.
PyObject* run(PyObject* self, PyObject* const* args, Py_ssize_t count) {
    return guarded([&] {
        if (count != 2) throw_type_error("_run() takes inputs and lines");
        need_numpy();
        Stream& stream = stream_of(self);
        std::vector<const double*> inputs;
        Output output;
        output.whole = stream.signature().info().whole_lines;
        npy_intp rows = 0;
        for (const nb::handle array : nb::borrow<nb::list>(args[0])) {
            inputs.push_back(static_cast<const double*>(PyArray_DATA(array_of(array.ptr()))));
            rows = PyArray_DIM(array_of(array.ptr()), 0);
        }
        for (const nb::handle array : nb::borrow<nb::list>(args[1]))
            output.lines.push_back(PyArray_DATA(array_of(array.ptr())));
        // Not without the interpreter's lock: another thread could give this stream a row meanwhile.
        run_columns(*stream.indicator, inputs, output, static_cast<std::size_t>(rows));
        for (std::size_t k = 0; k < stream.values.size(); ++k) {
            const auto last = static_cast<std::size_t>(rows) - 1;
            stream.values[k] = output.whole ? static_cast<std::int32_t*>(output.lines[k])[last]
                                            : static_cast<double*>(output.lines[k])[last];
        }
        return nb::none().release().ptr();
    });
}

PyObject* copy(PyObject* self, PyObject* /*unused*/) {
    return guarded([&] {
        const Stream& stream = stream_of(self);
        auto made = make_stream(stream.function, stream.parameters, stream.indicator->clone());
        std::copy(stream.values.begin(), stream.values.end(), made->values.begin());
        return wrap(Py_TYPE(self), std::move(made));
    });
}

PyObject* deep_copy(PyObject* self, PyObject* /*memo*/) { return copy(self, nullptr); }

PyObject* save(PyObject* self, PyObject* /*unused*/) {
    return guarded([&] {
        Stream& stream = stream_of(self);
        auto bytes = stream.indicator->save();
        const auto values = std::as_bytes(std::span(stream.values));
        bytes.insert(bytes.end(), values.begin(), values.end());
        bytes = seal(stream.signature().info(), stream.parameters, std::move(bytes));
        return PyBytes_FromStringAndSize(reinterpret_cast<const char*>(bytes.data()),
                                         static_cast<Py_ssize_t>(bytes.size()));
    });
}

PyObject* restore(PyObject* self, PyObject* sealed) {
    return guarded([&]() -> PyObject* {
        Stream& stream = stream_of(self);
        if (!PyBytes_Check(sealed)) {
            throw_error({ErrorCode::kInvalidArgument,
                         fmt::format("state is a {}, expected the bytes of save()", type_name(sealed))});
        }
        const auto given =
            std::as_bytes(std::span(PyBytes_AS_STRING(sealed), static_cast<std::size_t>(PyBytes_GET_SIZE(sealed))));
        const auto values = std::as_writable_bytes(std::span(stream.values));
        const auto state = unseal(stream.signature().info(), stream.parameters, given);
        auto fresh = take(indicators::make(stream.signature().info(), stream.parameters));
        if (!state || state->size() < values.size() ||
            !fresh->restore({state->begin(), state->end() - static_cast<std::ptrdiff_t>(values.size())})) {
            throw_error({ErrorCode::kInvalidArgument,
                         fmt::format("state is not of {} with these parameters", stream.signature().info().name)});
        }
        stream.indicator = std::move(fresh);
        std::copy(state->end() - static_cast<std::ptrdiff_t>(values.size()), state->end(), values.begin());
        return nb::none().release().ptr();
    });
}

PyObject* reduce(PyObject* self, PyObject* /*unused*/) {
    return guarded([&] {
        const Stream& stream = stream_of(self);
        nb::list parameters;
        for (const double value : stream.parameters) parameters.append(nb::float_(value));
        const nb::object state = nb::steal(save(self, nullptr));
        if (!state.is_valid()) throw nb::python_error();
        return nb::make_tuple(nb::borrow(reinterpret_cast<PyObject*>(Py_TYPE(self))), nb::tuple(parameters), state)
            .release()
            .ptr();
    });
}

PyObject* repr(PyObject* self) {
    return guarded([&] {
        const Stream& stream = stream_of(self);
        const auto& info = stream.signature().info();
        std::string text;
        for (std::size_t k = 0; k < stream.parameters.size(); ++k)
            text += fmt::format("{}{}={}", k == 0 ? "" : ", ", info.parameters[k].name, stream.parameters[k]);
        return new_text(fmt::format("{}({})", Py_TYPE(self)->tp_name, text));
    });
}

PyObject* get_value(PyObject* self, void* /*closure*/) {
    return guarded([&] { return value_of(stream_of(self)); });
}
PyObject* get_lead_in(PyObject* self, void* /*closure*/) {
    return PyLong_FromSize_t(stream_of(self).indicator->lead_in());
}

template <class Function>
PyCFunction method(Function* function) {
    return reinterpret_cast<PyCFunction>(reinterpret_cast<void (*)()>(function));
}

}  // namespace

PyTypeObject* make_stream_type() {
    static PyGetSetDef properties[] = {
        {"value", get_value, nullptr, "What the last update gave: a float, or a named tuple of several lines.",
         nullptr},
        {"lead_in", get_lead_in, nullptr, "How many first updates give NaN.", nullptr},
        {nullptr, nullptr, nullptr, nullptr, nullptr},
    };
    static PyMethodDef methods[] = {
        {"update", method(update), METH_FASTCALL, "update(*inputs): takes one value of each input; gives the lines."},
        {"peek", method(peek), METH_FASTCALL, "peek(*inputs): what update() would give; changes nothing."},
        {"update_many", method(update_many), METH_FASTCALL,
         "update_many(*inputs): takes arrays, one of each input, and gives arrays, as the function does."},
        {"_run", method(run), METH_FASTCALL, nullptr},
        {"copy", copy, METH_NOARGS, "copy(): another stream that goes on from here by itself."},
        {"__copy__", copy, METH_NOARGS, nullptr},
        {"__deepcopy__", deep_copy, METH_O, nullptr},
        {"save", save, METH_NOARGS, "save(): its state as bytes of this machine's order."},
        {"restore", restore, METH_O, "restore(state): goes on from what save() of one with the same parameters gave."},
        {"__setstate__", restore, METH_O, nullptr},
        {"__reduce__", reduce, METH_NOARGS, nullptr},
        {nullptr, nullptr, 0, nullptr},
    };
    static PyType_Slot slots[] = {
        {Py_tp_new, reinterpret_cast<void*>(make_new)},
        {Py_tp_dealloc, reinterpret_cast<void*>(dealloc)},
        {Py_tp_repr, reinterpret_cast<void*>(repr)},
        {Py_tp_getset, properties},
        {Py_tp_methods, methods},
        {Py_tp_doc, doc_slot("An indicator that is given one bar after the other.")},
        {0, nullptr},
    };
    PyType_Spec spec = {"cracktrader_fast.stream.Stream", static_cast<int>(sizeof(StreamObject)), 0,
                        Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE, slots};
    return reinterpret_cast<PyTypeObject*>(PyType_FromSpec(&spec));
}

}  // namespace ct::python
