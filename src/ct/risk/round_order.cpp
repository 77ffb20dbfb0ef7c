#include "ct/risk/round_order.hpp"

#include <cstdint>

#include "ct/core/order.hpp"
#include "ct/risk/order_check.hpp"
#include "ct/risk/valid_range.hpp"
#include "ct/risk/validate.hpp"

namespace ct::risk {

namespace {

/// Moves a number into its range; true when that changed it. A range without values leaves it as it is.
bool move(std::int64_t& count, Rest& rest, const ValidRange& range, bool up) {
    const auto rounded = range.rounded(count, rest, up);
    if (!rounded) return false;
    const bool changed = *rounded != count || rest != Rest::kNone;
    count = *rounded;
    rest = Rest::kNone;
    return changed;
}

bool is_incomplete(Reason reason) {
    return reason == Reason::kInvalidQuantity || reason == Reason::kInvalidPrice || reason == Reason::kContradiction;
}

}  // namespace

Rounded round_order(const OrderCheck& order, const CheckContext& context) {
    Rounded result{.order = order};
    OrderCheck& moved = result.order;
    if (is_incomplete(verdict(order, context).reason)) {
        result.left = validate(order, context);
        return result;
    }
    if (moved.has_limit) {
        result.price_changed =
            move(moved.price.count, moved.price_rest, price_range(moved, context), price_rounds_up(moved));
    }
    if (moved.trigger != Trigger::kNone) {
        result.stop_changed =
            move(moved.stop_price.count, moved.stop_rest, stop_range(moved, context), stop_rounds_up(moved));
    }
    result.quantity_changed = move(moved.quantity.count, moved.quantity_rest, quantity_range(moved, context), false);
    if (moved.display.count > 0) {
        Rest none = Rest::kNone;
        result.display_changed = move(moved.display.count, none, display_range(moved, context), false);
    }
    result.left = validate(moved, context);
    return result;
}

}  // namespace ct::risk
