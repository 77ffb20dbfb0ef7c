#pragma once

#include <compare>
#include <cstdint>

namespace ct {

/// A price as a count of 10^-price_decimals of its instrument. Not of ticks: real history lies off today's tick.
struct Price {
    std::int64_t count = 0;
    friend constexpr auto operator<=>(Price, Price) = default;
};

}  // namespace ct
