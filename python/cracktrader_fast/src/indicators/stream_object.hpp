#pragma once

#include "strategy/python.hpp"  // IWYU pragma: keep

namespace ct::python {

/// Makes the base class of cracktrader_fast.stream: an indicator that is given one bar after the other. Its subclasses
/// have the attribute `indicator`, their function. Null with an exception set on failure.
PyTypeObject* make_stream_type();

}  // namespace ct::python
