#pragma once

#include "ct/risk/order_check.hpp"
#include "ct/risk/validate.hpp"

namespace ct::risk {

/// An order on the grid, what was changed on the way, and what no rounding can mend.
struct Rounded {
    OrderCheck order;
    bool price_changed = false;
    bool stop_changed = false;
    bool quantity_changed = false;
    bool display_changed = false;
    Validation left;  ///< ok() when the order is valid
};

/// The nearest valid order. A buy limit goes down to a tick and a sell limit up, a trigger price away from the market,
/// a quantity down to a lot; what then lies out of its range goes to the range's nearest end. A number that is missing,
/// zero or negative is not mended. Requires: filters that check() let pass.
Rounded round_order(const OrderCheck& order, const CheckContext& context);

}  // namespace ct::risk
