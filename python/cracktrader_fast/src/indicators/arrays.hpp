#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "ct/indicators/indicator.hpp"
#include "indicators/numpy.hpp"
#include "strategy/python.hpp"

namespace ct::python {

/// A new array of float64, or of int32, whatever it holds; large ones lie in recycled blocks. Null with an exception
/// set on failure. Requires: need_numpy().
PyObject* new_array(std::span<const npy_intp> shape, bool whole);

/// Where the lines of an indicator go: one array each, of float64, or of int32, where NaN is written as 0.
struct Output {
    std::vector<void*> lines;
    bool whole = false;
};

/// Runs an indicator over columns of so many rows.
void run_columns(indicators::Indicator& indicator, std::span<const double* const> inputs, const Output& output,
                 std::size_t rows);

/// Shorter work is done before another thread could make use of the interpreter.
inline constexpr std::size_t kReleaseFrom = 20'000;

}  // namespace ct::python
