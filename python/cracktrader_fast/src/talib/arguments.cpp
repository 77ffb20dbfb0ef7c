#include <climits>
#include <cstddef>
#include <string>

#include <fmt/format.h>

#include "strategy/errors.hpp"
#include "strategy/python.hpp"
#include "strategy/text.hpp"
#include "talib/function.hpp"

namespace ct::python::talib {

namespace {

// What stands for a parameter that was left out, in TA-Lib's own signatures.
constexpr double kNoInteger = INT_MIN;
constexpr double kNoReal = -4e37;

[[noreturn]] void throw_count(const Function& function, std::size_t count) {
    const std::size_t most = function.arguments.size();
    const bool exact = most == function.inputs;
    const std::size_t expected = count < function.inputs ? function.inputs : most;
    throw_type_error(fmt::format("{}() takes {} {} positional argument{} ({} given)", function.name.c_str(),
                                 exact                     ? "exactly"
                                 : count < function.inputs ? "at least"
                                                           : "at most",
                                 expected, expected == 1 ? "" : "s", count));
}

/// Where the argument of that name stands. Nearly always the interned names are the same objects.
std::size_t place_of(const Function& function, PyObject* name) {
    const auto& names = function.arguments;
    for (std::size_t k = 0; k < names.size(); ++k) {
        if (names[k].ptr() == name) return k;
    }
    for (std::size_t k = 0; k < names.size(); ++k) {
        if (PyUnicode_Compare(names[k].ptr(), name) == 0) return k;
    }
    throw_type_error(fmt::format("{}() got an unexpected keyword argument '{}'", function.name.c_str(), text_of(name)));
}

double read_whole(PyObject* value) {
    const PyNumberMethods* const methods = Py_TYPE(value)->tp_as_number;
    if (methods == nullptr || (methods->nb_int == nullptr && methods->nb_index == nullptr) || PyComplex_Check(value))
        throw_type_error("an integer is required");
    const nb::object number = nb::steal(PyNumber_Long(value));
    if (!number.is_valid()) throw nb::python_error();
    int overflow = 0;
    const long found = PyLong_AsLongAndOverflow(number.ptr(), &overflow);
    if (overflow != 0 || found > INT_MAX || found < INT_MIN) {
        PyErr_SetString(PyExc_OverflowError, "value too large to convert to int");
        throw nb::python_error();
    }
    return static_cast<double>(found);
}

}  // namespace

double read_parameter(const Parameter& parameter, PyObject* value) {
    if (parameter.whole) {
        const double number = read_whole(value);
        return number == kNoInteger ? parameter.default_value : number;
    }
    const double number = PyFloat_AsDouble(value);
    if (number == -1.0 && PyErr_Occurred() != nullptr) throw nb::python_error();
    return number == kNoReal ? parameter.default_value : number;
}

void sort(const Function& function, PyObject* const* args, std::size_t count, PyObject* names, Given& given) {
    const std::size_t most = function.arguments.size();
    if (count > most) throw_count(function, count);
    PyObject* values[2 * Given::kMax] = {};
    for (std::size_t k = 0; k < count; ++k) values[k] = args[k];
    const Py_ssize_t keywords = names == nullptr ? 0 : PyTuple_GET_SIZE(names);
    for (Py_ssize_t k = 0; k < keywords; ++k) {
        PyObject* const name = PyTuple_GET_ITEM(names, k);
        PyObject*& value = values[place_of(function, name)];
        if (value != nullptr) {
            throw_type_error(fmt::format("{}() got multiple values for keyword argument '{}'", function.name.c_str(),
                                         text_of(name)));
        }
        value = args[count + static_cast<std::size_t>(k)];
    }
    for (std::size_t k = 0; k < function.inputs; ++k) {
        if (values[k] == nullptr) throw_count(function, k);
        given.inputs[k] = values[k];
    }
    for (std::size_t k = 0; k < function.parameters.size(); ++k) {
        PyObject* const value = values[function.inputs + k];
        const Parameter& parameter = function.parameters[k];
        given.parameters[k] = value == nullptr ? parameter.default_value : read_parameter(parameter, value);
    }
}

bool within_bounds(const Function& function, const Given& given) {
    for (std::size_t k = 0; k < function.parameters.size(); ++k) {
        const Parameter& parameter = function.parameters[k];
        if (!(given.parameters[k] >= parameter.min && given.parameters[k] <= parameter.max)) return false;
    }
    return !function.ordered || given.parameters[0] <= given.parameters[1];
}

void check_bounds(const Function& function, const Given& given) {
    if (within_bounds(function, given)) return;
    refuse(fmt::format("TA_{} function failed with error code 2: Bad Parameter (TA_BAD_PARAM)", function.name.c_str()));
}

void refuse(const std::string& text) {
    PyErr_SetString(PyExc_Exception, text.c_str());
    throw nb::python_error();
}

}  // namespace ct::python::talib
