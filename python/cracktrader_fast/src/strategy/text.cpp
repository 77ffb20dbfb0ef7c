#include "strategy/text.hpp"

#include <cstddef>
#include <string>

#include "strategy/python.hpp"

namespace ct::python {

std::string text_of(nb::handle object) {
    const nb::str text(object);
    const nb::object bytes = nb::steal(PyUnicode_AsEncodedString(text.ptr(), "utf-8", "backslashreplace"));
    if (!bytes.is_valid()) throw nb::python_error();
    return {PyBytes_AS_STRING(bytes.ptr()), static_cast<std::size_t>(PyBytes_GET_SIZE(bytes.ptr()))};
}

}  // namespace ct::python
