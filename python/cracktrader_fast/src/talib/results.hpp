#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "indicators/numpy.hpp"
#include "strategy/python.hpp"
#include "talib/function.hpp"

namespace ct::python::talib {

/// The arrays that a call gives, until they are given.
class Results {
  public:
    /// Requires: the function outlives them.
    Results(const Function& function, std::size_t rows);

    [[nodiscard]] bool all_real() const {
        return std::all_of(kinds_.begin(), kinds_.end(), [](OutputKind kind) { return kind == OutputKind::kReal; });
    }
    [[nodiscard]] bool is_real(std::size_t line) const { return kinds_[line] == OutputKind::kReal; }
    [[nodiscard]] bool is_row(std::size_t line) const { return kinds_[line] == OutputKind::kRow; }
    [[nodiscard]] double* reals(std::size_t line) const { return static_cast<double*>(data(line)); }
    [[nodiscard]] std::int32_t* integers(std::size_t line) const { return static_cast<std::int32_t*>(data(line)); }
    [[nodiscard]] std::size_t size() const { return kinds_.size(); }

    /// NaN, or 0, in these rows.
    void clear(std::size_t from, std::size_t to) const;
    /// From its first NaN at or after the row on, each line of reals stays NaN.
    void poison(std::size_t row) const;

    /// The array, or a tuple of them. Throws nb::python_error. Ends the results.
    [[nodiscard]] PyObject* give();

  private:
    [[nodiscard]] void* data(std::size_t line) const { return PyArray_DATA(array_of(arrays_[line].ptr())); }

    const std::vector<OutputKind>& kinds_;
    std::size_t rows_;
    std::array<nb::object, kMaxLines> arrays_;
};

}  // namespace ct::python::talib
