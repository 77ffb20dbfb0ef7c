#pragma once

#include "ct/engine/line.hpp"
#include "strategy/float_slot.hpp"
#include "strategy/python.hpp"  // IWYU pragma: keep

namespace ct::python {

/// An indicator's line as a strategy holds it. `value` is kept at the current bar; earlier values are read from the
/// engine while the run lasts.
struct LineObject {
    PyObject_HEAD PyObject* value;
    engine::Line line;
    bool running;  ///< false once the run is over: then only `value` is left
};

PyTypeObject* make_line_type();

/// Null with an exception set on failure.
LineObject* make_line(const engine::Line& line);

/// Takes the line to the current bar. False with an exception set when memory is out.
inline bool refresh_line(LineObject* line) { return store_float(line->value, line->line.value()); }

}  // namespace ct::python
