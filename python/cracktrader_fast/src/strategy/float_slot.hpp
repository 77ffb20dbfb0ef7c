#pragma once

#include "strategy/python.hpp"  // IWYU pragma: keep

namespace ct::python {

/// Puts a new value into a slot that owns a Python float. A float that nobody else holds is changed in place, which
/// costs a store; one that was kept (its count is above 1) stays as it is and a new one takes its place. Readers
/// through a T_OBJECT_EX member therefore never see a value change under them. Requires: the GIL; the slot holds an
/// exact float. Returns false with an exception set when memory is out.
inline bool store_float(PyObject*& slot, double value) {
    if (Py_REFCNT(slot) == 1) [[likely]] {
        reinterpret_cast<PyFloatObject*>(slot)->ob_fval = value;
        return true;
    }
    PyObject* const fresh = PyFloat_FromDouble(value);
    if (fresh == nullptr) return false;
    PyObject* const old = slot;
    slot = fresh;
    Py_DECREF(old);
    return true;
}

/// The value in a slot. Requires: an exact float.
inline double float_in(PyObject* slot) { return PyFloat_AS_DOUBLE(slot); }

}  // namespace ct::python
