#pragma once

/// numpy's C interface. It is imported at the first array, so that the module starts without numpy.

#include "strategy/python.hpp"  // IWYU pragma: keep

#define NPY_NO_DEPRECATED_API NPY_1_22_API_VERSION
#define PY_ARRAY_UNIQUE_SYMBOL CT_NUMPY_API
#ifndef CT_IMPORTS_NUMPY
#define NO_IMPORT_ARRAY
#endif
#include <numpy/arrayobject.h>  // IWYU pragma: export

namespace ct::python {

/// Must be called before anything of numpy's is. Throws nb::python_error.
void need_numpy();

inline PyArrayObject* array_of(PyObject* object) { return reinterpret_cast<PyArrayObject*>(object); }

/// An array of float64 in one piece, in this machine's order. Requires: need_numpy().
inline bool is_plain_array(PyObject* object, int dimensions) {
    if (!PyArray_CheckExact(object)) return false;
    PyArrayObject* const array = array_of(object);
    return PyArray_NDIM(array) == dimensions && PyArray_TYPE(array) == NPY_DOUBLE && PyArray_ISCARRAY_RO(array);
}

}  // namespace ct::python
