#pragma once

#include <optional>

#include "ct/core/time.hpp"
#include "strategy/python.hpp"

namespace ct::python {

/// An aware datetime in UTC, to the microsecond. Null with an exception set on failure.
PyObject* make_datetime(TimeNs time_ns);

/// Reads a time: milliseconds since 1970 (int), ISO text, or a datetime or date (UTC where it has no zone). `what`
/// names it in messages. Throws nb::python_error.
TimeNs read_time(nb::handle value, const char* what);

/// Either end of a range; None is open. A bare date as the end counts whole, as on the command line.
std::optional<TimeNs> read_bound(nb::handle value, const char* what);
std::optional<TimeNs> read_end(nb::handle value);

}  // namespace ct::python
