#pragma once

#include <cstdint>

#include "ct/core/result.hpp"

namespace ct {

/// value x 10^decimals on the grid, up or down; `what` names the value in errors. A value that was written with at most
/// `decimals` decimals stays as it is: the nearest grid point is taken when the double next to the value reaches it.
/// Errors: kInvalidArgument for NaN or infinity, kOverflow.
Result<std::int64_t> to_grid(double value, int decimals, bool up, const char* what);

}  // namespace ct
