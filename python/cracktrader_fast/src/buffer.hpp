#pragma once

#include <cstddef>
#include <span>
#include <type_traits>

#include "strategy/python.hpp"

namespace ct::python {

/// Read access to the memory of a Python object with one dimension, of float64 or int64. May be released in any thread.
class Buffer {
  public:
    /// `what` names it in messages. Throws nb::python_error.
    Buffer(nb::handle object, const char* what);
    ~Buffer();
    Buffer(const Buffer&) = delete;
    Buffer& operator=(const Buffer&) = delete;

    /// Requires: T is the kind of the items. Throws nb::python_error when it is not.
    template <class T>
    [[nodiscard]] std::span<const T> values() const {
        check_kind(std::is_floating_point_v<T>);
        return {static_cast<const T*>(view_.buf), static_cast<std::size_t>(view_.len) / sizeof(T)};
    }

  private:
    void check_kind(bool is_float) const;

    Py_buffer view_{};
    const char* what_;
};

}  // namespace ct::python
