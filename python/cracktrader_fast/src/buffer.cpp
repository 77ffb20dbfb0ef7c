#include "buffer.hpp"

#include <string_view>

#include <fmt/format.h>

#include "ct/core/result.hpp"
#include "strategy/errors.hpp"
#include "strategy/python.hpp"

namespace ct::python {

Buffer::Buffer(nb::handle object, const char* what) : what_(what) {
    if (PyObject_GetBuffer(object.ptr(), &view_, PyBUF_ND | PyBUF_FORMAT) != 0) throw nb::python_error();
    if (view_.ndim == 1) return;
    const int dimensions = view_.ndim;
    PyBuffer_Release(&view_);
    throw_error({ErrorCode::kInvalidArgument, fmt::format("{} has {} dimensions, expected 1", what, dimensions)});
}

Buffer::~Buffer() {
    if (Py_IsInitialized() == 0) return;
    const nb::gil_scoped_acquire gil;
    PyBuffer_Release(&view_);
}

void Buffer::check_kind(bool is_float) const {
    const std::string_view format = view_.format == nullptr ? "B" : view_.format;
    const bool good = is_float ? format == "d" : format == "q" || format == "l";
    if (good && view_.itemsize == 8) return;
    throw_error({ErrorCode::kInvalidArgument, fmt::format("{} has items of format '{}', expected {}", what_, format,
                                                          is_float ? "float64" : "int64")});
}

}  // namespace ct::python
