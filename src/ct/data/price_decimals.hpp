#pragma once

#include "ct/core/bar.hpp"

namespace ct::data {

/// The most decimals that an open, high, low or close needs to be written so that it reads back as the same double, at
/// least `at_least`; 19 for more than 18. Requires: finite prices.
int price_decimals(const BarColumns& bars, int at_least = 0);

}  // namespace ct::data
