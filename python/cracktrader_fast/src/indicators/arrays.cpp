#define CT_IMPORTS_NUMPY
#include "indicators/arrays.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <numeric>
#include <span>
#include <vector>

#include "ct/indicators/indicator.hpp"
#include "indicators/blocks.hpp"
#include "indicators/numpy.hpp"
#include "strategy/errors.hpp"
#include "strategy/python.hpp"

namespace ct::python {

namespace {

/// From here on malloc would ask the system for fresh pages.
constexpr std::size_t kLarge = std::size_t{1} << 20U;
constexpr std::size_t kChunk = 1024;
constexpr const char* kBlock = "cracktrader_fast.block";

void give_back(PyObject* capsule) {
    auto* const block = static_cast<Blocks::Block*>(PyCapsule_GetPointer(capsule, kBlock));
    blocks().give_back(*block);
    delete block;
}

}  // namespace

void need_numpy() {
    if (CT_NUMPY_API == nullptr && _import_array() < 0) throw nb::python_error();
}

PyObject* new_array(std::span<const npy_intp> shape, bool whole) {
    const int type = whole ? NPY_INT32 : NPY_DOUBLE;
    const int dimensions = static_cast<int>(shape.size());
    const auto size =
        static_cast<std::size_t>(std::accumulate(shape.begin(), shape.end(), npy_intp{1}, std::multiplies<>()));
    const std::size_t bytes = size * (whole ? sizeof(std::int32_t) : sizeof(double));
    if (bytes < kLarge) return PyArray_SimpleNew(dimensions, shape.data(), type);
    return guarded([&]() -> PyObject* {
        auto* const block = new Blocks::Block(blocks().take(bytes));
        const nb::object owner = nb::steal(PyCapsule_New(block, kBlock, give_back));
        if (!owner.is_valid()) throw nb::python_error();
        PyObject* const array = PyArray_SimpleNewFromData(dimensions, shape.data(), type, block->data);
        if (array == nullptr) return nullptr;
        if (PyArray_SetBaseObject(array_of(array), owner.inc_ref().ptr()) == 0) return array;
        Py_DECREF(array);
        return nullptr;
    });
}

void run_columns(indicators::Indicator& indicator, std::span<const double* const> inputs, const Output& output,
                 std::size_t rows) {
    const std::size_t count = output.lines.size();
    std::vector<double*> lines(count);
    if (!output.whole) {
        std::transform(output.lines.begin(), output.lines.end(), lines.begin(),
                       [](void* line) { return static_cast<double*>(line); });
        indicator.run(inputs, lines, rows);
        return;
    }
    std::vector<double> scratch(count * kChunk);
    std::vector<const double*> from(inputs.begin(), inputs.end());
    for (std::size_t k = 0; k < count; ++k) lines[k] = scratch.data() + k * kChunk;
    for (std::size_t at = 0; at < rows; at += kChunk) {
        const std::size_t part = std::min(kChunk, rows - at);
        indicator.run(from, lines, part);
        for (const double*& column : from) column += part;
        for (std::size_t k = 0; k < count; ++k) {
            auto* const to = static_cast<std::int32_t*>(output.lines[k]) + at;
            for (std::size_t i = 0; i < part; ++i)
                to[i] = std::isnan(lines[k][i]) ? 0 : static_cast<std::int32_t>(lines[k][i]);
        }
    }
}

}  // namespace ct::python
