#pragma once

#include "strategy/python.hpp"

namespace ct::python {

/// The hand-written Python types. They are made once, by the module _core; other modules borrow them, so that a class
/// is the same object whoever runs a strategy.
struct Types {
    PyTypeObject* column = nullptr;
    PyTypeObject* bar = nullptr;
    PyTypeObject* line = nullptr;
    PyTypeObject* bars_view = nullptr;
    PyTypeObject* context = nullptr;
    PyTypeObject* order = nullptr;
    PyTypeObject* fill = nullptr;
    PyTypeObject* bracket = nullptr;
    PyTypeObject* timer = nullptr;
};

/// Requires: make_types or borrow_types was called in this module.
const Types& types();

/// Makes the types and adds the public ones to _core. Throws nb::python_error.
void make_types(nb::module_& core);

/// Takes the types of cracktrader_fast._core. Throws nb::python_error.
void borrow_types();

}  // namespace ct::python
