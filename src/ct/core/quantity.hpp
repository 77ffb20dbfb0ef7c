#pragma once

#include <compare>
#include <cstdint>

namespace ct {

/// An amount of the base asset as a count of 10^-quantity_decimals of its instrument. Signed: a short position is
/// negative.
struct Quantity {
    std::int64_t count = 0;
    friend constexpr auto operator<=>(Quantity, Quantity) = default;
    friend constexpr Quantity operator+(Quantity a, Quantity b) { return {a.count + b.count}; }
    friend constexpr Quantity operator-(Quantity a, Quantity b) { return {a.count - b.count}; }
    friend constexpr Quantity operator-(Quantity a) { return {-a.count}; }
    friend constexpr Quantity abs(Quantity a) { return a.count < 0 ? -a : a; }
};

}  // namespace ct
