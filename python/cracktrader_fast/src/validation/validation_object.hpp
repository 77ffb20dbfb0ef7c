#pragma once

#include "ct/risk/round_order.hpp"
#include "ct/risk/validate.hpp"
#include "strategy/python.hpp"
#include "validation/order_arguments.hpp"

namespace ct::python {

/// Makes the types of the results and adds them to the module. Throws nb::python_error.
void make_validation_types(nb::module_& module);

/// The result of validate_order. Throws nb::python_error.
PyObject* make_validation(const OrderArguments& arguments, const risk::Validation& validation);
/// Of an unknown symbol.
PyObject* make_unknown_symbol(PyObject* symbol);
/// The result of round_order. Throws nb::python_error.
PyObject* make_rounded(const OrderArguments& arguments, const risk::Rounded& rounded);

}  // namespace ct::python
