#include "strategy/signature.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "ct/core/result.hpp"
#include "ct/indicators/registry.hpp"
#include "strategy/errors.hpp"
#include "strategy/python.hpp"
#include "strategy/text.hpp"

namespace ct::python {

namespace {

/// What a function lets one write instead of an input or a parameter.
std::string_view alias_of(const indicators::IndicatorInfo& info, std::string_view name) {
    if (name == "period") return "window";
    if (name == "close" && info.inputs.size() == 1) return "prices";
    return name;
}

/// numpy's bool, datetime64 and timedelta64: they would become numbers as well.
bool is_numpy_other(PyObject* value) {
    const std::string_view type = Py_TYPE(value)->tp_name;
    return type.starts_with("numpy.bool") || type == "numpy.datetime64" || type == "numpy.timedelta64";
}

bool same_text(const nb::str& a, PyObject* b) { return a.ptr() == b || PyUnicode_Compare(a.ptr(), b) == 0; }

}  // namespace

Signature::Signature(const indicators::IndicatorInfo& info) : info_(info) {
    for (const auto& parameter : info.parameters) defaults_.push_back(parameter.default_value);
    const auto add = [&](std::string_view name) {
        names_.push_back(interned(name));
        aliases_.push_back(interned(alias_of(info, name)));
    };
    for (const std::string_view name : info.inputs) add(name);
    for (const auto& parameter : info.parameters) add(parameter.name);
    if (names_.size() > kMaxArguments) {
        throw_error(
            {ErrorCode::kInvalidArgument, fmt::format("{} has {} inputs and parameters, at most {} are possible",
                                                      info.name, names_.size(), kMaxArguments)});
    }
}

std::string Signature::text(bool with_inputs) const {
    std::string text;
    const auto add = [&](std::string_view part) {
        if (!text.empty()) text += ", ";
        text += part;
    };
    if (with_inputs) {
        for (const std::string_view name : info_.inputs) add(name);
    }
    for (std::size_t k = 0; k < parameters(); ++k) {
        const auto& parameter = info_.parameters[k];
        add(parameter.choices.empty()
                ? fmt::format("{}={}", parameter.name, defaults_[k])
                : fmt::format("{}='{}'", parameter.name, parameter.choices[static_cast<std::size_t>(defaults_[k])]));
    }
    return text;
}

std::size_t Signature::place_of(PyObject* name) const {
    for (std::size_t k = 0; k < names_.size(); ++k) {
        if (names_[k].ptr() == name || aliases_[k].ptr() == name) return k;
    }
    for (std::size_t k = 0; k < names_.size(); ++k) {
        if (same_text(names_[k], name) || same_text(aliases_[k], name)) return k;
    }
    return names_.size();
}

void Signature::sort(bool with_inputs, PyObject* const* given, Py_ssize_t count, PyObject* names, Given& sorted) const {
    const std::size_t first = with_inputs ? 0 : inputs();
    const std::size_t places = names_.size() - first;
    const auto positional = static_cast<std::size_t>(count);
    if (positional > places) {
        throw_type_error(
            fmt::format("{}() takes at most {} positional arguments ({} given)", info_.name, places, positional));
    }
    std::copy_n(given, positional, sorted.values.begin() + static_cast<std::ptrdiff_t>(first));
    const Py_ssize_t named = names == nullptr ? 0 : PyTuple_GET_SIZE(names);
    for (Py_ssize_t i = 0; i < named; ++i) {
        PyObject* const name = PyTuple_GET_ITEM(names, i);
        PyObject** to = nullptr;
        if (const std::size_t place = place_of(name); place >= first && place < names_.size()) {
            to = &sorted.values[place];
        } else if (with_inputs && PyUnicode_CompareWithASCIIString(name, "out") == 0) {
            to = &sorted.out;
        } else if (with_inputs && PyUnicode_CompareWithASCIIString(name, "axis") == 0) {
            to = &sorted.axis;
        } else {
            throw_type_error(fmt::format("{}() got an unexpected keyword argument '{}'; it takes {}{}", info_.name,
                                         text_of(name), text(with_inputs), with_inputs ? ", out, axis" : ""));
        }
        if (*to != nullptr) {
            throw_type_error(fmt::format("{}() got multiple values for argument '{}'", info_.name, text_of(name)));
        }
        *to = given[count + i];
    }
    if (!with_inputs) return;
    for (std::size_t k = 0; k < inputs(); ++k) {
        if (sorted.values[k] != nullptr) continue;
        throw_type_error(fmt::format("{}() misses the argument '{}'; it takes {}", info_.name, names_[k].c_str(),
                                     text(with_inputs)));
    }
}

std::vector<double> Signature::read_all(const Given& given) const {
    std::vector<double> numbers(parameters());
    for (std::size_t k = 0; k < numbers.size(); ++k) {
        PyObject* const value = given.values[inputs() + k];
        if (read(k, value, numbers[k])) continue;
        throw_error({ErrorCode::kInvalidArgument, fmt::format("{} of {} is a {}, expected a number",
                                                              info_.parameters[k].name, info_.name, type_name(value))});
    }
    return numbers;
}

bool Signature::read(std::size_t parameter, PyObject* value, double& number) const {
    if (value == nullptr) {
        number = defaults_[parameter];
        return true;
    }
    if (PyFloat_CheckExact(value)) {
        number = PyFloat_AS_DOUBLE(value);
        return true;
    }
    const auto& choices = info_.parameters[parameter].choices;
    if (PyUnicode_Check(value) && !choices.empty()) {
        const std::string text = text_of(value);
        const auto found = std::find(choices.begin(), choices.end(), text);
        if (found == choices.end()) {
            throw_error({ErrorCode::kInvalidArgument,
                         fmt::format("{} of {} is '{}', expected one of {}", info_.parameters[parameter].name,
                                     info_.name, text, fmt::join(choices, ", "))});
        }
        number = static_cast<double>(found - choices.begin());
        return true;
    }
    if (PyBool_Check(value) || is_numpy_other(value)) return false;
    const PyNumberMethods* const methods = Py_TYPE(value)->tp_as_number;
    const bool is_number = methods != nullptr && (methods->nb_index != nullptr || methods->nb_float != nullptr);
    if (!is_number || PySequence_Check(value)) return false;
    number = PyFloat_AsDouble(value);
    if (number != -1.0 || PyErr_Occurred() == nullptr) return true;
    if (PyErr_ExceptionMatches(PyExc_OverflowError) == 0) throw nb::python_error();
    PyErr_Clear();
    throw_error(
        {ErrorCode::kInvalidArgument, fmt::format("{} of {} is {}, which is out of all bounds",
                                                  info_.parameters[parameter].name, info_.name, text_of(value))});
}

}  // namespace ct::python
