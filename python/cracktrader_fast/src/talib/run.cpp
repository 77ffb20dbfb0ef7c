#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "ct/indicators/indicator.hpp"
#include "ct/indicators/registry.hpp"
#include "indicators/arrays.hpp"
#include "indicators/numpy.hpp"
#include "strategy/errors.hpp"
#include "strategy/python.hpp"
#include "talib/columns.hpp"
#include "talib/function.hpp"
#include "talib/results.hpp"

namespace ct::python::talib {

namespace {

constexpr std::size_t kChunk = 1024;

/// Runs the indicator into the results from a row on; integers by way of a chunk of doubles.
void run_lines(indicators::Indicator& indicator, std::span<const double* const> columns, const Results& results,
               std::size_t first, std::size_t rows) {
    std::array<double*, kMaxLines> lines;
    const std::span<double* const> used(lines.data(), results.size());
    if (results.all_real()) {
        for (std::size_t k = 0; k < results.size(); ++k) lines[k] = results.reals(k) + first;
        indicator.run(columns, used, rows);
        return;
    }
    std::vector<double> chunks(results.size() * kChunk);
    std::vector<const double*> from(columns.begin(), columns.end());
    for (std::size_t at = 0; at < rows; at += kChunk) {
        const std::size_t part = std::min(kChunk, rows - at);
        for (std::size_t k = 0; k < results.size(); ++k)
            lines[k] = results.is_real(k) ? results.reals(k) + first + at : chunks.data() + k * kChunk;
        indicator.run(from, used, part);
        for (const double*& column : from) column += part;
        for (std::size_t k = 0; k < results.size(); ++k) {
            if (results.is_real(k)) continue;
            std::int32_t* const to = results.integers(k) + first + at;
            const double offset = results.is_row(k) ? static_cast<double>(first) : 0.0;
            for (std::size_t i = 0; i < part; ++i)
                to[i] = std::isnan(lines[k][i]) ? 0 : static_cast<std::int32_t>(lines[k][i] + offset);
        }
    }
}

/// The lines that Python computes, moved behind the rows before the first.
PyObject* run_composed(const Function& function, const Given& given, const Columned& read, std::size_t first) {
    nb::list inputs;
    for (std::size_t k = 0; k < function.inputs; ++k) {
        auto size = static_cast<npy_intp>(read.rows - first);
        nb::object part = nb::steal(new_array({&size, 1}, false));
        if (!part.is_valid()) throw nb::python_error();
        std::copy(read.columns[k] + first, read.columns[k] + read.rows,
                  static_cast<double*>(PyArray_DATA(array_of(part.ptr()))));
        inputs.append(part);
    }
    nb::list parameters;
    for (std::size_t k = 0; k < function.parameters.size(); ++k) {
        if (function.parameters[k].whole)
            parameters.append(nb::int_(static_cast<int>(given.parameters[k])));
        else
            parameters.append(nb::float_(given.parameters[k]));
    }
    return function.composed(nb::int_(first), inputs, parameters).release().ptr();
}

}  // namespace

std::unique_ptr<indicators::Indicator> make_indicator(const Function& function, const Given& given) {
    std::array<double, 2 * Given::kMax> parameters;
    auto* const end = std::copy_n(given.parameters, function.taken, parameters.begin());
    std::copy(function.fixed.begin(), function.fixed.end(), end);
    return take(indicators::make(*function.info, {parameters.data(), function.taken + function.fixed.size()}));
}

PyObject* run(PyObject* self, const Given& given) {
    const Function& function = function_of(self);
    if (!are_arrays(function, given)) {
        nb::list names;
        nb::list inputs;
        nb::list parameters;
        for (std::size_t k = 0; k < function.inputs; ++k) {
            names.append(function.arguments[k]);
            inputs.append(nb::borrow(given.inputs[k]));
        }
        for (std::size_t k = 0; k < function.parameters.size(); ++k) parameters.append(nb::float_(given.parameters[k]));
        return function.convert(nb::borrow(self), names, inputs, parameters).release().ptr();
    }
    const Columned read = read_arrays(function, given);
    const std::span<const double* const> all(read.columns.data(), function.inputs);
    Results results(function, read.rows);
    if (read.rows == 0) return results.give();
    check_bounds(function, given);
    const std::size_t first = first_row(all, read.rows);
    if (!function.composed.is_none() && first < read.rows) return run_composed(function, given, read, first);
    const auto indicator = make_indicator(function, given);

    Columns columns = read.columns;
    for (std::size_t k = 0; k < function.inputs; ++k) columns[k] += first;
    const std::span<const double* const> used(columns.data(), function.inputs);
    const std::size_t rows = read.rows - first;
    const std::size_t masked = function.masked;
    std::optional<nb::gil_scoped_release> free_gil;
    if (rows >= kReleaseFrom) free_gil.emplace();
    results.clear(0, first);
    run_lines(*indicator, used, results, first, rows);
    if (masked > 0) {
        const std::size_t begin = std::min(rows, indicator->lead_in() + masked);
        results.clear(first, first + begin);
    }
    if (function.poisoned) {
        const std::size_t broken = first_nan(used, rows);
        if (broken < rows) results.poison(first + broken);
    }
    free_gil.reset();
    return results.give();
}

}  // namespace ct::python::talib
