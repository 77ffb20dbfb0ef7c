#pragma once

#include <cstddef>
#include <exception>
#include <new>
#include <string_view>
#include <utility>

#include "ct/core/result.hpp"
#include "strategy/python.hpp"

namespace ct::python {

/// Sets the Python exception that stands for an Error (the classes of cracktrader_fast._errors). Returns null, so that
/// a slot function can `return set_error(...)`.
std::nullptr_t set_error(const Error& error);

/// Throws it as nanobind's python_error. Requires: the GIL.
[[noreturn]] void throw_error(const Error& error);

/// Throws a TypeError: a call that does not fit the function. Requires: the GIL.
[[noreturn]] void throw_type_error(std::string_view text);

/// The value of a Result, or its error as a Python exception.
template <class T>
T take(Result<T>&& result) {
    if (!result) throw_error(result.error());
    return *std::move(result);
}

/// The same for a Result without a value.
inline void check(const Result<void>& result) {
    if (!result) throw_error(result.error());
}

/// The Error that stands for a Python exception: its own code and sentence where it is one of ours, kInterrupted for a
/// KeyboardInterrupt, else kStrategyFailed and "ValueError: ...". Leaves no exception set. Requires: the GIL.
Error error_of(const nb::python_error& exception);

/// Runs a function body that may throw (nanobind, memory) behind a C callback: null with an exception set on failure.
template <class Body>
PyObject* guarded(const Body& body) noexcept {
    try {
        return body();
    } catch (nb::python_error& error) {
        error.restore();
    } catch (const std::bad_alloc&) {
        PyErr_NoMemory();
    } catch (const std::exception& error) {
        PyErr_SetString(PyExc_RuntimeError, error.what());
    }
    return nullptr;
}

}  // namespace ct::python
