#pragma once

#include "strategy/python.hpp"  // IWYU pragma: keep

namespace ct::python {

/// Makes a heap type of instances of `Object` that Python code can neither change nor call. Null with an exception set
/// on failure. Requires: slots live as long as the process.
template <class Object>
PyTypeObject* make_type(const char* name, PyType_Slot* slots) {
    PyType_Spec spec = {name, static_cast<int>(sizeof(Object)), 0,
                        Py_TPFLAGS_DEFAULT | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_IMMUTABLETYPE, slots};
    return reinterpret_cast<PyTypeObject*>(PyType_FromSpec(&spec));
}

/// A slot's doc text; the C API takes it without const and only reads it.
inline void* doc_slot(const char* text) {
    return const_cast<char*>(text);  // NOLINT(cppcoreguidelines-pro-type-const-cast)
}

}  // namespace ct::python
