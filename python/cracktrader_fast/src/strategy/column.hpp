#pragma once

#include <cstdint>
#include <memory>
#include <span>

#include "strategy/python.hpp"  // IWYU pragma: keep

namespace ct::python {

/// Makes the type of columns: read-only buffers over memory that they keep alive. Null with an exception set on
/// failure.
PyTypeObject* make_column_type();

/// A numpy array (float64 or int64) that reads the memory itself and keeps `owner` alive. Imports numpy at the first
/// call. Null with an exception set on failure.
PyObject* make_array(std::shared_ptr<const void> owner, std::span<const double> values);
PyObject* make_array(std::shared_ptr<const void> owner, std::span<const std::int64_t> values);

}  // namespace ct::python
