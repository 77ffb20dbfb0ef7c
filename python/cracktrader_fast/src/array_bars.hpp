#pragma once

#include <cstdint>
#include <optional>

#include "bars.hpp"
#include "ct/core/bar.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/data/bar_series.hpp"
#include "strategy/python.hpp"

namespace ct::python {

/// Columns of bars as Python gives them: buffers (numpy arrays) of float64; times as int64 in some unit.
struct ArrayColumns {
    nb::object time;
    nb::object open;
    nb::object high;
    nb::object low;
    nb::object close;
    nb::object volume;
};

/// Bars over arrays, checked like the rows of a CSV file. Contiguous arrays in ascending order are borrowed, times in
/// nanoseconds too; all else is copied. `unit_ns` is the times' unit, 0 to tell it from their size.
/// Throws nb::python_error (InvalidData, InvalidArgument).
Bars bars_of_arrays(const ArrayColumns& arrays, std::int64_t unit_ns, std::optional<Timeframe> timeframe,
                    std::optional<int> price_decimals);

/// A copy of arrays as they are, in any order, for an import that sorts and checks them. Throws nb::python_error.
data::BarSeries unchecked_series(const ArrayColumns& arrays, std::int64_t unit_ns);

/// Columns in memory of their own; timeframe and decimals are left to the caller.
data::BarSeries copy_of(const BarColumns& columns);

}  // namespace ct::python
