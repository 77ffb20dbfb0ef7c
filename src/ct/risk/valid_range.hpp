#pragma once

#include <cstdint>
#include <optional>

#include "ct/risk/order_check.hpp"
#include "ct/risk/validate.hpp"

namespace ct::risk {

/// The values of one field of an order that pass its checks: the multiples of a step between two ends.
struct ValidRange {
    std::int64_t step = 1;
    std::int64_t low = 0;
    std::int64_t high = 0;

    /// Ends on multiples of the step, both included.
    static ValidRange make(std::int64_t step, std::int64_t low, std::int64_t high);
    [[nodiscard]] bool empty() const { return low > high; }
    /// The value with the smallest distance; of two, the upper one when `up`. Nothing when the range is empty.
    [[nodiscard]] std::optional<std::int64_t> nearest(std::int64_t count, Rest rest, bool up) const;
    /// The next value up or down, the range's end where that lies outside. Nothing when the range is empty.
    [[nodiscard]] std::optional<std::int64_t> rounded(std::int64_t count, Rest rest, bool up) const;
};

/// Of a limit price: tick, least, most, multipliers, post-only.
ValidRange price_range(const OrderCheck& order, const CheckContext& context);
/// Of a trigger price: tick, least, most, side of the market.
ValidRange stop_range(const OrderCheck& order, const CheckContext& context);
/// Of a quantity at the order's prices: lots, notional, position, cash.
ValidRange quantity_range(const OrderCheck& order, const CheckContext& context);
/// Of what an iceberg order of this quantity shows.
ValidRange display_range(const OrderCheck& order, const CheckContext& context);

/// Which way a limit and a trigger price are rounded: a buy limit down, a sell limit up, a trigger away from the
/// market.
bool price_rounds_up(const OrderCheck& order);
bool stop_rounds_up(const OrderCheck& order);

}  // namespace ct::risk
