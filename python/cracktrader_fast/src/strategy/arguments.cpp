#include "strategy/arguments.hpp"

#include <cstddef>

#include "strategy/python.hpp"

namespace ct::python {

namespace {

std::size_t find(const char* const* names, std::size_t count, PyObject* name) {
    for (std::size_t i = 0; i < count; ++i) {
        if (PyUnicode_CompareWithASCIIString(name, names[i]) == 0) return i;
    }
    return count;
}

}  // namespace

void sort_arguments(const char* function, const char* const* names, std::size_t count, std::size_t positional,
                    std::size_t required, PyObject* const* given, Py_ssize_t given_count, PyObject* given_names,
                    PyObject** sorted) {
    const auto placed = static_cast<std::size_t>(given_count);
    if (placed > positional) {
        PyErr_Format(PyExc_TypeError, "%s() takes at most %zu positional arguments, %zu were given", function,
                     positional, placed);
        throw nb::python_error();
    }
    for (std::size_t i = 0; i < placed; ++i) sorted[i] = given[i];
    const Py_ssize_t named = given_names == nullptr ? 0 : PyTuple_GET_SIZE(given_names);
    for (Py_ssize_t i = 0; i < named; ++i) {
        PyObject* const name = PyTuple_GET_ITEM(given_names, i);
        const std::size_t at = find(names, count, name);
        if (at == count) {
            PyErr_Format(PyExc_TypeError, "%s() got an unexpected keyword argument %R", function, name);
            throw nb::python_error();
        }
        if (sorted[at] != nullptr) {
            PyErr_Format(PyExc_TypeError, "%s() got multiple values for argument '%s'", function, names[at]);
            throw nb::python_error();
        }
        sorted[at] = given[given_count + i];
    }
    for (std::size_t i = 0; i < required; ++i) {
        if (sorted[i] != nullptr) continue;
        PyErr_Format(PyExc_TypeError, "%s() missing required argument '%s'", function, names[i]);
        throw nb::python_error();
    }
}

}  // namespace ct::python
