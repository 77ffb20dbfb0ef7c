#pragma once

#include <string>
#include <string_view>

#include "strategy/python.hpp"

namespace ct::python {

/// str(object) in UTF-8; what that cannot hold, as half a surrogate pair, is written as an escape. Throws
/// nb::python_error.
std::string text_of(nb::handle object);

/// repr(object) for an error, no longer than a line; the name of its type where it has none.
std::string shown(nb::handle object);

/// The path that a str, bytes or PathLike names. Throws nb::python_error: InvalidArgument for another object.
std::string path_argument(nb::handle object, const char* what);

/// A new str. Null with an exception set on failure, so that a slot function can return it.
PyObject* new_text(std::string_view text);

/// The one str of that text, which keywords are compared with by address. Throws nb::python_error.
nb::str interned(std::string_view text);

/// The name of its type without the module's.
std::string_view type_name(nb::handle object);

}  // namespace ct::python
