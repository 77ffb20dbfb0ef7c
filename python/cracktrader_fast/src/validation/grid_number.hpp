#pragma once

#include <cstdint>

#include "ct/core/int128.hpp"
#include "ct/core/money.hpp"
#include "ct/core/rate.hpp"
#include "ct/risk/order_check.hpp"
#include "strategy/python.hpp"

namespace ct::python {

/// A number on a grid of 10^-decimals: the count below it and what is left. What is no positive number (NaN, an
/// infinity, a negative one) has count -1; what does not fit, one more than kMostCount.
struct GridNumber {
    std::int64_t count = 0;
    risk::Rest rest = risk::Rest::kNone;
};

/// The type in which a number was given, and in which the numbers about it go back.
enum class NumberType : std::uint8_t { kFloat, kText, kDecimal };

/// Reads a float by its shortest text, an int, a Decimal or text as written. `what` names it in messages. Throws
/// nb::python_error: InvalidArgument for what is no number, Overflow for more than 38 digits.
GridNumber read_grid(PyObject* value, int decimals, const char* what);
NumberType type_of(PyObject* value);

/// The same of a float for which the rest is only told from nothing, not from its half.
GridNumber read_grid_fast(double value, int decimals);

/// An amount of money, exact. Throws nb::python_error.
Money read_money(PyObject* value, const char* what);
Rate read_rate(PyObject* value, const char* what);

/// count x 10^-decimals as a Python object of a type; a Decimal where no float is exact.
nb::object number_object(int128 count, int decimals, NumberType type);

}  // namespace ct::python
