#pragma once

#include <memory>

#include "ct/indicators/indicator.hpp"

namespace ct::indicators {

/// The indicator as if rows with a NaN or an infinity in an input did not exist: its lines are NaN there. For those
/// that remember all rows, which such a value would spoil for ever.
std::unique_ptr<Indicator> skip_missing(std::unique_ptr<Indicator> indicator);

}  // namespace ct::indicators
