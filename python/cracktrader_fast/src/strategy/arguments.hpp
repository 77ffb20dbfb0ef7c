#pragma once

#include <array>
#include <cstddef>

#include "strategy/python.hpp"  // IWYU pragma: keep

namespace ct::python {

/// What a call was given, in the order of the parameters' names; null where nothing was given.
template <std::size_t N>
using Arguments = std::array<PyObject*, N>;

/// Sorts the arguments of a vectorcall: the first `positional` names may be given by place, all by name, the first
/// `required` must be there. Throws nb::python_error (TypeError, as Python words it).
void sort_arguments(const char* function, const char* const* names, std::size_t count, std::size_t positional,
                    std::size_t required, PyObject* const* given, Py_ssize_t given_count, PyObject* given_names,
                    PyObject** sorted);

template <std::size_t N>
Arguments<N> sort_arguments(const char* function, const std::array<const char*, N>& names, std::size_t positional,
                            std::size_t required, PyObject* const* given, Py_ssize_t given_count,
                            PyObject* given_names) {
    Arguments<N> sorted{};
    sort_arguments(function, names.data(), N, positional, required, given, given_count, given_names, sorted.data());
    return sorted;
}

}  // namespace ct::python
