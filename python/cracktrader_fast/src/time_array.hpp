#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <utility>

#include "buffer.hpp"
#include "ct/core/time.hpp"

namespace ct::python {

/// Times in nanoseconds, and who owns them: the buffer itself when they were that already. `unit_ns` is the unit of the
/// buffer's, 0 to tell it from the size of the first. `table` stands before the row in messages. Throws
/// nb::python_error (InvalidData).
std::pair<std::span<const TimeNs>, std::shared_ptr<const void>> read_times(const std::shared_ptr<Buffer>& buffer,
                                                                           std::int64_t unit_ns, const char* table);

}  // namespace ct::python
