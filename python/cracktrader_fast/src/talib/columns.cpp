#include "talib/columns.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

#include "ct/core/simd.hpp"
#include "indicators/numpy.hpp"
#include "strategy/python.hpp"
#include "talib/function.hpp"

namespace ct::python::talib {

namespace {

constexpr std::size_t kChunk = 1024;

bool has_nan(const double* values, std::size_t count) {
    std::uint64_t any = 0;  // as wide as the values, and no branch: it compiles to vectors
    simd([values, count, &any]() CT_LOOP {
        std::uint64_t found = 0;
        for (std::size_t i = 0; i < count; ++i) found |= values[i] != values[i] ? ~std::uint64_t{0} : 0;
        any = found;
    });
    return any != 0;
}

}  // namespace

bool are_arrays(const Function& function, const Given& given) {
    return std::all_of(given.inputs, given.inputs + function.inputs,
                       [](PyObject* input) { return PyArray_Check(input); });
}

Columned read_arrays(const Function& function, const Given& given) {
    Columned read;
    for (std::size_t k = 0; k < function.inputs; ++k) {
        PyArrayObject* array = array_of(given.inputs[k]);
        if (PyArray_TYPE(array) != NPY_DOUBLE) refuse("input array type is not double");
        if (PyArray_NDIM(array) != 1) refuse("input array has wrong dimensions");
        if (!PyArray_ISCARRAY_RO(array)) {
            nb::object copy = nb::steal(
                PyArray_FROMANY(given.inputs[k], NPY_DOUBLE, 1, 1, NPY_ARRAY_CARRAY_RO | NPY_ARRAY_NOTSWAPPED));
            if (!copy.is_valid()) throw nb::python_error();
            array = array_of(copy.ptr());
            read.copies.push_back(std::move(copy));
        }
        const auto rows = static_cast<std::size_t>(PyArray_DIM(array, 0));
        read.columns[k] = static_cast<const double*>(PyArray_DATA(array));
        if (k == 0) read.rows = rows;
        if (rows != read.rows) read.rows = SIZE_MAX;
    }
    if (read.rows == SIZE_MAX) refuse("input array lengths are different");
    return read;
}

std::size_t first_row(std::span<const double* const> columns, std::size_t rows) {
    std::size_t row = 0;
    const auto is_nan = [&](const double* column) { return std::isnan(column[row]); };
    while (row < rows && std::any_of(columns.begin(), columns.end(), is_nan)) ++row;
    return row;
}

std::size_t first_nan(std::span<const double* const> columns, std::size_t rows) {
    std::size_t first = rows;
    for (const double* const column : columns) {
        for (std::size_t at = 0; at < first; at += kChunk) {
            const std::size_t part = std::min(kChunk, first - at);
            if (!has_nan(column + at, part)) continue;
            const auto is_nan = [](double value) { return std::isnan(value); };
            first = static_cast<std::size_t>(std::find_if(column + at, column + at + part, is_nan) - column);
        }
    }
    return first;
}

}  // namespace ct::python::talib
