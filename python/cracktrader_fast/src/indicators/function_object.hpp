#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "ct/indicators/registry.hpp"
#include "strategy/python.hpp"
#include "strategy/signature.hpp"

namespace ct::python {

/// A function of an indicator: sma(close, period=20).
struct FunctionObject {
    PyObject_HEAD vectorcallfunc call;
    const Signature* signature;
    PyObject* result;  ///< the class of its named tuples, made at the first call; null for a single line
};

inline FunctionObject* function_of(PyObject* object) { return reinterpret_cast<FunctionObject*>(object); }

/// Whether an object is one.
bool is_function(PyObject* object);

/// The function of an indicator: one object each for the life of the process. Throws nb::python_error.
nb::object function_for(const indicators::IndicatorInfo& info);

/// The value of an indicator with several lines, of as many objects, which it takes over. Throws nb::python_error.
PyObject* named_lines(FunctionObject* function, PyObject** lines, std::size_t count);

/// Names as a tuple.
nb::tuple texts(const std::vector<std::string_view>& values);

}  // namespace ct::python
