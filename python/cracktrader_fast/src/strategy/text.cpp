#include "strategy/text.hpp"

#include <cstddef>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "ct/core/result.hpp"
#include "strategy/errors.hpp"
#include "strategy/python.hpp"

namespace ct::python {

std::string text_of(nb::handle object) {
    const nb::str text(object);
    const nb::object bytes = nb::steal(PyUnicode_AsEncodedString(text.ptr(), "utf-8", "backslashreplace"));
    if (!bytes.is_valid()) throw nb::python_error();
    return {PyBytes_AS_STRING(bytes.ptr()), static_cast<std::size_t>(PyBytes_GET_SIZE(bytes.ptr()))};
}

std::string shown(nb::handle object) {
    constexpr std::size_t kMost = 64;
    const nb::object text = nb::steal(PyObject_Repr(object.ptr()));
    if (!text.is_valid()) {
        PyErr_Clear();
        return fmt::format("a {}", python::type_name(object));
    }
    std::string line = text_of(text);
    if (line.size() <= kMost) return line;
    return line.substr(0, kMost) + "...";
}

std::string path_argument(nb::handle object, const char* what) {
    const nb::object path = nb::steal(PyOS_FSPath(object.ptr()));
    if (!path.is_valid()) {
        PyErr_Clear();
        throw_error(
            {ErrorCode::kInvalidArgument, fmt::format("{} is a {}, expected a path", what, python::type_name(object))});
    }
    const nb::object bytes =
        nb::steal(PyUnicode_Check(path.ptr()) ? PyUnicode_EncodeFSDefault(path.ptr()) : path.inc_ref().ptr());
    if (!bytes.is_valid()) throw nb::python_error();
    return {PyBytes_AS_STRING(bytes.ptr()), static_cast<std::size_t>(PyBytes_GET_SIZE(bytes.ptr()))};
}

PyObject* new_text(std::string_view text) {
    return PyUnicode_FromStringAndSize(text.data(), static_cast<Py_ssize_t>(text.size()));
}

nb::str interned(std::string_view text) {
    PyObject* string = new_text(text);
    if (string == nullptr) throw nb::python_error();
    PyUnicode_InternInPlace(&string);
    return nb::steal<nb::str>(string);
}

std::string_view type_name(nb::handle object) {
    const std::string_view name = Py_TYPE(object.ptr())->tp_name;
    return name.substr(name.rfind('.') + 1);
}

}  // namespace ct::python
