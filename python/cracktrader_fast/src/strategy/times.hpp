#pragma once

#include "ct/core/time.hpp"
#include "strategy/python.hpp"

namespace ct::python {

/// An aware datetime in UTC, to the microsecond. Null with an exception set on failure.
PyObject* make_datetime(TimeNs time_ns);

/// Reads a time: milliseconds since 1970 (int), ISO text, or a datetime or date (UTC where it has no zone). `what`
/// names it in messages. Throws nb::python_error.
TimeNs read_time(nb::handle value, const char* what);

/// True for a bare date: ISO text without a time of day, or a date that is no datetime.
bool is_bare_date(nb::handle value);

}  // namespace ct::python
