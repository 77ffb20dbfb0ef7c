#pragma once

#include <string>
#include <string_view>

#include "strategy/python.hpp"

namespace ct::python {

/// str(object) in UTF-8; what that cannot hold, as half a surrogate pair, is written as an escape. Throws
/// nb::python_error.
std::string text_of(nb::handle object);

/// The name of its type without the module's.
std::string_view type_name(nb::handle object);

}  // namespace ct::python
