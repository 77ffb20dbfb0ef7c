#pragma once

#include <cstddef>

#include "strategy/python.hpp"

namespace ct::python {

/// One method of a strategy object, looked up once. A plain method is called as the function on its class with the
/// object in front, which saves making a bound method each time; anything else that can be called is called as it is.
class Hook {
  public:
    Hook() = default;
    /// Finds the method; empty when there is none, or only the one that does nothing of cracktrader_fast.Strategy.
    /// Throws nb::python_error.
    Hook(nb::handle instance, const char* name);

    [[nodiscard]] bool is_set() const { return callable_.is_valid(); }

    /// Calls it with (ctx) or (ctx, argument). False with an exception set when it raised. Requires: is_set().
    [[nodiscard]] bool operator()(PyObject* context, PyObject* argument = nullptr) const {
        PyObject* stack[] = {nullptr, self_.ptr(), context, argument};
        const std::size_t skipped = self_.is_valid() ? 1 : 2;
        const std::size_t end = argument != nullptr ? 4 : 3;
        PyObject* const result = PyObject_Vectorcall(callable_.ptr(), stack + skipped,
                                                     (end - skipped) | PY_VECTORCALL_ARGUMENTS_OFFSET, nullptr);
        if (result == nullptr) [[unlikely]]
            return false;
        Py_DECREF(result);
        return true;
    }

  private:
    nb::object callable_;
    nb::object self_;  ///< passed in front; none for what is called as it is
};

}  // namespace ct::python
