#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "strategy/python.hpp"

namespace ct::python {

/// One column for the Arrow C data interface. The memory belongs to the table's owner.
struct ArrowColumn {
    std::string name;
    std::string format;  ///< "tsm:UTC", "l" (int64), "g" (float64), "d:38,18" (decimal128), "u" (utf8), "b" (bits)
    bool nullable = false;
    std::int64_t nulls = 0;
    /// Validity bits (null pointer: no nulls), then the values; of text the offsets (int32) and the bytes.
    std::vector<const void*> buffers;
};

/// A capsule "arrow_array_stream" with one batch of the columns, which keeps `owner` alive until the consumer is done.
/// polars, pandas, pyarrow and DuckDB take it through `__arrow_c_stream__`. Throws nb::python_error.
nb::object arrow_stream(std::vector<ArrowColumn> columns, std::size_t rows, std::shared_ptr<const void> owner);

}  // namespace ct::python
