#pragma once

#include "strategy/python.hpp"  // IWYU pragma: keep

namespace ct::python {

class PythonStrategy;

/// The strategy's context as Python sees it. Position and cash are slots that the run keeps up to date; everything else
/// asks the engine. After the run `strategy` is null and every call says so.
struct ContextObject {
    PyObject_HEAD PyObject* position;
    PyObject* cash;
    PyObject* symbols;  ///< a tuple
    PythonStrategy* strategy;
};

PyTypeObject* make_context_type();

/// Null with an exception set on failure. `symbols` is a tuple.
ContextObject* make_context(PythonStrategy& strategy, PyObject* symbols);

}  // namespace ct::python
