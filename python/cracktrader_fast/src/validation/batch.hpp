#pragma once

#include "strategy/python.hpp"
#include "validation/order_arguments.hpp"

namespace ct::python {

/// A column of numbers: an array, or one number for all; null data for none.
struct NumberColumn {
    nb::object array;  ///< keeps the memory
    const double* data = nullptr;
    Py_ssize_t stride = 0;  ///< in numbers; 0 for one number

    [[nodiscard]] double operator[](Py_ssize_t row) const { return data[row * stride]; }
};

/// The arguments of validate_orders, read.
struct BatchArguments {
    OrderArguments shared;  ///< what all orders have in common
    NumberColumn sizes;
    NumberColumn prices;
    NumberColumn stop_prices;
    Py_ssize_t rows = 0;
};

/// Throws nb::python_error.
BatchArguments read_batch_call(PyObject* const* args, Py_ssize_t count, PyObject* names);

/// The codes as a numpy array of uint8. Throws nb::python_error.
PyObject* run_batch(const BatchArguments& arguments);

}  // namespace ct::python
