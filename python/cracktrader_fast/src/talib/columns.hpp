#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "strategy/python.hpp"
#include "talib/function.hpp"

namespace ct::python::talib {

using Columns = std::array<const double*, Given::kMax>;

/// The inputs as columns of one length; holds what had to be copied.
struct Columned {
    Columns columns{};
    std::size_t rows = 0;
    std::vector<nb::object> copies;
};

/// Whether all inputs are arrays; they may still be of another type or shape.
bool are_arrays(const Function& function, const Given& given);

/// The inputs, all of them arrays. Throws TA-Lib's refusals of their type, shape and length.
Columned read_arrays(const Function& function, const Given& given);

/// The first row without a NaN, or all rows.
std::size_t first_row(std::span<const double* const> columns, std::size_t rows);

/// The first row where an input is NaN, or all rows.
std::size_t first_nan(std::span<const double* const> columns, std::size_t rows);

}  // namespace ct::python::talib
