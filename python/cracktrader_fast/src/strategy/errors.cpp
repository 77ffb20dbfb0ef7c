#include "strategy/errors.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "ct/core/result.hpp"
#include "strategy/python.hpp"

namespace ct::python {

namespace {

constexpr std::array kClasses = {
    std::pair{ErrorCode::kInvalidArgument, "InvalidArgument"},
    std::pair{ErrorCode::kInvalidData, "InvalidData"},
    std::pair{ErrorCode::kNotFound, "NotFound"},
    std::pair{ErrorCode::kUnsupported, "Unsupported"},
    std::pair{ErrorCode::kOverflow, "Overflow"},
    std::pair{ErrorCode::kReadFailed, "ReadFailed"},
    std::pair{ErrorCode::kWriteFailed, "WriteFailed"},
    std::pair{ErrorCode::kStrategyFailed, "StrategyFailed"},
    std::pair{ErrorCode::kInterrupted, "Interrupted"},
    std::pair{ErrorCode::kInternal, "Internal"},
};

nb::object error_class(const char* name) { return nb::module_::import_("cracktrader_fast._errors").attr(name); }

std::string text_of(nb::handle value) {
    const nb::object text = nb::steal(PyObject_Str(value.ptr()));
    const char* const bytes = text.is_valid() ? PyUnicode_AsUTF8(text.ptr()) : nullptr;
    if (bytes != nullptr) return bytes;
    PyErr_Clear();
    return "an exception without text";
}

}  // namespace

std::nullptr_t set_error(const Error& error) {
    const char* name = "Internal";
    for (const auto& [code, class_name] : kClasses) {
        if (code == error.code) name = class_name;
    }
    guarded([&]() -> PyObject* {
        PyErr_SetObject(error_class(name).ptr(), nb::str(error.message.data(), error.message.size()).ptr());
        return nullptr;
    });
    return nullptr;
}

void throw_error(const Error& error) {
    set_error(error);
    throw nb::python_error();
}

void throw_type_error(std::string_view text) {
    PyErr_SetObject(PyExc_TypeError, nb::str(text.data(), text.size()).ptr());
    throw nb::python_error();
}

Error error_of(const nb::python_error& exception) {
    const nb::handle value = exception.value();
    if (PyErr_GivenExceptionMatches(exception.type().ptr(), PyExc_KeyboardInterrupt) != 0) {
        return {ErrorCode::kInterrupted, "the run was interrupted"};
    }
    if (nb::isinstance(value, error_class("CrackTraderError"))) {
        const std::string name = text_of(value.type().attr("__name__"));
        for (const auto& [code, class_name] : kClasses) {
            if (name == class_name) return {code, text_of(value)};
        }
    }
    const std::string message = text_of(value);
    const std::string name = text_of(value.type().attr("__name__"));
    return {ErrorCode::kStrategyFailed, message.empty() ? name : fmt::format("{}: {}", name, message)};
}

}  // namespace ct::python
